import pytest

from audits.required_links.page_privacy_program import page_privacy_program
from ideaaudit.models import PageObservation, PathSeen, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page
from tests.audits.required_links.sites import principal

URL = "https://www.agency.gov/privacy"
ALL = (
    "<p>System of Records Notices, PIAs, policies, reports. Send complaints to us. "
    "Senior Agency Official for Privacy: A. Person"
)


def program(text: str, url: str = URL, head: str = "Privacy program") -> PageObservation:
    return page(f"<title>{head}</title><main><h1>{head}</h1>{text}</main>", url)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([principal(program(ALL))], "passed", id="all six"),
        pytest.param([principal(program(ALL, head="Privacy policy"))], "passed", id="at /privacy"),
        pytest.param([principal(program(ALL, "https://www.agency.gov/x"))], "passed", id="named"),
        pytest.param([principal(program("<p>SORNs", head="x"), program(
            ALL, URL + "/saop", "y"))], "passed", id="on the pages below it"),
        pytest.param([principal(program(ALL.replace("Senior", "A")))], "cantTell", id="five"),
        pytest.param([principal(program("<p>SORNs, PIAs and reports"))], "cantTell", id="three"),
        pytest.param([principal(program("<p>x"), tier=Tier.UNKNOWN)], "cantTell", id="unknown"),
        pytest.param([principal(page("x", HOME), paths=(PathSeen("privacy", URL, 403),))],
                     "cantTell", id="refused"),
        pytest.param([principal(program("<p>SORNs and PIAs"))], "failed", id="two"),
        pytest.param([principal(program("<p>We value you."))], "failed", id="none"),
        pytest.param([principal(page("x", HOME), paths=(PathSeen("privacy", URL, 404),))],
                     "failed", id="no such page"),
        pytest.param([], "untested", id="no site"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(page_privacy_program, *sites) == outcome
