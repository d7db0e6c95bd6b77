"""The law as it was judged: heads, and a card for every check."""

from dataclasses import dataclass

from ideaaudit.models.outcome import Automation, Level, Strength


@dataclass(frozen=True, slots=True)
class Head:
    """One of the thirteen groups of the catalogue, in the law's order."""

    id: str
    title: str
    citation: str
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """A small page and what the check says of it."""

    outcome: str
    markup: str


@dataclass(frozen=True, slots=True)
class Card:
    """All that a report says of a check, kept with the run, so that old runs can be rendered.

    Attributes:
        question: what the check asks; for a manual item, what a person must answer.
        why: why a visitor cares.
        remedy: what a webmaster does about it.
        decided: how the outcome is decided, in words.
        evidence: for a manual item, what evidence to give; else "".
        version: of the check's logic; a verdict names it, so that two runs can be compared.
        sums: whether its failures only sum up those of other checks, which name the fixes.
    """

    id: str
    head: str
    title: str
    citation: str
    strength: Strength
    level: Level
    automation: Automation
    question: str
    why: str = ""
    remedy: str = ""
    decided: str = ""
    evidence: str = ""
    version: int = 1
    examples: tuple[Example, ...] = ()
    sums: bool = False


@dataclass(frozen=True, slots=True)
class Catalogue:
    """Heads in the law's order, and cards in the order of the heads, then of their ids."""

    heads: tuple[Head, ...]
    cards: tuple[Card, ...]
