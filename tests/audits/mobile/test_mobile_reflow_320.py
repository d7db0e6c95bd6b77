import pytest

from audits.evaluate import judge_page
from audits.mobile.mobile_reflow_320 import mobile_reflow_320
from ideaaudit.models import Box, Gap, Layout, Outcome, Reason
from tests.audits.build import outcome_of, page

BOX = Box("main > div.wide-7f3", "<div class=wide>", 10, 0, 600, 40)


SIXTEEN = Box("main > div.row", "<div class=row>", -16, 0, 352, 40)
SEVENTEEN = Box("main > div.row", "<div class=row>", -16, 0, 353, 40)


def narrow(
    width: int,
    *boxes: Box,
    exempt: int = 0,
    window: int = 320,
    empty: tuple[Box, ...] = (),
) -> Layout:
    return Layout("narrow", 320, 640, True, window, width, boxes, exempt, overflowing_empty=empty)


PHONE = Layout("phone", 390, 844, True, 390, 390)
DESKTOP = Layout("desktop", 1280, 800, False, 1280, 2000)


@pytest.mark.parametrize(
    ("layouts", "outcome"),
    [
        pytest.param([narrow(320)], "passed", id="it fits"),
        pytest.param([narrow(321, BOX)], "passed", id="a pixel of rounding is no fault"),
        pytest.param([DESKTOP, PHONE, narrow(320)], "passed", id="only 320 pixels decide"),
        pytest.param([narrow(610, BOX)], "failed", id="a box sticks out"),
        pytest.param([narrow(610, BOX, exempt=2)], "failed", id="a box and a table"),
        pytest.param([narrow(900, exempt=2)], "cantTell", id="tables and maps may"),
        pytest.param([narrow(320, window=980)], "cantTell", id="the window is forced"),
        pytest.param([narrow(336, empty=(SIXTEEN,))], "passed", id="a gutter of empty space"),
        pytest.param([narrow(337, empty=(SEVENTEEN,))], "failed", id="more than a gutter"),
        pytest.param([narrow(337, empty=(SIXTEEN,))], "cantTell", id="what else is not known"),
        pytest.param([narrow(336, BOX, empty=(SIXTEEN,))], "failed", id="a gutter and a box"),
        pytest.param([narrow(336, exempt=1, empty=(SIXTEEN,))], "cantTell", id="and a table"),
        pytest.param([narrow(336)], "cantTell", id="a gutter's width of what?"),
        pytest.param([DESKTOP, PHONE], "cantTell", id="not laid out at 320 pixels"),
        pytest.param([DESKTOP], "untested", id="no phone was seen"),
    ],
)
def test_outcome(layouts: list[Layout], outcome: str) -> None:
    assert outcome_of(mobile_reflow_320, page("x", layouts=tuple(layouts))) == outcome


def test_why_it_cannot_be_told_is_said() -> None:
    said = [
        mobile_reflow_320.judge(page("x", layouts=(one,))).summary
        for one in (narrow(900, exempt=2), narrow(900))
    ]
    assert "only content that may" in said[0]
    assert "no element that was named" in said[1]


def test_a_box_that_sticks_out_fails_and_is_named() -> None:
    judgement = mobile_reflow_320.judge(page("x", layouts=(narrow(610, BOX),)))
    assert judgement.outcome is Outcome.FAILED
    [evidence] = judgement.evidence
    assert evidence.path == "main > div"
    assert "290 CSS pixels" in evidence.detail
    assert judgement.measures == (("width-at-320", 610),)


def test_a_gutter_is_named_though_it_passes() -> None:
    judgement = mobile_reflow_320.judge(page("x", layouts=(narrow(336, empty=(SIXTEEN,)),)))
    assert [one.detail for one in judgement.evidence] == ["It sticks out by 16 CSS pixels."]


def test_without_a_phone_it_is_untested_for_the_layouts_reason() -> None:
    gap = Gap("layout", Reason.TIMEOUT, "the step took longer than 10 s")
    [verdict] = judge_page(page("x", gaps=(gap,)), [mobile_reflow_320]).verdicts
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "timeout")
