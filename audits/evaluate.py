"""The engine: checks over observations give verdicts, measures and summaries.

Pages stream by; each leaves a summary of at most 2 KB. A check that breaks has found nothing
about the site: `untested`, with the reason "check-error".
"""

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import TypeVar

from audits.cause import cause_id
from audits.check import Check, Judgement, SiteView, Value
from audits.facts.latest import of_latest
from audits.facts.summary import summarise
from audits.measures import page_measures, site_measures
from audits.scope import missing, out_of_scope, unseen, untested
from ideaaudit.models import (
    Evidence,
    Gap,
    Level,
    Measure,
    Outcome,
    PageClass,
    PageObservation,
    PageSummary,
    Reason,
    SiteSummary,
    Verdict,
)

CHECK_ERROR = "check-error"
logger = logging.getLogger(__name__)
T = TypeVar("T")
_SITE_PARTS = {
    "endpoints": "the site's four doors",
    "tls": "the site's TLS",
    "ciphers": "which ciphers the site takes",
    "robots": "robots.txt",
    "not_found": "the answer for an unknown path",
    "dns": "the site's DNS records",
    "paths": "the paths that policy names",
    "sitemaps": "the site's sitemaps",
    "preload": "the HSTS preload list",
    "agents": "the answers under two names",
    "searched": "the answer of the site's search",
    "engines": "the site in other browsers",
}
# Parts of a site that its pages show: any of these signals on any page.
_OF_PAGES = {"engines": ("engine", "one-browser")}
_NOT_TRIED = Gap("engines", Reason.NOT_SAMPLED, "no page was opened in another browser")


@dataclass(frozen=True, slots=True)
class Judged:
    """What was concluded of one page.

    Attributes:
        verdicts: of every page check but those that see it among all others, in their order.
        unjudged: of those others, by id, the ones that this page is no subject of, and why.
    """

    summary: PageSummary
    verdicts: tuple[Verdict, ...]
    measures: tuple[Measure, ...]
    unjudged: Mapping[str, Judgement]


@of_latest
def _of_pages(checks: Sequence[Check]) -> tuple[Check, ...]:
    return tuple(check for check in checks if check.card.level is Level.PAGE)


def judge_page(page: PageObservation, checks: Sequence[Check]) -> Judged:
    """Every page check's verdict of one page; for those of unanimous checks see
    `audits.unanimous`."""
    return judge_pages([page], checks)[0]


def judge_pages(pages: Sequence[PageObservation], checks: Sequence[Check]) -> list[Judged]:
    """The same of a few pages, check by check: a check's code and words are read from memory once
    for all of them, and a page has too many checks for a processor to keep them near."""
    few = [_Judging(page) for page in pages]
    for check in _of_pages(checks):
        for one in few:
            one.ask(check)
    return [one.judged() for one in few]


class _Judging:
    """One page as it is judged, check by check."""

    def __init__(self, page: PageObservation) -> None:
        self._page = page
        self._scope = _Scope(page)
        self._verdicts: list[Verdict] = []
        self._measures: list[Measure] = []
        self._unjudged: dict[str, Judgement] = {}

    def ask(self, check: Check) -> None:
        """Note what the check says of the page; one that sees it among others is asked later."""
        page, found = self._page, self._scope.excludes(check)
        if check.among:
            self._unjudged |= {check.id: found} if found else {}
            return
        found = found or _ask(check, page)
        self._verdicts.append(_verdict(check, found, page.url, page.site, page.url))
        for name, value in found.measures:
            self._measures.append(Measure(name, page.site, page.url, value))

    def judged(self) -> Judged:
        page = self._page
        if page.found_by == "start":
            self._measures += _scanned(page.url, page.site, lambda: page_measures(page))
        return Judged(_summary(page), tuple(self._verdicts), tuple(self._measures), self._unjudged)


def judge_among(
    page: PageSummary, view: SiteView, checks: Iterable[Check], unjudged: Mapping[str, Judgement]
) -> tuple[tuple[Verdict, ...], tuple[Measure, ...]]:
    """The verdicts of the checks that see a page among all pages of its site."""
    verdicts, measures = [], []
    site = view.target.site
    for check in checks:
        if check.among:
            found = unjudged.get(check.id) or _ask(check, page, view)
            verdicts.append(_verdict(check, found, page.url, site, page.url))
            measures += [Measure(name, site, page.url, value) for name, value in found.measures]
    return tuple(verdicts), tuple(measures)


class _Scope:
    """Whether a page is a check's subject at all, and seen well enough; worked out once a page."""

    def __init__(self, page: PageObservation) -> None:
        self._page = page
        self._whole = {
            kind: _safely(partial(out_of_scope, page, kind), f"reading {page.url}", _broken)
            for kind in ("pages", "files", "both")
        }
        self._missing: dict[tuple[object, ...], Judgement | None] = {}

    def excludes(self, check: Check) -> Judgement | None:
        """Why this check has nothing to say of the page, or None where it has."""
        whole, asked = self._whole[check.judges], (check.judges, check.needs)
        if whole is None and asked not in self._missing:
            self._missing[asked] = missing(check, self._page)
        return whole or self._missing[asked]


