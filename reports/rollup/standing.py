"""Where a check, a head or a unit stands, from the outcomes below it.

The worst outcome speaks; silence is not a pass; and a machine never signs for a requirement
that it sees only in part.
"""

from collections.abc import Iterable

from ideaaudit.models import Automation, Card, Outcome, Strength
from reports.rollup.tally import Tally

BINDING = (Strength.STATUTE, Strength.MUST, Strength.PENDING)


def worst(tally: Tally) -> Outcome:
    """The outcome that stands for many.

    What passed in one place and was not seen in another cannot be told as a whole. Where
    nothing was concluded at all, it is untested.
    """
    if tally.failed:
        return Outcome.FAILED
    if tally.cant_tell or (tally.passed and tally.untested):
        return Outcome.CANT_TELL
    if tally.passed:
        return Outcome.PASSED
    if tally.inapplicable and not tally.untested:
        return Outcome.INAPPLICABLE
    return Outcome.UNTESTED


def head_standing(results: Iterable[tuple[Card, Outcome]]) -> Outcome:
    """Where a head stands, from the outcomes of its checks.

    Only the statute, what memoranda and regulations demand, and pending standards speak
    (catalogue, section 13.0); the rest is shown beside it. A head with a binding check that a
    machine decides only in part is never `passed` by machines alone.
    """
    binding = [(card, outcome) for card, outcome in results if card.strength in BINDING]
    outcome = worst(Tally.each(outcome for _, outcome in binding))
    if outcome is Outcome.PASSED and any(_seen_in_part(card, said) for card, said in binding):
        return Outcome.CANT_TELL
    return outcome


def _seen_in_part(card: Card, outcome: Outcome) -> bool:
    return card.automation is Automation.PARTLY and outcome is not Outcome.INAPPLICABLE
