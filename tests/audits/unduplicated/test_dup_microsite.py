import pytest

from audits.check import SiteView
from audits.unduplicated.dup_microsite import dup_microsite
from ideaaudit.models import Endpoint, Hop, SiteObservation, Tier
from tests.audits.build import HOME, outcome_of, page, site, target


def door(*urls: str) -> Endpoint:
    return Endpoint(urls[0], True, hops=tuple(Hop(url, 200) for url in urls))


def view(
    count: int, *doors: Endpoint, complete: bool = True, tier: Tier = Tier.UNKNOWN, title: str = ""
) -> SiteView:
    pages = [page(f"<title>{title}</title><p>Hi", HOME if n == 0 else f"{HOME}{n}")
             for n in range(count)]  # fmt: skip
    seen = SiteObservation("agency.gov", "", endpoints=doors or (door(HOME),))
    return site(*pages, complete=complete, observation=seen, of=target(tier=tier))


AWAY = door("https://agency.gov/", "https://www.usa.gov/campaign")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(view(0, AWAY), "passed", id="redirects to another site"),
        pytest.param(view(2, AWAY, door(HOME)), "cantTell", id="one door does, another not"),
        pytest.param(view(10), "cantTell", id="ten pages"),
        pytest.param(view(11), "inapplicable", id="eleven pages"),
        pytest.param(view(11, complete=False), "inapplicable", id="eleven and more"),
        pytest.param(view(3, complete=False), "cantTell", id="three of many"),
        pytest.param(view(3, tier=Tier.PRINCIPAL), "inapplicable", id="the principal site"),
        pytest.param(view(3, tier=Tier.SUB_AGENCY), "inapplicable", id="a principal sub-agency"),
        pytest.param(view(3, tier=Tier.SECONDARY), "cantTell", id="a secondary site"),
        pytest.param(view(3, Endpoint(HOME, False)), "cantTell", id="no door answers now"),
        pytest.param(site(), "untested", id="doors that were not tried"),
    ],
)
def test_outcome(seen: SiteView, outcome: str) -> None:
    assert outcome_of(dup_microsite, seen) == outcome


@pytest.mark.parametrize(
    ("title", "word"),
    [("National Boating Safety Week", "national boating safety week"),
     ("TAKE THE PLEDGE", "pledge"), ("Campaña de vacunas", "campaña"), ("Office of Records", "")],
)  # fmt: skip
def test_words_of_campaigns_in_the_title_are_shown(title: str, word: str) -> None:
    [evidence] = dup_microsite.judge(view(3, title=title)).evidence
    assert evidence.detail == "3 pages" + (f"; its title says “{word}”." if word else ".")


def test_what_is_known_in_part_is_said() -> None:
    assert "not walked whole" in dup_microsite.judge(view(3, complete=False)).summary
