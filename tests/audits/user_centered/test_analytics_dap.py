import pytest

from audits.evaluate import judge_page
from audits.unanimous import Unanimous
from audits.user_centered.analytics_dap import analytics_dap
from ideaaudit.models import Outcome, PageObservation, RequestSeen
from tests.audits.build import HOME, page, walked

DAP = "https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js?agency=GSA"
TAG = f'<script async id="_fed_an_ua_tag" src="{DAP}"></script>'
GTM = "https://www.googletagmanager.com/gtm.js?id=GTM-ABC123"


def asked(url: str, *, sent: bool = False, status: int | None = None) -> tuple[RequestSeen, ...]:
    return (RequestSeen(url, "script", sent=sent, status=status),)


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(TAG, "passed", id="its script"),
        pytest.param('<SCRIPT SRC="/js/universal-federated-analytics.8.7.js?AGENCY=X">', "passed",
                     id="hosted by the agency, upper case"),
        pytest.param('<script id="_fed_an_ua_tag" src="/js/a.js"></script>', "passed", id="its id"),
        pytest.param("<script>gtag('config','G-CSLL4ZEK4L')</script>", "passed", id="its property"),
        pytest.param("<p>No analytics", "failed", id="nothing"),
        pytest.param("", "failed", id="an empty document"),
        pytest.param("<script>gtag('config','G-ABCDEFGHIJ')</script>", "failed", id="another's"),
        pytest.param("<p>We use the Digital Analytics Program</p>", "failed", id="only named"),
        pytest.param(f'<script src="{GTM}"></script>', "cantTell", id="a tag manager not loaded"),
        pytest.param('<script src="//cdn.cookielaw.org/x.js"></script>', "cantTell", id="consent"),
        pytest.param("<form><input type=password></form>", "inapplicable", id="a sign-in page"),
        pytest.param(f"{TAG}<form><input type=password></form>", "passed", id="sign-in with DAP"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert analytics_dap.judge(page(html)).outcome == outcome


def test_a_request_is_enough() -> None:
    assert analytics_dap.judge(page("<p>x", requests=asked(DAP))).outcome == "passed"
    hit = asked("https://www.google-analytics.com/g/collect?v=2&tid=G-CSLL4ZEK4L")
    assert analytics_dap.judge(page("<p>x", requests=hit)).outcome == "passed"


def test_a_tag_manager_that_was_loaded_hides_nothing() -> None:
    html = f'<script src="{GTM}"></script>'
    loaded = asked(GTM, sent=True, status=200)
    assert analytics_dap.judge(page(html, requests=loaded)).outcome == "failed"


def test_other_domains_take_no_part() -> None:
    assert analytics_dap.judge(page("<p>x", "https://agency.org/")).outcome == "inapplicable"


def test_a_page_that_no_browser_opened_is_untested() -> None:
    [verdict] = judge_page(walked("<p>x"), [analytics_dap]).verdicts
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "not-sampled")


def outcomes(*pages: PageObservation) -> list[str]:
    held = Unanimous([analytics_dap])
    now = [held.sift(one.url, judge_page(one, [analytics_dap]).verdicts) for one in pages]
    told = [found or held.settled(one.url) for one, found in zip(pages, now, strict=True)]
    return [verdict.outcome for [verdict] in told]


def test_a_site_without_dap_fails_on_every_page() -> None:
    assert outcomes(page("<p>a", HOME), page("<p>b")) == ["failed", "failed"]


def test_where_one_page_has_it_the_others_cannot_be_told() -> None:
    assert outcomes(page("<p>a", HOME), page(TAG)) == ["cantTell", "passed"]


def test_a_page_that_is_not_judged_divides_nothing() -> None:
    assert outcomes(page("<p>a", HOME), page(TAG, status=404)) == ["failed", "inapplicable"]
