"""The success criteria of WCAG on one site: what a machine found, and what it cannot see."""

from collections.abc import Iterable
from dataclasses import dataclass

from ideaaudit.models import Measure, Outcome
from ideaaudit.wcag import ADDED, WCAG20, Criterion

PREFIX = "sc:"
WITHOUT = "not tested"


@dataclass(frozen=True, slots=True)
class CriterionRow:
    """One criterion on one site.

    Attributes:
        found: what the check a11y-sc-rollup said, in words: "failed 3 of 20 pages".
        outcome: as EARL has it; never passed, for no machine passes a criterion.
    """

    criterion: Criterion
    found: str
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Layer:
    """One version's criteria, and how many of them nobody but a person can judge."""

    title: str
    lead: str
    rows: tuple[CriterionRow, ...]

    @property
    def unseen(self) -> int:
        return sum(row.found == WITHOUT for row in self.rows)

    @property
    def failed(self) -> int:
        return sum(row.outcome is Outcome.FAILED for row in self.rows)


def layers(measures: Iterable[Measure]) -> tuple[Layer, ...]:
    """The 38 criteria that Section 508 asks for, and what WCAG 2.1 and 2.2 add; () where the
    site's criteria were not judged."""
    found = {
        one.name.removeprefix(PREFIX): str(one.value)
        for one in measures
        if one.name.startswith(PREFIX)
    }
    if not found:
        return ()
    return (
        Layer(
            "WCAG 2.0, levels A and AA",
            "What Section 508 asks for (36 CFR 1194, E205.4).",
            tuple(_row(one, found.get(one.id, WITHOUT)) for one in WCAG20),
        ),
        Layer(
            "What WCAG 2.1 and 2.2 add",
            "M-23-22 asks for the most current version where possible. Nothing here changes how "
            "the site stands under Section 508.",
            tuple(_row(one, found.get(one.id, WITHOUT)) for one in ADDED),
        ),
    )


def _row(criterion: Criterion, found: str) -> CriterionRow:
    first = found.partition(" ")[0]
    outcome = {
        "failed": Outcome.FAILED,
        "absent": Outcome.INAPPLICABLE,
        "always": Outcome.INAPPLICABLE,
    }.get(first, Outcome.UNTESTED if found == WITHOUT else Outcome.CANT_TELL)
    return CriterionRow(criterion, found, outcome)
