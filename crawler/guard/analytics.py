"""Who counts visitors: hosts and paths that an audit must not report to."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import urlsplit

LIST = Path(__file__).parent.parent / "analytics_hosts.txt"


@dataclass(frozen=True, slots=True)
class Analytics:
    """The list, in its two kinds.

    Attributes:
        hosts: each stands for itself and every host below it.
        patterns: URLs with `*` for any text, as Chromium's DevTools protocol blocks them.
    """

    hosts: frozenset[str]
    patterns: tuple[str, ...]

    def counts(self, host: str) -> bool:
        """Whether this host (lower case) is on the list or below one that is."""
        parts = host.split(".")
        return any(".".join(parts[start:]) in self.hosts for start in range(len(parts)))

    def counts_url(self, url: str) -> bool:
        """Whether the URL's host is on the list; patterns are the browser's to match."""
        try:
            return self.counts(urlsplit(url).hostname or "")
        except ValueError:
            return False


def parse(lines: Iterable[str]) -> Analytics:
    """The list from its lines: a host, or with a slash in it a pattern; `#` begins a remark."""
    entries = [line.partition("#")[0].strip().lower() for line in lines]
    return Analytics(
        frozenset(entry for entry in entries if entry and "/" not in entry),
        tuple(entry for entry in entries if "/" in entry),
    )


@cache
def analytics() -> Analytics:
    """The list that ships with the project."""
    return parse(LIST.read_text(encoding="utf-8").splitlines())
