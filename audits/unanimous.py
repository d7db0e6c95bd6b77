"""Checks whose failures count only where all pages of a site agree."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from audits.check import Check
from ideaaudit.models import Outcome, Verdict

# What a page that does not fail a unanimous check says of it.
_OTHERWISE = (Outcome.PASSED, Outcome.CANT_TELL)


class Unanimous:
    """Failures of unanimous checks, held back until all pages of a site are judged: they count
    only where no judged page does otherwise."""

    def __init__(self, checks: Iterable[Check]) -> None:
        self._ids = frozenset(check.id for check in checks if check.unanimous)
        self._divided: set[str] = set()
        self._held: dict[str, tuple[Verdict, ...]] = {}

    def sift(self, url: str, verdicts: Sequence[Verdict]) -> tuple[Verdict, ...]:
        """The verdicts of a page but for those that are held back."""
        ours = [verdict for verdict in verdicts if verdict.check in self._ids]
        self._divided |= {verdict.check for verdict in ours if verdict.outcome in _OTHERWISE}
        held = tuple(verdict for verdict in ours if verdict.outcome is Outcome.FAILED)
        if held:
            self._held[url] = held
        return tuple(verdict for verdict in verdicts if verdict not in held)

    def settled(self, url: str) -> tuple[Verdict, ...]:
        """What came of those that were held back of a page, now that all pages are known."""
        return tuple(
            _softened(verdict) if verdict.check in self._divided else verdict
            for verdict in self._held.get(url, ())
        )


def _softened(failure: Verdict) -> Verdict:
    summary = f"{failure.summary} Other pages of the site do not fail here."
    return replace(failure, outcome=Outcome.CANT_TELL, summary=summary)
