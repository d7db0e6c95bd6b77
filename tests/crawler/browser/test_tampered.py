"""Whatever the scripts in a page tell, a sense gives an observation that can be kept, or a loss.

Our scripts stand in a world of their own, which no page reaches; should one reach it all the same,
it can have them tell any JSON. `IDEAAUDIT_FUZZ=20000` before pytest makes a long round.
"""

import asyncio
import json
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.browser.steps import StepFailed, Steps
from crawler.browser.world import World
from crawler.observers import layout as devices
from crawler.observers.axe import observe_axe
from crawler.observers.disclosure import observe_disclosure
from crawler.observers.keyboard import observe_keyboard
from crawler.observers.layout import observe_layout
from crawler.observers.menu import observe_menu
from crawler.observers.page_dom import observe_dom
from crawler.observers.parity import observe_parity
from crawler.observers.passwords import observe_passwords
from crawler.observers.strains import (
    observe_spacing,
    observe_turned,
    observe_widths,
    observe_zoom,
)
from crawler.observers.styles import observe_overlays, observe_styles
from crawler.observers.vitals import observe_pace, vitals_of
from ideaaudit.storage.codec import pack, unpack
from tests.test_fuzz import AXE, anything, fuzz, soon

BOX = {"selector": "a", "markup": "<a>", "left": 1.5, "top": 0, "width": 9, "height": 9}
PLACE = {"x": 1.5, "y": 2, "cover": ""}
WIDE = {"window_width": 640, "document_width": 641}
LOST = {"clipped": [BOX], "clipped_count": 1, "overlapping": [], "overlapping_count": 0}
STOP = {"selector": "a", "markup": "<a>", "visible": None}
FRAMES = json.dumps([{"frameSelector": ["iframe"], "frameContext": {"x": 1}}])
# What the scripts tell of an honest page, by the functions of theirs that are called.
HONEST: dict[str, Any] = {
    "audit.axe.part": FRAMES,
    "audit.axe.take": "{}",
    "audit.axe.finish": json.dumps(AXE),
    "audit.axe.whole": json.dumps(AXE),
    "audit.disclosure.after": PLACE | {"expanded": "true", "shown": True, "text": "Here"},
    "audit.disclosure.find": PLACE | {"button": BOX, "expanded": "false", "shown": False},
    "audit.dom": {"title": "t", "html": "<p>", "length": 3, "heap": 9, "type": "text/html"},
    "audit.keyboard.finish": {
        "complete": True, "interactive": 1, "stops": [STOP], "unreached": [BOX],
        "unreached_count": 1, "trap": STOP,
    },
    "audit.keyboard.jumped": False,
    "audit.keyboard.landed": True,
    "audit.keyboard.read": "end",
    "audit.keyboard.skip": True,
    "audit.keyboard.start": 3,
    "audit.layout": WIDE | {
        "overflowing": [BOX], "overflowing_exempt": 0, "overflowing_empty": [], "targets": 1,
        "small_targets": [BOX], "small_target_count": 1, "characters": 9, "small_characters": 0,
        "regions": [["main", BOX]],
    },
    "audit.menu.again": PLACE,
    "audit.menu.closed": True,
    "audit.menu.closer": PLACE,
    "audit.menu.find": PLACE | {"button": BOX, "links": 1, "expanded": "false"},
    "audit.menu.focus": True,
    "audit.menu.opened": {"links": 3, "expanded": "true"},
    "audit.overlays": [BOX],
    "audit.parity.phone": {
        name: [2, 1] for name in ("words", "links", "forms", "controls", "searches")
    },
    "audit.passwords.ask": {"ready": True, "passed": True, "taken": False},
    "audit.passwords.find": [
        {"field": BOX, "autocomplete": "", "read_only": False, "usable": True}
    ],
    "audit.passwords.taken": True,
    "(() => audit.passwords.text)": "made up",
    "audit.strains.landscape": WIDE | {"locked": False},
    "audit.strains.spacing": WIDE | LOST,
    "audit.strains.widths": WIDE,
    "audit.strains.zoom": WIDE | LOST,
    "audit.styles": {
        "fonts": [["Arial", 9]], "colors": [["#ffffff", 9]], "sheets": ["inline"],
        "quirks": False, "banner_flag": None,
    },
    "audit.vitals": {"lcp": 1.5, "cls": 0, "ttfb": None, "resources": [["http://a/", 1, 2]]},
}  # fmt: skip
FRAME = {"audit.axe.part", "audit.axe.take", "audit.axe.finish"}


