import pytest

from audits.mobile.mobile_performance import mobile_performance
from ideaaudit.models import PageObservation, Vitals
from tests.audits.build import outcome_of, page, showing


def vitals(lcp: float | None, cls: float | None, ttfb: float | None = 120.4) -> PageObservation:
    return showing(vitals=Vitals(lcp, cls, ttfb, 300_000, 21, 0.5))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(vitals(1200, 0.02), "passed", id="fast and steady"),
        pytest.param(vitals(2500, 0.1), "passed", id="just fast and steady enough"),
        pytest.param(vitals(1200, 0, None), "passed", id="no first byte told"),
        pytest.param(vitals(2501, 0.02), "cantTell", id="slow"),
        pytest.param(vitals(1200, 0.11), "cantTell", id="it jumps"),
        pytest.param(vitals(None, 0.02), "cantTell", id="no paint told"),
        pytest.param(vitals(1200, None), "cantTell", id="no shift told"),
        pytest.param(page(), "untested", id="not measured"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_performance, seen) == outcome


def test_what_is_slow_is_said_and_all_is_measured() -> None:
    judgement = mobile_performance.judge(vitals(6000.4, 0.31234))
    assert judgement.evidence[0].datum == "it comes slowly its content shifts"
    assert judgement.measures == (
        ("largest-contentful-paint", 6000),
        ("cumulative-layout-shift", 0.3123),
        ("time-to-first-byte", 120),
        ("transferred-bytes", 300_000),
        ("requests", 21),
    )


def test_what_was_not_told_is_measured_as_unknown() -> None:
    measures = dict(mobile_performance.judge(vitals(None, None, None)).measures)
    assert measures["largest-contentful-paint"] is None
    assert measures["requests"] == 21
