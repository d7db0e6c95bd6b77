import pytest

from audits.mobile.mobile_viewport import mobile_viewport
from tests.audits.build import page, walked


def meta(content: str) -> str:
    return f'<head><meta name="viewport" content="{content}"></head><body>x'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(meta("width=device-width, initial-scale=1"), "passed", id="as advised"),
        pytest.param(meta("width=device-width"), "passed", id="no scale"),
        pytest.param(meta("WIDTH = Device-Width ; initial-scale=1.0"), "passed", id="upper case"),
        pytest.param(meta("initial-scale=1&#44;width=device-width"), "passed", id="an entity"),
        pytest.param(
            "<META NAME=Viewport CONTENT='width=device-width'>x", "passed", id="in the body"
        ),
        pytest.param(
            meta("width=980") + meta("width=device-width"), "passed", id="the last one counts"
        ),
        pytest.param("<head></head><p>x", "failed", id="none"),
        pytest.param("", "failed", id="an empty document"),
        pytest.param(meta("width=1024"), "failed", id="fixed"),
        pytest.param(meta("width=1024px, initial-scale=1"), "failed", id="fixed with a unit"),
        pytest.param(meta("initial-scale=1"), "cantTell", id="only a scale"),
        pytest.param(meta("width=device-width, initial-scale=0.5"), "cantTell", id="shrunk"),
        pytest.param(meta(""), "cantTell", id="empty"),
        pytest.param(meta("width=auto"), "cantTell", id="unknown"),
    ],
)
def test_outcome(html: str, outcome: str) -> None:
    assert mobile_viewport.judge(page(html)).outcome == outcome


def test_scripts_that_were_not_run_may_add_it() -> None:
    assert mobile_viewport.judge(walked("<script>x()</script><p>y")).outcome == "cantTell"
    assert mobile_viewport.judge(walked("<p>y")).outcome == "failed"