class Session:
    """DevTools that do whatever they are told."""

    async def send(self, _method: str, _parameters: Any = None) -> dict[str, Any]:
        return {}


class Told(World):
    """A world in which each function tells what is written here, and others nothing."""

    def __init__(self, words: dict[str, Any]) -> None:
        super().__init__(Session(), 1)  # type: ignore[arg-type]
        self._words = words

    async def call(self, function: str, *arguments: Any) -> Any:
        json.dumps(arguments)  # as the real one does
        return self._words.get(function)

    async def frame_of(self, _function: str, *arguments: Any) -> str:
        json.dumps(arguments)
        return "frame"


class Frames:
    """Every frame's world is one and the same."""

    def __init__(self, world: World) -> None:
        self._world = world

    async def of(self, _frame: str) -> World:
        return self._world


async def axe(world: World, *, frames: bool) -> Any:
    return await observe_axe(Frames(world), world, frames=frames, frame_deadline=1)  # type: ignore[arg-type]


async def pace(world: World) -> Any:
    return vitals_of(await observe_pace(world), ())


SENSES: dict[str, Callable[[World], Awaitable[Any]]] = {
    "axe": lambda world: axe(world, frames=False),
    "axe in frames": lambda world: axe(world, frames=True),
    "disclosure": observe_disclosure,
    "dom": observe_dom,
    "keyboard": lambda world: observe_keyboard(world, "http://a.test/", 9),
    "layout": lambda world: observe_layout(world, devices.PHONE),
    "menu": observe_menu,
    "overlays": observe_overlays,
    "parity": observe_parity,
    "passwords": observe_passwords,
    "spacing": observe_spacing,
    "styles": observe_styles,
    "turned": observe_turned,
    "vitals": pace,
    "widths": observe_widths,
    "zoom": observe_zoom,
}


def seen(sense: str, words: dict[str, Any]) -> Any:
    """What a sense makes of these words, as a load has it, after it was kept; None for a loss."""

    async def look() -> Any:
        return await Steps().take(sense, 5, SENSES[sense](Told(words)))

    try:
        found = asyncio.run(look())
    except StepFailed:
        return None
    kept = unpack(pack(found), object if isinstance(found, tuple) else type(found))
    assert found is None or kept is not None
    return found


@pytest.mark.parametrize("sense", SENSES)
def test_an_honest_page_is_seen(sense: str) -> None:
    assert seen(sense, HONEST)


HUGE, HALF = 2**70, "\ud83d"


@pytest.mark.parametrize("sense", ["axe", "dom", "layout"])
def test_half_a_letter_costs_nothing_but_itself(sense: str) -> None:
    half = {
        "audit.axe.whole": json.dumps(AXE | {"version": f"a{HALF}"}),
        "audit.dom": HONEST["audit.dom"] | {"title": f"a{HALF}"},
        "audit.layout": HONEST["audit.layout"] | {"regions": [[f"a{HALF}", BOX]]},
    }
    assert "a\ufffd" in repr(seen(sense, HONEST | half))


def test_a_number_that_cannot_be_kept_is_a_loss() -> None:
    assert (
        seen("layout", HONEST | {"audit.layout": HONEST["audit.layout"] | {"targets": HUGE}})
        is None
    )


def spoiled(value: Any) -> st.SearchStrategy[Any]:
    """Something else altogether, or the same with something else somewhere within it."""
    if isinstance(value, dict) and value:
        within = st.sampled_from(sorted(value)).flatmap(
            lambda key: spoiled(value[key]).map(lambda other: value | {key: other})
        )
        left_out = st.sampled_from(sorted(value)).map(
            lambda key: {name: one for name, one in value.items() if name != key}
        )
        return anything | within | left_out
    if isinstance(value, list) and value:
        return anything | spoiled(value[0]).map(lambda other: [other, *value[1:]])
    if isinstance(value, str) and value[:1] in ("{", "["):
        return anything | anything.map(json.dumps) | spoiled(json.loads(value)).map(json.dumps)
    return anything


told = st.sampled_from(sorted(HONEST)).flatmap(
    lambda name: spoiled(HONEST[name]).map(lambda other: HONEST | {name: other})
)


@fuzz
@given(told | st.dictionaries(st.sampled_from(sorted(HONEST)), anything))
def test_whatever_is_told_is_an_observation_or_a_loss(words: dict[str, Any]) -> None:
    with soon():
        for sense in SENSES:
            seen(sense, words)
