"""What an agency's accessibility statements say, all its sites together."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from audits.check import Judgement, SiteView, cant_tell, failed, passed
from audits.facts.page import PageFacts
from audits.facts.statement import Statement, statement_from, statement_of
from ideaaudit.models import Evidence, Outcome, PageObservation, PathSeen, SiteSummary

_MOST = 20
_LINKS = ("link:accessibility", "accessibility")


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


def linked_paths(view: SiteView) -> tuple[PathSeen, ...]:
    """What was seen where the home page's link for the statement leads, and at its usual path."""
    return tuple(seen for name in _LINKS if (seen := view.observation.path(name)) is not None)


def linked_statements(view: SiteView) -> tuple[Statement, ...]:
    """The statements that stand there."""
    pages = (page for seen in linked_paths(view) if (page := _page(view, seen)) is not None)
    read = (statement_of(PageFacts(page), linked=True) for page in pages)
    return tuple(statement for statement in read if statement is not None)


def _page(view: SiteView, seen: PathSeen) -> PageObservation | None:
    if not seen.text or seen.status is None or not 200 <= seen.status < 300 or seen.soft_404:
        return None
    return PageObservation(
        site=view.target.site,
        url=seen.url,
        hops=seen.hops,
        media_type=seen.media_type,
        served_html=seen.text,
        fetched_at=view.observation.observed_at,
    )
