"""A run: who was audited, how, and with what."""

from dataclasses import dataclass, field
from enum import StrEnum


class RunState(StrEnum):
    CRAWLING = "crawling"
    CRAWLED = "crawled"
    JUDGED = "judged"
    INTERRUPTED = "interrupted"


@dataclass(frozen=True, slots=True)
class Run:
    """One audit, from targets to verdicts.

    Attributes:
        id: "20261122T081500Z-4f2a": start in UTC, and four random hex digits; sorts by time.
        settings: every setting that shaped the run, by its documented name; never a secret.
        versions: "ideaaudit", "browser", "axe", "axe-sha256", "fonts", ... to their values.
        notes: what a reader must know before trusting a number (robots ignored, sandbox off).
        ended_at: "" while it goes on.
        pruned_at: when the HTML and pictures of its pages were removed, or "".
    """

    id: str
    started_at: str
    state: RunState
    seed: int
    settings: dict[str, str] = field(default_factory=dict)
    versions: dict[str, str] = field(default_factory=dict)
    notes: tuple[str, ...] = ()
    ended_at: str = ""
    pruned_at: str = ""
