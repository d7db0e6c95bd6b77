"""What a page says of browsers, and what other browsers showed of it."""

import re
from collections.abc import Sequence

from audits.facts.near import Stems
from ideaaudit.models import EngineSeen

_NAME = re.compile(r"(?:internet explorer|netscape|firefox|chrome|edge|safari|\bie ?\d+)\b")
_MAKER = r"(?:the )?(?:(?:microsoft|google|mozilla|apple) )?$"
# What stands before the name, where the page is made for that browser.
_BEFORE = re.compile(
    r"\b(?:best|optimally) (?:viewed|experienced|displayed) (?:in|with|using|on)\b[^.]{0,40}$"
    rf"|\b(?:designed|optimized) (?:for|to work (?:best )?(?:in|with)) {_MAKER}"
    rf"|\brequires? {_MAKER}|\bonly (?:works|supported|supports?) (?:in |with |by )?{_MAKER}"
    r"|\b(?:se ve mejor|optimizad[oa] para|mejor visualizaci[oó]n)\b[^.]{0,30}$"
)
_HINTS = Stems(
    "viewed", "experienced", "displayed", "designed ", "optim", "requir", "only ", "mejor",
)  # fmt: skip
_REACH = 100
# Of fewer words a share says nothing.
_FEW_WORDS = 50
_SAME, _BLOCKED = 0.9, 0.1


def browser_asked_for(text: str) -> str:
    """The words in which a page asks for one browser, or "". `text` is in lower case."""
    if not _HINTS.stand_in(text):
        return ""
    for name in _NAME.finditer(text):
        before = text[max(0, name.start() - _REACH) : name.start()]
        found = _BEFORE.search(before)
        if found:
            return f"{found[0]}{name[0]}"
    return ""


def likeness(engine: EngineSeen) -> str:
    """ "same", "differs" or "blocked": how much of the page's words another engine showed."""
    here, there = engine.words
    share = there / here if here else 1.0
    if here >= _FEW_WORDS and share < _BLOCKED:
        return "blocked"
    return "differs" if share < _SAME or engine.errors else "same"


def seen_in(engines: Sequence[EngineSeen]) -> list[str]:
    """For each engine, its name and how like the page was: "firefox same"."""
    return [f"{engine.name} {likeness(engine)}" for engine in engines]
