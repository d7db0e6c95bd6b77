from dataclasses import replace

import pytest

from audits.accessible.a11y_zoom_200 import a11y_zoom_200
from ideaaudit.models import Box, PageObservation, Strain
from tests.audits.build import outcome_of, page

BOX = Box("main > p", "<p>", 0, 0, 10, 10)


def meta(content: str) -> PageObservation:
    return page(f'<meta name="viewport" content="{content}"><p>Text')


def strained(*strains: Strain) -> PageObservation:
    seen = page("<p>Text")
    assert seen.rendering
    return replace(seen, rendering=replace(seen.rendering, strains=strains))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(meta("width=device-width"), "cantTell", id="nothing blocked"),
        pytest.param(meta("USER-SCALABLE = NO"), "failed", id="upper case and blanks"),
        pytest.param(meta("user-scalable=0"), "failed", id="a zero for no"),
        pytest.param(meta("user-scalable=yes"), "cantTell", id="allowed"),
        pytest.param(meta("maximum-scale=1.0"), "failed", id="no enlarging"),
        pytest.param(meta("maximum-scale=1.9"), "failed", id="less than twice"),
        pytest.param(meta("maximum-scale=2"), "cantTell", id="twice"),
        pytest.param(meta("maximum-scale=5"), "cantTell", id="five times"),
        pytest.param(meta("user-scalable=maybe"), "cantTell", id="words that mean nothing"),
        pytest.param(page("<p>Text"), "cantTell", id="no viewport"),
        pytest.param(strained(Strain("zoom-200", (BOX,), 1)), "cantTell", id="text cut off"),
        pytest.param(page("x", status=500), "untested", id="the server failed"),
        pytest.param(page("x", status=404), "inapplicable", id="no page"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_zoom_200, seen) == outcome


@pytest.mark.parametrize(
    ("strain", "hints"),
    [
        (Strain("zoom-200", (BOX,), 1), ["clipped"]),
        (Strain("zoom-200", (), 0, (BOX,), 1), ["overlapping"]),
        (Strain("zoom-200", window_width=640, document_width=900), ["sideways"]),
        (Strain("zoom-200", window_width=640, document_width=640), []),
        (Strain("zoom-200", window_width=0, document_width=640), []),
        (Strain("text-spacing", (BOX,), 1), []),
    ],
)
def test_what_may_be_lost_is_listed(strain: Strain, hints: list[str]) -> None:
    found = a11y_zoom_200.judge(strained(strain))
    assert [one.datum for one in found.evidence] == hints
    assert ("may be lost" in found.summary) is bool(hints)
    assert bool(found.measures) is (strain.name == "zoom-200")
    assert ("laid out" in found.summary) is (strain.name != "zoom-200")


def test_the_last_viewport_counts() -> None:
    html = "<meta name=viewport content='user-scalable=no'><meta name=viewport content='width=1'>"
    assert a11y_zoom_200.judge(page(html)).outcome == "cantTell"
