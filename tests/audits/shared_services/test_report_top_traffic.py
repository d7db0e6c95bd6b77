import pytest

from audits.shared_services.report_top_traffic import report_top_traffic
from ideaaudit.models import SiteSummary, Target
from tests.audits.build import outcome_of


def of(name: str, visits: int | None, pages: int = 1, listed: str = "") -> SiteSummary:
    target = Target(f"https://{name}.gov/", f"{name}.gov", "A", visits=visits, listed=listed)
    return SiteSummary(target, pages, complete=True)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param((of("a", 80), of("b", 20, 0)), "passed", id="the one that has 80 percent"),
        pytest.param((of("a", 79), of("b", 21, 0)), "cantTell", id="it needs the second too"),
        pytest.param((of("a", 79), of("b", 21)), "passed", id="both were seen"),
        pytest.param((of("a", 80, 0), of("b", 20)), "cantTell", id="the most visited was not seen"),
        pytest.param((of("a", None), of("b", None)), "cantTell", id="no visits are known"),
        pytest.param((of("a", 0),), "cantTell", id="nobody came"),
        pytest.param((of("a", 9), of("b", None, 0)), "passed", id="unknown traffic is left out"),
        pytest.param((), "untested", id="nothing was seen"),
    ],
)
def test_outcome(sites: tuple[SiteSummary, ...], outcome: str) -> None:
    assert outcome_of(report_top_traffic, *sites) == outcome


def test_the_fewest_sites_are_counted_most_visited_first() -> None:
    sites = (of("a", 10), of("b", 50, listed="index of 2026"), of("c", 40, 0), of("d", 0))
    found = report_top_traffic.judge("Agency", sites)
    assert dict(found.measures) == {"top-traffic-sites": 2, "top-traffic-missed": 1}
    assert [where.datum for where in found.evidence] == ["c.gov"]
    assert found.evidence[0].detail == "40 visits. By the index of 2026."
