from dataclasses import replace

import pytest

from audits.accessible.a11y_current_wcag import a11y_current_wcag
from ideaaudit.models import AxeResult, Box, Layout, PageObservation, PasteSeen
from tests.audits.axe import axe_of, rule
from tests.audits.build import outcome_of, page

BOX = Box("main > div", "<div>", 0, 0, 600, 20)


SPACED = '<div style="word-spacing: .1em !important">'


def spaced(*markup: str, count: int) -> PageObservation:
    """A page where axe finds fixed spacing on these elements, and more that it does not show."""
    named = rule("avoid-inline-spacing", count=count)
    nodes = tuple(replace(named.nodes[0], markup=one) for one in markup)
    return page("x", axe=AxeResult("4.12.1", (replace(named, nodes=nodes),), (), (), ()))


def narrow(width: int = 600, *boxes: Box, window: int = 320, at: int = 320) -> PageObservation:
    layout = Layout("narrow", at, 640, True, window, width, overflowing=boxes)
    return page("<p>x</p>", axe=axe_of(), layouts=(layout,))


def pasted(accepted: bool | None) -> PageObservation:
    seen = page("<p>x</p>", axe=axe_of())
    assert seen.rendering
    tried = (PasteSeen(BOX, accepted, "", False),)
    return replace(seen, rendering=replace(seen.rendering, passwords=tried))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("x", axe=axe_of("target-size")), "failed", id="a target too small"),
        pytest.param(page("x", axe=axe_of("avoid-inline-spacing")), "failed", id="spacing fixed"),
        pytest.param(spaced(SPACED, count=1), "cantTell", id="spacing of no text"),
        pytest.param(
            spaced(f"{SPACED}\n <p>Words", count=30), "cantTell", id="spacing of no text of its own"
        ),
        pytest.param(
            spaced(SPACED, f"{SPACED} Words", count=2), "failed", id="spacing of some text"
        ),
        pytest.param(page("x", axe=axe_of("image-alt")), "cantTell", id="only in WCAG 2.0"),
        pytest.param(page("x", axe=axe_of("region")), "cantTell", id="only a best practice"),
        pytest.param(page("x", axe=axe_of(review=("target-size",))), "cantTell", id="for review"),
        pytest.param(page("x", axe=axe_of()), "cantTell", id="nothing found"),
        pytest.param(narrow(600, BOX), "failed", id="a box sticks out at 320"),
        pytest.param(narrow(320, BOX, window=600), "failed", id="the page forces its window"),
        pytest.param(narrow(321, BOX), "cantTell", id="a pixel of rounding"),
        pytest.param(narrow(600), "cantTell", id="only a table sticks out"),
        pytest.param(narrow(600, BOX, at=390), "cantTell", id="a wider phone proves nothing"),
        pytest.param(pasted(False), "failed", id="no password can be pasted"),
        pytest.param(pasted(True), "cantTell", id="a password can be pasted"),
        pytest.param(pasted(None), "cantTell", id="pasting could not be tried"),
        pytest.param(page("x"), "untested", id="axe did not run"),
        pytest.param(page(None, media_type="application/pdf"), "inapplicable", id="a file"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_current_wcag, seen) == outcome


def test_a_probe_names_its_criterion() -> None:
    for seen, criterion in ((narrow(600, BOX), "1.4.10"), (pasted(False), "3.3.8")):
        found = a11y_current_wcag.judge(seen)
        assert [one.datum for one in found.evidence] == [criterion]
        assert "probes" in found.summary


def test_places_beyond_those_that_axe_keeps_are_counted() -> None:
    found = a11y_current_wcag.judge(spaced(SPACED, f"{SPACED}Words", count=5))
    assert found.measures == (("axe-current-violations", 4),)


def test_rules_are_counted_and_what_is_for_review_is_shown() -> None:
    axe: AxeResult = axe_of("target-size", "image-alt", review=("avoid-inline-spacing",))
    found = a11y_current_wcag.judge(page("x", axe=axe))
    assert found.measures == (("axe-current-violations", 1),)
    assert "target-size" in found.summary
    assert "probes" not in found.summary
    reviewed = a11y_current_wcag.judge(page("x", axe=axe_of(review=("target-size",))))
    assert [one.rule for one in reviewed.evidence] == ["target-size"]
