import pytest

from audits.required_links.page_privacy_policy_date import page_privacy_policy_date
from ideaaudit.models import PageObservation, PathSeen
from tests.audits.build import HOME, outcome_of, page, site, walked
from tests.audits.required_links.sites import probed

URL = "https://www.agency.gov/privacy-policy"
FRONT = page("<footer><a href=/privacy-policy>Privacy policy</a></footer>", HOME)
NAV = "<header><a href=/privacy-policy>Privacy</a></header><main>Text</main><footer></footer>"
TEXT = "<title>Privacy Policy</title><h1>Privacy Policy</h1><p>We keep little. "


def policy(more: str, url: str = URL) -> PageObservation:
    return page(TEXT + more, url)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([FRONT, policy("<p>Last updated: May 4, 2026")], "passed", id="updated"),
        pytest.param([FRONT, policy("<p>EFFECTIVE  May&nbsp;4, 2026")], "passed", id="effective"),
        pytest.param([FRONT, policy("<p>Reviewed: 05/04/2026")], "passed", id="reviewed"),
        pytest.param([FRONT, policy("<p>&Uacute;ltima actualizaci&oacute;n: 4 de mayo de 2026")],
                     "passed", id="in Spanish"),
        pytest.param([policy("<p>Last updated: May 4, 2026")], "passed", id="not linked"),
        pytest.param([FRONT, policy("<meta name=last-modified content=2026-05-04>")], "cantTell",
                     id="only in metadata"),
        pytest.param([FRONT], "cantTell", id="not seen"),
        pytest.param([FRONT, page("<h1>Our words</h1>", URL)], "failed", id="told by its path"),
        pytest.param([page("<h1>Privacy Act</h1>", HOME + "x")], "cantTell", id="another page"),
        pytest.param([FRONT, walked("<script></script>" + TEXT, URL)], "cantTell",
                     id="scripts not run"),
        pytest.param([FRONT, policy("")], "failed", id="no date"),
        pytest.param([FRONT, policy("<p>Section 5 of 12.")], "failed", id="other numbers"),
        pytest.param([FRONT, policy(""), policy("<p>Last updated: May 4, 2026", HOME + "privacy")],
                     "failed", id="the linked one counts"),
        pytest.param([policy("")], "cantTell", id="not linked, no date"),
        pytest.param([page(NAV, HOME), policy("")], "cantTell",
                     id="linked outside footers, no date"),
        pytest.param([page(NAV, HOME),
                      policy("<p>Last updated: May 4, 2026")],
                     "passed", id="linked outside footers"),
        pytest.param([FRONT, policy("<p>Last updated: May 4, 2026", HOME + "privacy")],
                     "cantTell", id="another page is not what the footer leads to"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(page_privacy_policy_date, site(*pages)) == outcome


@pytest.mark.parametrize(
    ("path", "outcome"),
    [
        pytest.param(PathSeen("link:privacy", URL, 200, text=TEXT + "<p>Last updated: May 4, 2026"),
                     "passed", id="probed"),
        pytest.param(PathSeen("link:privacy", URL, 200, text=TEXT), "failed", id="without a date"),
        pytest.param(PathSeen("privacy", URL, 200, text=TEXT), "failed",
                     id="at its usual path"),
        pytest.param(PathSeen("privacy", HOME + "privacy", 200, text=TEXT), "cantTell",
                     id="not where the footer leads"),
        pytest.param(PathSeen("link:privacy", URL, 200, text="<p>Hello"), "failed",
                     id="told by its path"),
        pytest.param(PathSeen("privacy", HOME + "p", 200, text="<p>Hello"), "cantTell",
                     id="another page"),
        pytest.param(PathSeen("link:privacy", URL, 404, text=TEXT), "cantTell", id="gone"),
        pytest.param(PathSeen("link:privacy", URL, 200, text=TEXT, soft_404=True), "cantTell",
                     id="a soft 404"),
        pytest.param(PathSeen("link:foia", URL, 200, text=TEXT), "cantTell", id="another link"),
    ],
)  # fmt: skip
def test_outcome_by_a_probe(path: PathSeen, outcome: str) -> None:
    assert outcome_of(page_privacy_policy_date, probed(FRONT, path)) == outcome
