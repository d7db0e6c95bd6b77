from typing import Any

import pytest

from ideaaudit.models import Strain

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
LINE = "Words enough to fill most of the line that there is"


@pytest.fixture
def strained(pages: Any, render: Any, html: Any) -> Any:
    """The strains of a page with this body, by their names."""

    def of(body: str) -> dict[str, Strain]:
        pages["agency.test/"] = html(VIEWPORT + body)
        rendering = render("/", senses=frozenset({"strains"})).rendering
        assert rendering.gaps == ()
        return {strain.name: strain for strain in rendering.strains}

    return of


def test_a_page_that_gives_way_loses_nothing(strained: Any) -> None:
    seen = strained(f"<h1>Title</h1><p>{LINE} {LINE}</p><button>Press</button>")
    assert set(seen) == {"text-spacing", "zoom-200", "landscape"}
    for strain in seen.values():
        assert (strain.clipped_count, strain.overlapping_count, strain.locked) == (0, 0, False)
        assert strain.document_width == strain.window_width
    assert [strain.window_width for strain in seen.values()] == [1280, 640, 844]


@pytest.mark.parametrize(
    "style",
    [
        pytest.param("height:40px;width:200px;overflow:hidden", id="cut below"),
        pytest.param("height:40px;width:200px;overflow:clip", id="clipped below"),
        pytest.param("white-space:nowrap;width:345px;overflow:hidden", id="cut at the end"),
    ],
)
def test_a_box_that_cannot_grow_cuts_spaced_text_off(strained: Any, style: str) -> None:
    seen = strained(f"<p id=box style='{style}'>{LINE}")["text-spacing"]
    assert [box.selector for box in seen.clipped] == ["#box"]
    assert seen.clipped_count == 1


@pytest.mark.parametrize(
    "style",
    [
        pytest.param("height:40px;width:200px;overflow:auto", id="it scrolls"),
        pytest.param("height:9px;width:200px;overflow:hidden", id="it was cut off before"),
        pytest.param("position:absolute;width:1px;height:1px;overflow:hidden", id="for ears only"),
        pytest.param("height:0;overflow:hidden", id="it is closed"),
        pytest.param("width:600px;overflow:hidden", id="it grows"),
        pytest.param("height:40px;width:200px;display:none", id="it is not there"),
        pytest.param("height:40px;width:200px", id="it runs over empty ground"),
    ],
)
def test_what_is_not_lost_by_spacing(strained: Any, style: str) -> None:
    seen = strained(f"<p style='{style}'>{LINE}</p><div style='height:200px'></div>")
    assert seen["text-spacing"].clipped_count == 0
    assert seen["text-spacing"].overlapping_count == 0


def test_a_box_of_fixed_height_runs_over_the_text_below(strained: Any) -> None:
    seen = strained(
        f"<div style='height:20px;width:345px'>{LINE}</div><p id=b style='margin:0'>Below"
    )
    assert seen["text-spacing"].overlapping_count == 1
    assert seen["text-spacing"].clipped_count == 0


def test_texts_that_covered_each_other_before_are_not_laid_to_the_strain(strained: Any) -> None:
    seen = strained(f"<p style='position:absolute;top:9px'>{LINE}</p><p>{LINE}</p>")
    assert seen["text-spacing"].overlapping_count == 0


def test_the_page_is_as_before_afterwards(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        f"{VIEWPORT}<p id=box style='height:40px;width:200px;overflow:hidden'>{LINE}"
        "<script>new MutationObserver(() => document.title = 'Changed')"
        ".observe(document, {subtree: true, attributes: true, childList: true})</script>"
    )
    first = render("/", senses=frozenset({"strains", "layouts", "phone"})).rendering
    plain = render("/", senses=frozenset({"layouts", "phone"})).rendering
    assert first.layouts == plain.layouts


def test_zoom_is_seen_by_its_width_and_by_what_it_cuts_off(strained: Any) -> None:
    seen = strained(
        "<style>@media (max-width: 700px) { p { height: 20px; width: 9em; overflow: hidden } }"
        "</style>"
        f"<div style='width:900px'>wide</div><p id=box>{LINE}"
    )
    assert seen["text-spacing"].clipped_count == 0
    assert [box.selector for box in seen["zoom-200"].clipped] == ["#box"]
    assert seen["zoom-200"].document_width > seen["zoom-200"].window_width == 640


@pytest.mark.parametrize(
    ("body", "locked"),
    [
        pytest.param(
            "<style>@media (orientation: landscape) { html { transform: rotate(-90deg) } }</style>"
            f"<main style='height:100vh'>{LINE}</main>",
            True,
            id="turned back",
        ),
        pytest.param(
            "<style>@media (orientation: portrait) { html { rotate: 90deg; width: 100vw; "
            f"height: 100vw }} }}</style><main>{LINE}</main>",
            True,
            id="turned while upright",
        ),
        pytest.param("<style>html { rotate: 90deg }</style><p>x", False, id="turned either way"),
        pytest.param(
            "<style>#t { display: none } @media (orientation: landscape) and (max-width: 900px) "
            "{ #t { display: block } }</style><div id=t>Please rotate your device</div>",
            True,
            id="asks for the phone to be turned",
        ),
        pytest.param(
            "<style>#t { display: none } @media (orientation: landscape) and (max-width: 900px) "
            "{ #t { display: block } }</style><div id=t>Por favor, gire su dispositivo</div>",
            True,
            id="asks so in Spanish",
        ),
        pytest.param(
            "<style>@media (orientation: landscape) and (max-width: 900px) "
            f"{{ main {{ display: none }} }}</style><main>{LINE * 9}</main>",
            True,
            id="shows nothing",
        ),
        pytest.param("<p>How to rotate your device in the field", False, id="speaks of turning"),
        pytest.param("<p style='transform:rotate(90deg)'>x", False, id="a turned word"),
    ],
)
def test_a_page_that_wants_the_phone_held_one_way(
    strained: Any, body: str, *, locked: bool
) -> None:
    assert strained(body)["landscape"].locked is locked


def test_widths_are_measured_at_common_phones(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(f"{VIEWPORT}<p style='width:395px'>x")
    rendering = render("/", senses=frozenset({"widths"})).rendering
    assert [width for width, _ in rendering.widths] == [360, 412, 768]
    assert [wide > width for width, wide in rendering.widths] == [True, False, False]
    assert rendering.layouts == ()
