import pytest

from reports.rollup.site import roll_site
from reports.rollup.units import roll_agency, site_line
from reports.views import EIGHT, OTHERS, gap_line, grouped, headline, moment, site_lede, unit_lede
from tests.reports.fiction import fictional_store

STORE = fictional_store()
LAWS = STORE.catalogue()
SITES = {key: roll_site(STORE, site.target, LAWS)[0] for key, site in STORE.sites.items()}


def test_heads_fall_into_the_eight_requirements_and_the_rest() -> None:
    groups = grouped(SITES["orchards.gov"].standings)
    assert [(title, len(heads)) for title, heads in groups] == [(EIGHT, 8), (OTHERS, 5)]


def test_a_site_is_summed_up_with_its_denominators() -> None:
    assert site_lede(SITES["orchards.gov"]) == (
        "5 of 22 checks made by machine found a failure (214 pages read, 214 rendered in a "
        "browser). 5 questions can only be answered by people."
    )


def test_an_agency_is_summed_up_and_what_was_not_seen_is_named() -> None:
    lines = [site_line(SITES[key]) for key in ("kites.gov", "weather.kites.gov")]
    assert unit_lede(roll_agency(STORE, "National Kite Service", lines, LAWS)).startswith(
        "No failure was found on 1 audited site. 1 site could not be audited."
    )
    blind = roll_agency(STORE, "National Kite Service", lines[1:], LAWS)
    assert unit_lede(blind).startswith("No site could be audited. 0 pages read")
    assert headline(blind) == "What an audit of weather.kites.gov found"


def test_why_a_site_was_not_seen_is_one_line() -> None:
    line = "weather.kites.gov could not be audited: the site refused the auditor."
    assert gap_line(SITES["weather.kites.gov"]) == line
    assert gap_line(SITES["orchards.gov"]) == ""


@pytest.mark.parametrize(
    ("stamp", "shown"),
    [("2026-11-22T08:15:00Z", "2026-11-22, 08:15 UTC"), ("", ""), ("soon", "soon")],
)
def test_times_are_told_in_utc(stamp: str, shown: str) -> None:
    assert moment(stamp) == shown
