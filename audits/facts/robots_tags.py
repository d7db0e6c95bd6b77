"""What a page tells crawlers of itself: meta robots and X-Robots-Tag, as search engines read them.

A header may stand several times, and may name a crawler before its rules ("googlebot: noindex").
A rule that carries a value (max-snippet, unavailable_after) is kept without it.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from audits.facts.document import Document
from ideaaudit.models import PageObservation

ALL = "*"
_VALUED = ("max-snippet", "max-image-preview", "max-video-preview", "unavailable_after")
_AGENT = re.compile(r"[a-z0-9][\w.-]*")
# Names of meta elements by which crawlers are addressed, beside "robots".
_CRAWLERS = frozenset(
    """googlebot googlebot-news googlebot-image google-extended googleother bingbot msnbot slurp
    duckduckbot baiduspider yandex yandexbot teoma applebot archive.org_bot ia_archiver ccbot gptbot
    usasearch""".split()  # noqa: SIM905
)


@dataclass(frozen=True, slots=True)
class RobotsTag:
    """Rules for one crawler, or for all.

    Attributes:
        agent: lower case, "*" for all.
        rules: lower case, without values; "none" as "noindex" and "nofollow".
        source: "meta" or "header".
        text: as it stands there, at most 200 characters.
    """

    agent: str
    rules: frozenset[str]
    source: str
    text: str


def robots_tags_of(page: PageObservation, document: Document) -> tuple[RobotsTag, ...]:
    """Every rule for crawlers that the page gives. Never raises."""
    found: list[RobotsTag] = []
    for element in document.root.iter("meta"):
        name = (element.get("name") or "").strip().lower()
        if name == "robots" or name in _CRAWLERS:
            agent = ALL if name == "robots" else name
            text = " ".join((element.get("content") or "").split())
            rules = _rules(piece.strip().lower() for piece in text.split(","))
            found.append(RobotsTag(agent, rules, "meta", text[:200]))
    for key, value in page.headers:
        if key == "x-robots-tag":
            found += _of_header(value)
    return tuple(tag for tag in found if tag.rules)


def _of_header(value: str) -> Iterator[RobotsTag]:
    """The rules of one header; a crawler's name holds for all rules after it."""
    agent = ALL
    groups: dict[str, list[str]] = {}
    for piece in value.lower().split(","):
        name, colon, rest = (part.strip() for part in piece.partition(":"))
        if colon and name not in _VALUED and _AGENT.fullmatch(name):
            agent, name = name, rest.partition(":")[0].strip()
        groups.setdefault(agent, []).append(name)
    for one, names in groups.items():
        yield RobotsTag(one, _rules(names), "header", " ".join(value.split())[:200])


def _rules(names: Iterable[str]) -> frozenset[str]:
    rules = {name.partition(":")[0].strip() for name in names} - {""}
    return frozenset(rules | {"noindex", "nofollow"} if "none" in rules else rules)
