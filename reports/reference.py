"""The generated reference: a page for each head of the law and for each check under it."""

from collections import Counter
from collections.abc import Sequence

from ideaaudit.models import Automation, Card, Head
from reports.address import anchor
from reports.sheet import Crumbs, Press, Sheet

CHECKS: Crumbs = (("Overview", "index.html"), ("Checks explained", "checks.html"))


def write_reference(press: Press, head: Head, cards: Sequence[Card]) -> None:
    """Write one head's page, and those of its checks, from the catalogue as it was judged."""
    home = f"heads/{anchor(head.id)}.html"
    sheet = Sheet(
        home,
        f"{head.title}: what the law asks and how it is checked",
        f"What is asked under “{head.title}” ({head.citation}), and the {len(cards)} "
        "requirements that this audit looks at.",
        head.title,
        CHECKS,
    )
    press.write(sheet, "head.html", head=head, cards=cards, deciders=_deciders(cards))
    for card in cards:
        own = Sheet(
            f"checks/{anchor(card.id)}.html",
            f"{card.title} ({card.id}): how it is checked",
            f"{card.id}: what it asks, why it matters, how it is decided, and how to fix it. "
            f"Source: {card.citation}.",
            card.title,
            (*CHECKS, (head.title, home)),
        )
        press.write(own, "check.html", head=head, card=card)


def _deciders(cards: Sequence[Card]) -> str:
    """For example "4 decided by machine, 2 in part, 1 by people alone"."""
    found = Counter(card.automation for card in cards)
    words = (
        (Automation.FULL, "decided by machine"),
        (Automation.PARTLY, "in part"),
        (Automation.MANUAL, "by people alone"),
    )
    return ", ".join(f"{found[kind]} {word}" for kind, word in words if found[kind])
