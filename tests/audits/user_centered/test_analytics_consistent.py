import pytest

from audits.user_centered.analytics_consistent import analytics_consistent
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

TAG = '<script src="https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js"></script>'
GTM = "<script src=https://www.googletagmanager.com/gtm.js?id=GTM-ABCD></script>"
SCRIPT = "<script src=/a.js></script>"


def pages(
    having: int, without: int = 0, hidden: int = 0, more: str = "<p>x"
) -> list[PageObservation]:
    html = [TAG] * having + [more] * without
    seen = [page(one, f"{HOME}{n}") for n, one in enumerate(html)]
    return seen + [walked(f"<p>x{SCRIPT}", f"{HOME}h{n}") for n in range(hidden)]


@pytest.mark.parametrize(
    ("seen", "complete", "outcome"),
    [
        pytest.param(pages(20), False, "passed", id="on all of twenty"),
        pytest.param(pages(19, 1), False, "passed", id="on 95 of 100"),
        pytest.param(pages(3), True, "passed", id="on all of a small site"),
        pytest.param(pages(18, 2), False, "failed", id="on 90 of 100"),
        pytest.param(pages(2, 1), True, "failed", id="on two of three of a small site"),
        pytest.param(pages(17, 2, 1), False, "failed", id="too few even with what is hidden"),
        pytest.param(pages(18, 1, 1), False, "cantTell", id="enough with what is hidden"),
        pytest.param(pages(18, 2, more=GTM), False, "cantTell", id="a tag manager may have it"),
        pytest.param(pages(19), False, "cantTell", id="too few pages"),
        pytest.param(pages(0, 3), False, "cantTell", id="none on a part of a site"),
        pytest.param(pages(0, 1, 1), True, "cantTell", id="none, but scripts may add it"),
        pytest.param(pages(0, 3), True, "inapplicable", id="none on the whole site"),
        pytest.param([*pages(19, 1), page("<input type=password>", f"{HOME}in")], False, "passed",
                     id="a sign-in page does not count"),
        pytest.param([*pages(2), page("<p>x", "https://agency.org/a")], True, "passed",
                     id="nor does a page that is not on .gov"),
    ],
)  # fmt: skip
def test_outcome(seen: list[PageObservation], complete: bool, outcome: str) -> None:
    assert outcome_of(analytics_consistent, site(*seen, complete=complete)) == outcome


def test_the_pages_without_it_are_named() -> None:
    found = analytics_consistent.judge(site(*pages(2, 1), complete=True))
    assert found.summary == "DAP was found on 2 of 3 pages."
    assert [one.url for one in found.evidence] == [f"{HOME}2"]
    assert found.measures == (("dap-share", 0.667),)