def judge_site(
    view: SiteView, checks: Iterable[Check], gap: Gap | None = None
) -> tuple[tuple[Verdict, ...], tuple[Measure, ...]]:
    """Every site check's verdict.

    Args:
        gap: why the whole site could not be audited, where it could not.
    """
    site, url = view.target.site, view.target.url
    verdicts, measures = [], []
    for check in checks:
        if check.card.level is Level.SITE:
            found = _site_judgement(check, view, gap)
            verdicts.append(_verdict(check, found, site, site, url))
            measures += [Measure(name, site, site, value) for name, value in found.measures]
    measures += _scanned(site, site, lambda: site_measures(view))
    return tuple(verdicts), tuple(measures)


def judge_agency(
    agency: str, sites: tuple[SiteSummary, ...], checks: Iterable[Check]
) -> tuple[Verdict, ...]:
    """Every agency check's verdict; `untested` where no site of the agency was seen."""
    verdicts = []
    seen = any(site.pages for site in sites)
    for check in checks:
        if check.card.level is Level.AGENCY:
            if seen:
                found = _ask(check, agency, sites)
            else:
                found = untested("No page of the agency's sites was seen.", Reason.ERROR)
            verdicts.append(_verdict(check, found, agency, "", ""))
    return tuple(verdicts)


def _site_judgement(check: Check, view: SiteView, gap: Gap | None) -> Judgement:
    """A site that could not be audited is still judged on the parts that its doors showed."""
    if gap is not None and not (check.needs and _answered(view)):
        return unseen("the site", gap)
    gaps = {found.part: found for found in reversed(view.observation.gaps)}
    for part in check.needs:
        if not _seen(part, view):
            why = gaps.get(part, gap) or (_NOT_TRIED if part in _OF_PAGES else None)
            return unseen(_SITE_PARTS.get(part, part), why)
    if not check.needs and not view.pages:
        return untested("No page of the site was seen.", Reason.ERROR)
    return _ask(check, view)


def _seen(part: str, view: SiteView) -> bool:
    if part in _OF_PAGES:
        return any(page.has(name) for page in view.pages for name in _OF_PAGES[part])
    return getattr(view.observation, part) is not None


def _answered(view: SiteView) -> bool:
    return any(endpoint.live for endpoint in view.observation.endpoints or ())


def _ask(check: Check, *subject: object) -> Judgement:
    """The check's answer, or `untested` where it breaks: never blame an agency for our bug."""

    def answer() -> Judgement:
        found = check.judge(*subject)
        if not isinstance(found, Judgement) or found.outcome is Outcome.UNTESTED:
            raise TypeError(f"a check may not answer {found!r}")
        return found

    return _safely(answer, f"check {check.id}", _broken)


def _summary(page: PageObservation) -> PageSummary:
    bare = PageSummary(page.url, page.final_url, page.status, PageClass.CONTENT, False)
    return _safely(lambda: summarise(page), f"summarizing {page.url}", lambda _error: bare)


def _safely(call: Callable[[], T], what: str, otherwise: Callable[[Exception], T]) -> T:
    """The call's answer; where it raises anything at all, a logged stand-in for it."""
    try:
        return call()
    except Exception as error:
        logger.exception("%s broke", what)
        return otherwise(error)


def _scanned(
    subject: str, site: str, found: Callable[[], Iterable[tuple[str, Value]]]
) -> list[Measure]:
    named: list[tuple[str, Value]] = _safely(
        lambda: list(found()), f"measuring {subject}", lambda _error: []
    )
    return [Measure(name, site, subject, value) for name, value in named]


def _broken(error: Exception) -> Judgement:
    summary = f"The check itself broke ({type(error).__name__}); this says nothing of the site."
    return Judgement(Outcome.UNTESTED, summary, reason=CHECK_ERROR)


def _verdict(check: Check, found: Judgement, subject: str, site: str, url: str) -> Verdict:
    return Verdict(
        check=check.id,
        level=check.card.level,
        subject=subject,
        site=site,
        outcome=found.outcome,
        version=check.card.version,
        summary=found.summary,
        reason=found.reason,
        evidence=_with_causes(check, found, url),
    )


def _with_causes(check: Check, found: Judgement, url: str) -> tuple[Evidence, ...]:
    """Evidence with its cause; a failure without evidence stands on its subject alone."""
    if found.outcome not in (Outcome.FAILED, Outcome.CANT_TELL):
        return found.evidence
    evidence = found.evidence
    if found.outcome is Outcome.FAILED and not evidence:
        evidence = (Evidence(url, detail=found.summary),)
    return tuple(_caused(check, one) for one in evidence)


def _caused(check: Check, one: Evidence) -> Evidence:
    """`dataclasses.replace` takes four times as long, and this is done for every evidence."""
    return Evidence(
        one.url, one.selector, one.markup, one.detail, one.rule, one.path, one.datum, one.count,
        one.help_url, one.title, cause_id(check.id, one),
    )  # fmt: skip
