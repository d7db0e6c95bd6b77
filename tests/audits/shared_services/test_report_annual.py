import pytest

from audits.facts.summary import site_summary
from audits.shared_services.report_annual import report_annual
from ideaaudit.models import PathSeen, SiteObservation
from tests.audits.build import HOME, outcome_of, page, seen_as, site


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param('<a href="/r.pdf">21st Century IDEA Report</a>', "passed", id="a link"),
        pytest.param('<a href="/r.pdf">21ST&nbsp;CENTURY\n IDEA</a>', "passed", id="loud"),
        pytest.param('<a href="/21st-century-idea-2022.pdf">2022</a>', "passed", id="its file"),
        pytest.param(
            "<title>21st Century Integrated Digital Experience Act</title>", "passed", id="a page"
        ),
        pytest.param(
            '<a href="https://www.congress.gov/bill">21st Century IDEA</a>', "cantTell",
            id="the law itself",
        ),
        pytest.param('<a href="#x">21st Century IDEA</a>', "cantTell", id="a link nowhere"),
        pytest.param('<a href="/digitalstrategy">Strategy</a>', "cantTell", id="digital strategy"),
        pytest.param('<a href="/x">21st century ideas</a>', "cantTell", id="near miss"),
        pytest.param("", "cantTell", id="nothing"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(report_annual, seen_as(page(html, HOME))) == outcome


@pytest.mark.parametrize(
    ("status", "soft", "text", "outcome"),
    [
        pytest.param(200, False, "Our 21st Century IDEA reports", "passed", id="named"),
        pytest.param(200, None, "Milestones", "cantTell", id="another page"),
        pytest.param(200, True, "21st Century IDEA", "cantTell", id="no such page"),
        pytest.param(404, None, "21st Century IDEA", "cantTell", id="not found"),
    ],
)
def test_the_page_on_digital_strategy_was_asked(
    status: int, soft: bool | None, text: str, outcome: str
) -> None:
    path = PathSeen("digitalstrategy", f"{HOME}digitalstrategy", status, text=text, soft_404=soft)
    seen = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(path,))
    summary = site_summary(site(page("<p>x", HOME), observation=seen))
    assert outcome_of(report_annual, summary) == outcome


def test_hints_are_shown() -> None:
    hinting = seen_as(page('<a href="/x">Digital strategy</a>', HOME))
    found = report_annual.judge("Agency", (hinting,))
    assert [where.url for where in found.evidence] == [f"{HOME}x"]
