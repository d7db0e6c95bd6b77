import pytest

from audits.user_centered.analytics_dap_agency import analytics_dap_agency
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import HOME, page, site, target

SCRIPT = "https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js"


def tag(query: str, url: str = HOME) -> PageObservation:
    return page(f'<script src="{SCRIPT}{query}"></script>', url)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([tag("?agency=GSA")], "passed", id="named"),
        pytest.param([tag("?subagency=TTS&amp;agency=gsa")], "passed", id="lower case, entity"),
        pytest.param([tag("")], "failed", id="no parameter"),
        pytest.param([tag("?agency=")], "failed", id="an empty one"),
        pytest.param([tag("?agency=EMPTY")], "failed", id="a placeholder"),
        pytest.param([tag("?agency=HHS")], "cantTell", id="another agency"),
        pytest.param([tag("?agency=GSA"), tag("?agency=HHS", f"{HOME}a")], "cantTell", id="two"),
        pytest.param(
            [page("<script>gtag('G-CSLL4ZEK4L')</script>", HOME)], "cantTell", id="unseen"
        ),
        pytest.param([page("<p>x", HOME)], "inapplicable", id="no DAP"),
    ],
)
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert analytics_dap_agency.judge(site(*pages, complete=True)).outcome == outcome


def test_without_a_list_of_targets_any_name_will_do() -> None:
    view = site(tag("?agency=HHS"), of=target(agency=""))
    judgement = analytics_dap_agency.judge(view)
    assert judgement.outcome == "passed"
    assert judgement.measures == (("dap-agency", "HHS"),)


def test_the_agency_may_stand_in_the_request_or_the_configuration() -> None:
    asked = RequestSeen(f"{SCRIPT}?agency=GSA", "script")
    assert (
        analytics_dap_agency.judge(site(page("<p>", HOME, requests=(asked,)))).outcome == "passed"
    )
    inline = "<script>var oCONFIG={GWT_UAID:['G-CSLL4ZEK4L'],AGENCY:'GSA'}</script>"
    assert analytics_dap_agency.judge(site(page(inline, HOME))).outcome == "passed"


def test_no_dap_on_a_part_of_a_site_proves_nothing() -> None:
    assert analytics_dap_agency.judge(site(page("<p>x", HOME))).outcome == "cantTell"
