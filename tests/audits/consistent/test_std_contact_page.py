from dataclasses import replace

import pytest

from audits.consistent.std_contact_page import std_contact_page
from ideaaudit.models import LostUrl, PathSeen, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

CONTACT = f"{HOME}contact"
LINK = '<footer><a href="/contact">Contact us</a></footer>'


@pytest.mark.parametrize(
    ("home", "contact", "outcome"),
    [
        pytest.param(LINK, page("<p>Call", CONTACT), "passed", id="linked and read"),
        pytest.param("", page("<p>Call", CONTACT), "passed", id="at the usual path"),
        pytest.param(
            '<a href="/ayuda">CONT&Aacute;CTENOS</a>', page("<p>x", f"{HOME}ayuda"), "passed",
            id="Spanish",
        ),
        pytest.param(LINK, page("", f"{HOME}b"), "cantTell", id="linked and not read"),
        pytest.param(
            LINK, page("<p>x", CONTACT, status=404), "failed", id="linked, and there is none"
        ),
        pytest.param(
            LINK, page("<title>Page not found</title>", CONTACT), "failed", id="a soft 404"
        ),
        pytest.param(
            '<a href="https://dept.gov/contact">Contact</a>', page("", f"{HOME}b"), "cantTell",
            id="another site's",
        ),
        pytest.param(
            '<a href="/tracing">Contact tracing</a>', page("", f"{HOME}b"), "failed",
            id="contact tracing is something else",
        ),
        pytest.param("", page("", f"{HOME}contacts-of-metal"), "failed", id="another path"),
        pytest.param(
            '<a href="mailto:x@agency.gov">Contact</a>', page("", f"{HOME}b"), "failed",
            id="an address is no page",
        ),
    ],
)  # fmt: skip
def test_outcome_for_a_whole_site(home: str, contact: object, outcome: str) -> None:
    view = site(page(home, HOME), contact, complete=True)  # type: ignore[arg-type]
    assert outcome_of(std_contact_page, view) == outcome


@pytest.mark.parametrize(
    ("others", "outcome"),
    [
        pytest.param(3, "failed", id="home and three more"),
        pytest.param(2, "cantTell", id="home and two more"),
    ],
)
def test_a_part_of_a_site_needs_four_pages(others: int, outcome: str) -> None:
    pages = [page("<p>x", f"{HOME}{n}") for n in range(others)]
    assert outcome_of(std_contact_page, site(page("", HOME), *pages)) == outcome
    assert outcome_of(std_contact_page, site(*pages)) == "cantTell"


def test_scripts_that_did_not_run_may_add_the_link() -> None:
    shell = walked("<script src=a.js></script>", HOME)
    assert outcome_of(std_contact_page, site(shell, complete=True)) == "cantTell"


@pytest.mark.parametrize(
    ("status", "soft", "outcome"),
    [
        pytest.param(200, False, "passed", id="it answers"),
        pytest.param(299, None, "passed", id="nothing to compare with"),
        pytest.param(200, True, "cantTell", id="it answers as for no such page"),
        pytest.param(300, False, "cantTell", id="it answers otherwise"),
        pytest.param(None, None, "cantTell", id="it does not answer"),
    ],
)
def test_the_target_of_the_home_page_was_asked(
    status: int | None, soft: bool | None, outcome: str
) -> None:
    path = PathSeen("link:contact", "https://dept.gov/contact", status, soft_404=soft)
    seen = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(path,))
    home = page('<a href="https://dept.gov/contact">Contact</a>', HOME)
    assert outcome_of(std_contact_page, site(home, observation=seen)) == outcome


@pytest.mark.parametrize(
    ("reason", "outcome"),
    [
        pytest.param("not-found", "failed", id="no such page"),
        pytest.param("timeout", "cantTell", id="no answer in time"),
    ],
)
def test_a_lost_target_is_dead_where_it_answered_so(reason: str, outcome: str) -> None:
    view = replace(site(page(LINK, HOME)), lost=(LostUrl(CONTACT, "link", reason, 404),))
    assert outcome_of(std_contact_page, view) == outcome
