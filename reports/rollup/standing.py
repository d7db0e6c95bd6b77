"""Where a check, a head or a unit stands, from the outcomes below it.

The worst outcome speaks; silence is not a pass; and a machine never signs for a requirement
that it sees only in part.
"""

from collections.abc import Iterable, Mapping

from ideaaudit.models import Automation, Card, Outcome, Strength
from reports.rollup.tally import Tally

UNSIGNED = {Outcome.PASSED: Outcome.CANT_TELL, Outcome.INAPPLICABLE: Outcome.UNTESTED}
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


def head_standing(results: Mapping[str, Outcome], cards: Iterable[Card]) -> Outcome:
    """Where a head stands, from the outcomes of its checks by id, and all its cards.

    Only the statute, what memoranda and regulations demand, and pending standards can speak
    (catalogue, section 13.0); the rest is shown beside them. While a person has still something
    to say of any check, of whatever force or level, no machine signs: what passed cannot be told
    as a whole, and what did not apply is untested.
    """
    known = tuple(cards)
    binding = (card.id for card in known if card.strength in BINDING and card.id in results)
    outcome = worst(Tally.each(results[check] for check in binding))
    if any(_open(card, results.get(card.id, Outcome.UNTESTED)) for card in known):
        return UNSIGNED.get(outcome, outcome)
    return outcome


def _open(card: Card, outcome: Outcome) -> bool:
    """Whether a person has still something to say."""
    if card.automation is Automation.MANUAL:
        return outcome is Outcome.UNTESTED
    return card.automation is Automation.PARTLY and outcome is not Outcome.INAPPLICABLE
