import pytest

from audits.mobile.mobile_zoom import mobile_zoom
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked


def meta(content: str) -> PageObservation:
    return page(f'<head><meta name="viewport" content="{content}"></head><body>x')


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(meta("width=device-width, initial-scale=1"), "passed", id="no bound"),
        pytest.param(meta("width=device-width, maximum-scale=5"), "passed", id="five times"),
        pytest.param(meta("width=device-width, maximum-scale=10"), "passed", id="ten times"),
        pytest.param(meta("maximum-scale=-1"), "passed", id="a negative bound is none"),
        pytest.param(meta("maximum-scale=auto"), "passed", id="a bound that is no number is none"),
        pytest.param(meta("user-scalable=yes"), "passed", id="yes"),
        pytest.param(meta("user-scalable=1"), "passed", id="1 stands for yes"),
        pytest.param(meta("user-scalable=-1"), "passed", id="and -1 too"),
        pytest.param(meta("user-scalable=device-width"), "passed", id="a width stands for yes"),
        pytest.param(meta("user-scalable=device-height"), "passed", id="and a height"),
        pytest.param(page("<p>x"), "passed", id="no viewport"),
        pytest.param(walked("<p>x"), "passed", id="no viewport and no script"),
        pytest.param(page(""), "passed", id="an empty page"),
        pytest.param(meta(""), "passed", id="an empty viewport"),
        pytest.param(meta("user-scalable=no"), "failed", id="no"),
        pytest.param(meta("USER-SCALABLE = No"), "failed", id="upper case and odd spaces"),
        pytest.param(meta("width=device-width&#44; user-scalable&#61;0"), "failed", id="entities"),
        pytest.param(meta("user-scalable=0.5"), "failed", id="half stands for no"),
        pytest.param(meta("maximum-scale=1.0"), "failed", id="no larger"),
        pytest.param(meta("width=device-width;maximum-scale=1.99"), "failed", id="a semicolon"),
        pytest.param(meta("maximum-scale=yes"), "failed", id="yes stands for 1"),
        pytest.param(
            page("<META NAME=VIEWPORT CONTENT='user-scalable=no'>"), "failed", id="odd markup"
        ),
        pytest.param(meta("maximum-scale=2"), "cantTell", id="twice is enough by 1.4.4"),
        pytest.param(meta("maximum-scale=4.9"), "cantTell", id="less than five times"),
        pytest.param(meta("user-scalable=nope"), "cantTell", id="a word without meaning"),
        pytest.param(
            walked("<script src=a.js></script><p>a few words"), "untested", id="nothing but scripts"
        ),
        pytest.param(
            walked("<script src=a.js></script><p>" + "word " * 30),
            "cantTell",
            id="scripts that were not run",
        ),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_zoom, seen) == outcome


def test_the_last_viewport_counts() -> None:
    both = '<meta name="viewport" content="{}"><meta name="viewport" content="{}">'
    ok, no = "width=device-width", "user-scalable=no"
    assert outcome_of(mobile_zoom, page(both.format(ok, no))) == "failed"
    assert outcome_of(mobile_zoom, page(both.format(no, ok))) == "passed"
