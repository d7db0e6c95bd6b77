from dataclasses import replace

import pytest

from audits.secure.sec_paste_allowed import sec_paste_allowed
from ideaaudit.models import Box, PageObservation, PasteSeen
from tests.audits.build import outcome_of, page, walked

FIELD = Box("#p", '<input type="password" id="p">', 0, 0, 100, 20)


def tried(
    accepted: bool | None, autocomplete: str = "current-password", *, read_only: bool = False
) -> PasteSeen:
    return PasteSeen(FIELD, accepted, autocomplete, read_only)


def seen(passwords: tuple[PasteSeen, ...] | None) -> PageObservation:
    one = page("<p>x")
    assert one.rendering
    return replace(one, rendering=replace(one.rendering, passwords=passwords))


@pytest.mark.parametrize(
    ("passwords", "outcome"),
    [
        pytest.param((tried(True),), "passed", id="taken"),
        pytest.param((tried(True, ""),), "passed", id="taken, unmarked"),
        pytest.param((tried(True, "new-password off-topic"),), "passed", id="another word"),
        pytest.param((tried(False),), "failed", id="not taken"),
        pytest.param((tried(True), tried(False, "off")), "failed", id="the second not taken"),
        pytest.param((tried(None), tried(False)), "failed", id="one untried, one not taken"),
        pytest.param((tried(None),), "cantTell", id="untried"),
        pytest.param((tried(True), tried(True, " OFF ")), "cantTell", id="marked as off"),
        pytest.param((tried(True, read_only=True),), "cantTell", id="read-only at first"),
        pytest.param((), "inapplicable", id="no field"),
        pytest.param(None, "untested", id="not seen"),
    ],
)
def test_outcome(passwords: tuple[PasteSeen, ...] | None, outcome: str) -> None:
    assert outcome_of(sec_paste_allowed, seen(passwords)) == outcome


def test_a_page_that_no_browser_opened_is_untested() -> None:
    assert outcome_of(sec_paste_allowed, walked("<input type=password>")) == "untested"
    assert sec_paste_allowed.judge(walked("<p>")).outcome == "inapplicable"


@pytest.mark.parametrize(
    ("one", "datum"),
    [
        (tried(False), "refused"), (tried(None, "off"), "untried"),
        (tried(True, "nope", read_only=True), "autocomplete"),
        (tried(True, read_only=True), "read-only"),
    ],
)  # fmt: skip
def test_what_is_in_the_way_is_the_cause(one: PasteSeen, datum: str) -> None:
    found = sec_paste_allowed.judge(seen((one,))).evidence
    assert [(e.datum, e.selector, e.markup) for e in found] == [(datum, "#p", FIELD.markup)]
    assert found[0].detail
