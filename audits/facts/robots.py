"""What robots.txt forbids, to whom (RFC 9309, section 2.2)."""

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Group:
    """The rules for some crawlers.

    Attributes:
        agents: product tokens, lower case; "*" is everyone else.
        allow, disallow: path patterns, in order; empty ones left out.
    """

    agents: tuple[str, ...]
    allow: tuple[str, ...]
    disallow: tuple[str, ...]

    @property
    def closes_all(self) -> bool:
        """Whether the whole site is forbidden, with no part of it allowed."""
        return self._whole and not self.allow

    @property
    def closes_most(self) -> bool:
        """Whether all is forbidden but for some parts; Allow of the root opens all."""
        return self._whole and bool(self.allow) and "/" not in self.allow

    @property
    def _whole(self) -> bool:
        return any(path.rstrip("*") == "/" for path in self.disallow)


def groups_of(text: str) -> tuple[Group, ...]:
    """The groups of a robots.txt, those of one agent merged. Never raises."""
    agents: list[str] = []
    rules: dict[str, tuple[list[str], list[str]]] = {}
    naming = False
    for key, value in _lines(text):
        if key == "user-agent":
            agents = [*agents, value.lower()] if naming else [value.lower()]
            rules.setdefault(value.lower(), ([], []))
            naming = True
        elif key in ("allow", "disallow"):
            naming = False
            for agent in agents if value else ():
                rules[agent][key == "disallow"].append(value)
    return tuple(Group((k,), tuple(a), tuple(d)) for k, (a, d) in rules.items())


def _lines(text: str) -> Iterable[tuple[str, str]]:
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        if colon:
            yield key.strip().lower(), value.strip()
