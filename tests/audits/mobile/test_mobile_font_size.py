from typing import Any

import pytest

from audits.mobile.mobile_font_size import mobile_font_size
from ideaaudit.models import Layout, PageObservation
from tests.audits.build import outcome_of, page, showing


def phone(characters: int, small: int, width: int = 390, **more: Any) -> Layout:
    window = {"window_width": width, "document_width": width} | more
    return Layout(
        "phone", width, 844, True, characters=characters, small_characters=small, **window
    )


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(showing(layouts=(phone(100, 0),)), "passed", id="none is small"),
        pytest.param(showing(layouts=(phone(100, 40),)), "passed", id="60 % is large enough"),
        pytest.param(
            showing(layouts=(phone(100, 99, 320), phone(100, 0))), "passed", id="the widest counts"
        ),
        pytest.param(
            showing(layouts=(phone(100, 0, window_width=406),)), "passed", id="a gutter too wide"
        ),
        pytest.param(
            showing(layouts=(phone(100, 0, window_width=407),)), "cantTell", id="more than a gutter"
        ),
        pytest.param(showing(layouts=(phone(100, 41),)), "failed", id="less than 60 %"),
        pytest.param(showing(layouts=(phone(7, 7),)), "failed", id="all is small"),
        pytest.param(
            showing(layouts=(phone(100, 0, window_width=980),)), "cantTell", id="shown shrunk"
        ),
        pytest.param(
            showing(layouts=(phone(9, 9, window_width=980),)), "failed", id="small and shrunk"
        ),
        pytest.param(showing(layouts=(phone(0, 0),)), "inapplicable", id="no text"),
        pytest.param(page(), "untested", id="no phone was seen"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_font_size, seen) == outcome


def test_the_share_is_measured() -> None:
    judgement = mobile_font_size.judge(showing(layouts=(phone(300, 100),)))
    assert judgement.measures == (("legible-text-share", 0.667),)
    assert judgement.evidence[0].detail == "100 of 300 characters are below 12 CSS pixels."
