import pytest

from audits.mobile.mobile_orientation import mobile_orientation
from ideaaudit.models import Box, PageObservation, Strain
from tests.audits.build import outcome_of, page, showing

BOX = Box("main > h1", "<h1>", 0, 0, 100, 20)


def strained(*strains: Strain) -> PageObservation:
    return showing(strains=strains)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(strained(Strain("landscape")), "passed", id="it flows"),
        pytest.param(
            strained(Strain("zoom-200", locked=True), Strain("landscape")),
            "passed",
            id="another strain's",
        ),
        pytest.param(strained(Strain("landscape", locked=True)), "failed", id="locked"),
        pytest.param(
            strained(Strain("landscape", (BOX,), 1, locked=True)), "failed", id="locked and cut"
        ),
        pytest.param(strained(Strain("landscape", (BOX,), 1)), "cantTell", id="text is cut off"),
        pytest.param(
            strained(Strain("landscape", overlapping=(BOX,), overlapping_count=2)),
            "cantTell",
            id="text is covered",
        ),
        pytest.param(strained(Strain("text-spacing")), "cantTell", id="not turned"),
        pytest.param(page(), "untested", id="no strain was tried"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_orientation, seen) == outcome
