"""Cards of checks as a reader wants them: a list by head, or one check told whole."""

from collections.abc import Iterator
from dataclasses import asdict
from difflib import get_close_matches
from typing import Any

from rich.console import Console
from rich.markup import escape

from ideaaudit.models import Card, Catalogue

_HOW_FAR = {
    "full": "a machine decides",
    "partly": "a machine decides in part",
    "manual": "a person decides",
}


def card_of(catalogue: Catalogue, key: str) -> Card:
    """The card with that id.

    Raises:
        LookupError: in one line that names the nearest ids.
    """
    cards = {card.id: card for card in catalogue.cards}
    if key in cards:
        return cards[key]
    near = get_close_matches(key, cards, n=3, cutoff=0.4)
    hint = f"Did you mean {', '.join(near)}?" if near else "See `ideaaudit checks`."
    raise LookupError(f"There is no check {key!r}. {hint}")


def as_data(catalogue: Catalogue, card: Card | None) -> Any:
    """What `--json` prints: one card, or heads with the cards under them."""
    if card is not None:
        return asdict(card)
    return [
        {**asdict(head), "checks": [asdict(c) for c in catalogue.cards if c.head == head.id]}
        for head in catalogue.heads
    ]


def print_list(catalogue: Catalogue, console: Console) -> None:
    """Every card under its head, one a line."""
    width = max(len(card.id) for card in catalogue.cards)
    for head in catalogue.heads:
        console.print(
            f"\n[bold]{escape(head.title)}[/bold]  {escape(head.citation)}", soft_wrap=True
        )
        for card in (card for card in catalogue.cards if card.head == head.id):
            facts = f"{card.strength.value:<8} {card.level.value:<6} {card.automation.value:<6}"
            console.print(f"  {card.id:<{width}}  {facts}  {escape(card.title)}", soft_wrap=True)


def print_card(catalogue: Catalogue, card: Card, console: Console) -> None:
    """All that is known of one check."""
    console.print(f"[bold]{escape(card.id)}[/bold]: {escape(card.title)}", soft_wrap=True)
    for label, text in _lines(catalogue, card):
        if text:
            console.print(f"[bold]{label}:[/bold] {escape(text)}", soft_wrap=True)
    for example in card.examples:
        shown = " ".join(example.markup.split())
        console.print(f"[bold]Example, {example.outcome}:[/bold] {escape(shown)}", soft_wrap=True)


def _lines(catalogue: Catalogue, card: Card) -> Iterator[tuple[str, str]]:
    head = next(head for head in catalogue.heads if head.id == card.head)
    yield "Question", card.question
    yield "Head", f"{head.title} ({head.citation})"
    yield "Citation", card.citation
    yield "Strength", card.strength.value
    yield "About", f"each {card.level.value}"
    yield "Automation", f"{card.automation.value}: {_HOW_FAR[card.automation.value]}"
    yield "Why it matters", card.why
    yield "How it is decided", card.decided
    yield "Evidence to give", card.evidence
    yield "How to fix it", card.remedy
    yield "Version", str(card.version)
