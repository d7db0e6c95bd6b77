from dataclasses import replace

import pytest

from audits.accessible.a11y_keyboard_walk import a11y_keyboard_walk
from ideaaudit.models import Box, KeyboardWalk, PageObservation, TabStop
from tests.audits.build import outcome_of, page

BOX = Box("main > div.btn", "<div>", 0, 0, 10, 10)
SEEN, UNSEEN = TabStop("main > a", "<a>", True), TabStop("main > a.x", "<a>", False)
UNKNOWN = TabStop("main > a.y", "<a>", None)


def walked_by(walk: KeyboardWalk | None) -> PageObservation:
    seen = page("<p>Text")
    assert seen.rendering
    return replace(seen, rendering=replace(seen.rendering, keyboard=walk))


@pytest.mark.parametrize(
    ("walk", "outcome"),
    [
        pytest.param(KeyboardWalk(3, True, 2, trap=SEEN), "failed", id="caught"),
        pytest.param(KeyboardWalk(3, True, 2, (SEEN,)), "cantTell", id="all reached"),
        pytest.param(KeyboardWalk(3, True, 2, (UNSEEN,)), "cantTell", id="focus not shown"),
        pytest.param(KeyboardWalk(3, True, 0), "cantTell", id="nothing to reach"),
        pytest.param(None, "untested", id="no keyboard was tried"),
    ],
)
def test_outcome(walk: KeyboardWalk | None, outcome: str) -> None:
    assert outcome_of(a11y_keyboard_walk, walked_by(walk)) == outcome


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>Press Ctrl+M to exit", "cantTell", id="a key is named"),
        pytest.param("<p>PRESS THE&nbsp;Esc key", "cantTell", id="in capitals"),
        pytest.param("<p>Presione la tecla Inicio", "cantTell", id="some key in Spanish"),
        pytest.param("<p>Pulse Alt para salir", "cantTell", id="a key is named in Spanish"),
        pytest.param("<a href=#>How to go to the next element</a>", "cantTell", id="help"),
        pytest.param("<a href=#>C&oacute;mo salir</a>", "cantTell", id="help in Spanish"),
        pytest.param("<p>Go to the next element", "failed", id="no way is named"),
        pytest.param("<p>Press releases; control rooms; keys", "failed", id="near misses"),
    ],
)
def test_a_way_out_that_is_named_is_for_a_person_to_try(html: str, outcome: str) -> None:
    seen = page(html)
    assert seen.rendering
    caught = KeyboardWalk(3, True, 2, trap=SEEN)
    seen = replace(seen, rendering=replace(seen.rendering, keyboard=caught))
    assert outcome_of(a11y_keyboard_walk, seen) == outcome


@pytest.mark.parametrize(
    ("walk", "hints", "words"),
    [
        (KeyboardWalk(3, True, 2, (SEEN, UNKNOWN)), [], "reached all"),
        (KeyboardWalk(3, False, 2, (SEEN,)), [], "first part"),
        (KeyboardWalk(3, True, 2, (UNSEEN, SEEN)), ["focus"], "some controls"),
        (KeyboardWalk(3, True, 2, (), (BOX,), 1), ["unreached"], "some controls"),
    ],
)
def test_hints_are_listed(walk: KeyboardWalk, hints: list[str], words: str) -> None:
    found = a11y_keyboard_walk.judge(walked_by(walk))
    assert [one.datum for one in found.evidence] == hints
    assert words in found.summary


def test_the_trap_and_the_counts_are_given() -> None:
    walk = KeyboardWalk(9, True, 4, (SEEN, UNSEEN), (BOX,), 7, trap=UNSEEN)
    found = a11y_keyboard_walk.judge(walked_by(walk))
    assert [one.path for one in found.evidence] == ["main > a.x"]
    assert dict(found.measures) == {
        "keyboard-stops": 2,
        "keyboard-unreached": 7,
        "keyboard-no-visible-focus": 1,
    }


def test_without_a_walk_nothing_is_said() -> None:
    assert a11y_keyboard_walk.judge(page("x", rendered=False)).outcome == "cantTell"
