import pytest

from audits.mobile.mobile_content_width import mobile_content_width
from ideaaudit.models import Box, Layout, PageObservation
from tests.audits.build import outcome_of, page, showing

BOX = Box("main > div.wide", "<div class=wide>", 10, 0, 600, 40)
GUTTER = Box("main > div.row", "<div class=row>", -8, 0, 406, 40)
SIXTEEN = Box("main > div.row", "<div class=row>", 0, 0, 406, 40)
SEVENTEEN = Box("main > div.row", "<div class=row>", 0, 0, 407, 40)
FITS = ((360, 360), (412, 412), (768, 768))


def phone(
    reach: int = 390,
    *boxes: Box,
    exempt: int = 0,
    window: int = 390,
    empty: tuple[Box, ...] = (),
) -> Layout:
    return Layout("phone", 390, 844, True, window, reach, boxes, exempt, overflowing_empty=empty)


def narrow(reach: int = 320, *boxes: Box, exempt: int = 0) -> Layout:
    return Layout("narrow", 320, 640, True, 320, reach, boxes, exempt)


def seen(*layouts: Layout, widths: tuple[tuple[int, int], ...] = FITS) -> PageObservation:
    return showing(layouts=layouts, widths=widths)


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(narrow(), phone()), "passed", id="fits all"),
        pytest.param(
            seen(phone(391), widths=((360, 361),)), "passed", id="a pixel of rounding is no fault"
        ),
        pytest.param(
            seen(narrow(500, BOX), phone()), "passed", id="320 pixels are another check's"
        ),
        pytest.param(seen(phone(610, BOX)), "failed", id="a box sticks out"),
        pytest.param(seen(phone(392, BOX)), "failed", id="two pixels too wide"),
        pytest.param(seen(phone(610, BOX, exempt=3)), "failed", id="a box sticks out, and a table"),
        pytest.param(seen(phone(610)), "cantTell", id="too wide, and nothing is named"),
        pytest.param(
            seen(phone(398, window=398, empty=(GUTTER,)), widths=((360, 368),)),
            "passed",
            id="a gutter of empty space",
        ),
        pytest.param(seen(phone(398, BOX, empty=(GUTTER,))), "failed", id="a gutter, and a box"),
        pytest.param(
            seen(phone(398, exempt=1, empty=(GUTTER,))), "cantTell", id="a gutter, and a table"
        ),
        pytest.param(seen(phone(398, window=398)), "cantTell", id="a gutter's width of what?"),
        pytest.param(
            seen(phone(398, empty=(GUTTER,)), widths=((768, 800),)),
            "cantTell",
            id="a gutter here, and more elsewhere",
        ),
        pytest.param(seen(phone(406, empty=(SIXTEEN,))), "passed", id="16 pixels are a gutter"),
        pytest.param(seen(phone(407, empty=(SEVENTEEN,))), "failed", id="17 pixels are none"),
        pytest.param(
            seen(narrow(380, BOX), phone(398, empty=(GUTTER,))), "passed", id="a phone's say first"
        ),
        pytest.param(
            seen(phone(980, exempt=1, window=980)), "cantTell", id="a table forces the window"
        ),
        pytest.param(seen(phone(window=406)), "cantTell", id="a window forced by a gutter"),
        pytest.param(seen(phone(window=407)), "failed", id="a window forced by more"),
        pytest.param(seen(phone(window=980)), "failed", id="it forces the window"),
        pytest.param(
            seen(narrow(380, BOX), phone(), widths=((360, 380),)), "failed", id="only at 360"
        ),
        pytest.param(seen(phone(610, exempt=1)), "cantTell", id="only a table sticks out"),
        pytest.param(seen(narrow(), phone(), widths=((768, 1000),)), "cantTell", id="only at 768"),
        pytest.param(showing(layouts=(phone(),)), "untested", id="other widths were not seen"),
        pytest.param(showing(widths=FITS), "untested", id="no phone was seen"),
        pytest.param(page(rendered=False), "untested", id="not rendered"),
    ],
)
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_content_width, observed) == outcome


def test_what_sticks_out_is_named_at_the_widest_phone_and_every_width_is_measured() -> None:
    inner = Box("main > b", "<b>", 0, 0, 330, 10)
    judgement = mobile_content_width.judge(seen(narrow(330, inner), phone(610, BOX)))
    [evidence] = judgement.evidence
    assert (evidence.path, evidence.detail) == (
        "main > div.wide",
        "It sticks out of 390 CSS pixels by 220.",
    )
    assert judgement.measures == (
        ("width-at-360", 360), ("width-at-390", 610), ("width-at-412", 412), ("width-at-768", 768),
    )  # fmt: skip


@pytest.mark.parametrize("shown", [phone(610), phone(610, window=610)])
def test_where_nothing_is_named_the_widths_are(shown: Layout) -> None:
    judgement = mobile_content_width.judge(seen(shown, widths=((360, 610), (412, 610))))
    [evidence] = judgement.evidence
    assert evidence.detail == "It is wider than screens of 360, 390, 412 pixels."


def test_a_gutter_is_named_though_it_passes() -> None:
    [evidence] = mobile_content_width.judge(seen(phone(398, empty=(GUTTER,)))).evidence
    assert evidence.detail == "It sticks out of 390 CSS pixels by 8."


@pytest.mark.parametrize(
    ("observed", "said"),
    [
        (seen(phone(610, exempt=1)), "only content that may sticks out"),
        (seen(phone(610)), "no element that was named sticks out"),
        (seen(phone(), widths=((768, 1000),)), "we did not see what sticks out"),
    ],
)
def test_why_it_cannot_be_told_is_said(observed: PageObservation, said: str) -> None:
    assert said in mobile_content_width.judge(observed).summary
