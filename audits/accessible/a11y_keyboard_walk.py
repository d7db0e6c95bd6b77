"""Does the Tab key reach everything on the page, show where it is, and get out again?"""

import re

from audits.cause import path_of_selector
from audits.check import Judgement, cant_tell, failed, page_check
from audits.facts.boxes import box_evidence
from audits.facts.page import facts_of
from ideaaudit.models import (
    Automation,
    Evidence,
    Example,
    KeyboardWalk,
    PageObservation,
    Strength,
    TabStop,
)

_MOST = 20
_KEYS = r"ctrl|control|alt|option|shift|esc(?:ape)?|f\d{1,2}|tecla|key"
# WCAG 2.1.2 lets another key than Tab and Escape lead out, where visitors are told of it.
_WAY_OUT = re.compile(
    rf"\b(?:press|hit|use|type|pulse|presione|oprima) (?:the |la )?(?:{_KEYS})\b"
    r"|\bhow to (?:go|get|move|exit|leave|escape)\b|\bc[oó]mo (?:salir|continuar|seguir)\b",
    re.IGNORECASE,
)
_READ = 200_000


@page_check(
    id="a11y-keyboard-walk",
    title="Tab through page: everything interactive reached, no trap, visible focus",
    citation="WCAG 2.1.1, 2.1.2, 2.4.7; TT 4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Use buttons and links for what can be pressed, leave their outline alone, and let Tab "
    "or Escape leave every dialog and embedded part.",
    decided="A browser presses Tab from the top of the page. Failed where the focus goes round in "
    "a part of the page, Escape does not free it, and the page names no key that does. Otherwise "
    "cantTell: controls that got no focus, and stops where nothing changed its look, are listed "
    "for a person to try.",
    needs=("keyboard",),
    examples=(
        Example("failed", "A map that takes the focus and never gives it back."),
        Example("cantTell", "Tab reaches every link and goes on to the end of the page."),
    ),
)
def a11y_keyboard_walk(page: PageObservation) -> Judgement:
    """Many people use no mouse: they cannot press a button that the keyboard does not reach, nor
    find one that does not show the focus."""
    walk = page.rendering.keyboard if page.rendering else None
    if walk is None:
        return cant_tell("No keyboard was tried.")
    unseen = [stop for stop in walk.stops if stop.visible is False]
    measures = (
        ("keyboard-stops", len(walk.stops)),
        ("keyboard-unreached", walk.unreached_count),
        ("keyboard-no-visible-focus", len(unseen)),
    )
    if walk.trap is not None:
        where = _stop(page.final_url, walk.trap, "The focus cannot leave it.", "trap")
        if _WAY_OUT.search(facts_of(page).document.text[:_READ]):
            summary = "The keyboard is caught; the page names a way out that a person must try."
            return cant_tell(summary, where, measures=measures)
        return failed("The keyboard is caught in a part of the page.", where, measures=measures)
    hints = [
        *box_evidence(page.final_url, walk.unreached, "Tab does not reach it.", "unreached"),
        *(_stop(page.final_url, stop, "The focus does not show.", "focus") for stop in unseen),
    ]
    return cant_tell(_summary(walk, bool(hints)), *hints[: 2 * _MOST], measures=measures)


def _summary(walk: KeyboardWalk, hints: bool) -> str:
    if hints:
        return "No trap was met; some controls were not reached, or do not show the focus."
    if not walk.complete:
        return "No trap was met on the first part of the page; its end was not reached."
    return "The keyboard reached all that looks operable; a person must try it."


def _stop(url: str, stop: TabStop, detail: str, datum: str) -> Evidence:
    return Evidence(
        url=url,
        selector=stop.selector,
        markup=stop.markup[:300],
        detail=detail,
        path=path_of_selector(stop.selector),
        datum=datum,
    )
