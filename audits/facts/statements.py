"""What an agency's accessibility statements say, all its sites together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audits.check import Judgement, cant_tell, failed, passed
from audits.facts.statement import Statement, statement_from
from ideaaudit.models import Evidence, Outcome, SiteSummary

_MOST = 20


@dataclass(frozen=True, slots=True)
class Item:
    """One of the eight items of M-24-08, in the words of its outcomes.

    Attributes:
        grade: what the codes of a site's statements come to.
        passed, unsure, missing: a sentence for each outcome.
    """

    grade: Callable[[frozenset[str]], Outcome]
    passed: str
    unsure: str
    missing: str


def has(*codes: str) -> Callable[[frozenset[str]], Outcome]:
    """Passed where one of the codes is there, failed otherwise."""
    wanted = frozenset(codes)
    return lambda found: Outcome.PASSED if wanted & found else Outcome.FAILED


def judge_item(sites: Sequence[SiteSummary], item: Item) -> Judgement:
    """The worst of the sites that have a statement; nothing is said of those that have none.

    What several statements of one site say counts together. Where scripts may add to a
    statement, what is missing there is `cantTell`.
    """
    found = [(site, read) for site in sites if (read := statements_of(site))]
    if not found:
        return cant_tell("No accessibility statement was read; whether there is one, and whether "
                         "it can be found, is the check a11y-statement-present.")  # fmt: skip
    graded = [(_grade(item, read), _where(site, read)) for site, read in found]
    missing = [where for outcome, where in graded if outcome is Outcome.FAILED]
    unsure = [where for outcome, where in graded if outcome is Outcome.CANT_TELL]
    measures = [("statements", len(found))]
    if missing:
        evidence = [Evidence(url, detail=item.missing, datum="missing") for url in missing]
        return failed(item.missing, *evidence[:_MOST], measures=measures)
    if unsure:
        evidence = [Evidence(url, detail=item.unsure, datum="unsure") for url in unsure]
        return cant_tell(item.unsure, *evidence[:_MOST], measures=measures)
    good = [Evidence(where) for _, where in graded]
    return passed(item.passed, *good[:_MOST], measures=measures)


def statements_of(site: SiteSummary) -> tuple[Statement, ...]:
    return tuple(statement_from(signal) for signal in site.all("statement"))


def _grade(item: Item, read: Sequence[Statement]) -> Outcome:
    codes = frozenset().union(*(one.codes for one in read))
    outcome = item.grade(codes)
    if outcome is Outcome.FAILED and "unsettled" in codes:
        return Outcome.CANT_TELL
    return outcome


def _where(site: SiteSummary, read: Sequence[Statement]) -> str:
    return next((one.url for one in read if one.url), site.target.url)
