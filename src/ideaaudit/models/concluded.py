"""What judging hands over to be kept of one page."""

from dataclasses import dataclass

from ideaaudit.models.outcome import Outcome
from ideaaudit.models.summary import PageSummary
from ideaaudit.models.verdict import Measure, Verdict


@dataclass(frozen=True, slots=True)
class Concluded:
    """All that was concluded of a page by itself, or later among all pages of its site.

    Attributes:
        outcomes: of every check that was asked.
        verdicts: those to be listed one by one; see `ideaaudit.storage.conclusions`.
        summary: None where the page left one already: then this adds to what is kept of it.
    """

    url: str
    outcomes: tuple[tuple[str, Outcome], ...]
    verdicts: tuple[Verdict, ...] = ()
    measures: tuple[Measure, ...] = ()
    summary: PageSummary | None = None
