from audits.evaluate import judge_page
from audits.mobile.mobile_reflow_320 import mobile_reflow_320
from ideaaudit.models import Box, Gap, Layout, Outcome, Reason
from tests.audits.build import page

BOX = Box("main > div.wide-7f3", "<div class=wide>", 10, 0, 600, 40)


def narrow(width: int, *boxes: Box, exempt: int = 0, window: int = 320) -> Layout:
    return Layout("narrow", 320, 640, True, window, width, boxes, exempt)


def judged(*layouts: Layout) -> str:
    return mobile_reflow_320.judge(page("x", layouts=layouts)).outcome


def test_a_page_that_fits_passes_and_a_pixel_of_rounding_is_no_fault() -> None:
    assert judged(narrow(320)) == "passed"
    assert judged(narrow(321, BOX)) == "passed"


def test_a_box_that_sticks_out_fails_and_is_named() -> None:
    judgement = mobile_reflow_320.judge(page("x", layouts=(narrow(610, BOX),)))
    assert judgement.outcome is Outcome.FAILED
    [evidence] = judgement.evidence
    assert evidence.path == "main > div"
    assert "290 CSS pixels" in evidence.detail
    assert judgement.measures == (("width-at-320", 610),)


def test_tables_and_maps_may_stick_out() -> None:
    assert judged(narrow(900, exempt=2)) == "cantTell"


def test_a_page_that_forces_its_window_cannot_be_told_by_boxes() -> None:
    assert judged(narrow(320, window=980)) == "cantTell"


def test_only_the_layout_at_320_decides() -> None:
    phone = Layout("phone", 390, 844, True, 390, 390)
    desktop = Layout("desktop", 1280, 800, False, 1280, 2000)
    assert judged(desktop, phone) == "cantTell"
    assert judged(desktop, phone, narrow(320)) == "passed"


def test_without_a_phone_it_is_untested_for_the_layouts_reason() -> None:
    gap = Gap("layout", Reason.TIMEOUT, "the step took longer than 10 s")
    [verdict] = judge_page(page("x", gaps=(gap,)), [mobile_reflow_320]).verdicts
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "timeout")
