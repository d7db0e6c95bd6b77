import pytest

from audits.mobile.mobile_text_spacing import mobile_text_spacing
from ideaaudit.models import Box, PageObservation, Strain
from tests.audits.build import outcome_of, page, showing

BOX = Box("main > a.card", "<a class=card>", 0, 0, 100, 20)
SPACED = Strain("text-spacing")


def strained(*strains: Strain) -> PageObservation:
    return showing(strains=strains)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(strained(SPACED), "passed", id="nothing is lost"),
        pytest.param(
            strained(Strain("zoom-200", (BOX,), 1), SPACED), "passed", id="another strain's loss"
        ),
        pytest.param(strained(Strain("text-spacing", (BOX,), 1)), "cantTell", id="text is cut off"),
        pytest.param(
            strained(Strain("text-spacing", overlapping=(BOX,), overlapping_count=1)),
            "cantTell",
            id="text is covered",
        ),
        pytest.param(strained(Strain("zoom-200")), "cantTell", id="not tried"),
        pytest.param(page(), "untested", id="no strain was tried"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_text_spacing, seen) == outcome


def test_each_place_is_named_with_its_kind_of_loss() -> None:
    found = Strain("text-spacing", (BOX,), 25, (BOX,), 3)
    judgement = mobile_text_spacing.judge(strained(found))
    assert [one.datum for one in judgement.evidence] == ["clipped", "overlapping"]
    assert judgement.evidence[0].path == "main > a.card"
    assert judgement.measures == (("text-spacing-losses", 28),)
