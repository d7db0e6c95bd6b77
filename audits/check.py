"""The form that a check fills in, at its three levels, and the four answers that it may give."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal, Required, TypedDict, Unpack

from ideaaudit.models import (
    Automation,
    Card,
    Evidence,
    Example,
    Level,
    LostUrl,
    Outcome,
    PageObservation,
    PageSummary,
    SiteObservation,
    SiteSummary,
    Strength,
    Target,
)

Value = str | int | float | bool | None


@dataclass(frozen=True, slots=True)
class Judgement:
    """What a check concluded, and from what.

    Attributes:
        measures: named values read on the way, for reports and exports.
        reason: set by the engine alone, beside `untested`.
    """

    outcome: Outcome
    summary: str
    evidence: tuple[Evidence, ...] = ()
    measures: tuple[tuple[str, Value], ...] = ()
    reason: str = ""


@dataclass(frozen=True, slots=True)
class SiteView:
    """All that a site check may see: what the probes met, and what each page left behind.

    Attributes:
        pages: in order of URL; pages and documents that were walked, and no others.
        complete: whether no known URL was left out for want of budget or time.
        lost: known URLs that answered with no page; at most 1,000, in order of URL.
        failed: URL to the ids of the page checks that it failed; URLs without any are left out.
    """

    target: Target
    observation: SiteObservation
    pages: tuple[PageSummary, ...]
    complete: bool
    lost: tuple[LostUrl, ...] = ()
    failed: Mapping[str, frozenset[str]] = field(default_factory=dict)


PageJudge = Callable[[PageObservation], Judgement]
AmongJudge = Callable[[PageSummary, SiteView], Judgement]
SiteJudge = Callable[[SiteView], Judgement]
AgencyJudge = Callable[[str, tuple[SiteSummary, ...]], Judgement]


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its card, the parts that it needs to see, and its judge.

    Attributes:
        needs: names of parts; where one was not seen the engine says `untested`.
        unanimous: whether a failure counts only where every judged page of the site fails;
            else the failing pages are `cantTell`.
        judges: "pages", "files" (documents that a site offers), or "both".
        among: whether a page is judged among all pages of its site, by its summary.
        judge: a `PageJudge`, `AmongJudge`, `SiteJudge` or `AgencyJudge`, as the level and
            `among` say.
    """

    card: Card
    needs: tuple[str, ...]
    unanimous: bool
    judge: Callable[..., Judgement]
    judges: Literal["pages", "files", "both"] = "pages"
    among: bool = False

    @property
    def id(self) -> str:
        return self.card.id


class Form(TypedDict, total=False):
    """What the author of a check writes down; every word of it reaches a reader."""

    id: Required[str]
    title: Required[str]
    citation: Required[str]
    strength: Required[Strength]
    automation: Required[Automation]
    remedy: Required[str]
    decided: Required[str]
    needs: Iterable[str]
    version: int
    examples: tuple[Example, ...]
    unanimous: bool
    judges: Literal["pages", "files", "both"]
    sums: bool


def page_check(**form: Unpack[Form]) -> Callable[[PageJudge], Check]:
    """A check of one page; `needs` from html, served_html, headers, axe, phone, requests, file,
    links, and the names of the probes of `Rendering`: keyboard, strains, vitals, ..."""
    return lambda judge: _filled(Level.PAGE, form, judge)


def page_among_check(**form: Unpack[Form]) -> Callable[[AmongJudge], Check]:
    """A check of one page that only all pages of its site can decide: unique titles, repeated
    navigation. It sees the page's summary and the site's view; `needs` as a page check's."""
    return lambda judge: _filled(Level.PAGE, form, judge, among=True)


def site_check(**form: Unpack[Form]) -> Callable[[SiteJudge], Check]:
    """A check of one site; `needs` from endpoints, tls, ciphers, robots, not_found, dns, paths,
    sitemaps, preload, agents, searched, engines (of any page)."""
    return lambda judge: _filled(Level.SITE, form, judge)


def agency_check(**form: Unpack[Form]) -> Callable[[AgencyJudge], Check]:
    """A check of all audited sites of one agency."""
    return lambda judge: _filled(Level.AGENCY, form, judge)


def passed(
    summary: str, *evidence: Evidence, measures: Iterable[tuple[str, Value]] = ()
) -> Judgement:
    return Judgement(Outcome.PASSED, summary, evidence, tuple(measures))


def failed(
    summary: str, *evidence: Evidence, measures: Iterable[tuple[str, Value]] = ()
) -> Judgement:
    return Judgement(Outcome.FAILED, summary, evidence, tuple(measures))


def cant_tell(
    summary: str, *evidence: Evidence, measures: Iterable[tuple[str, Value]] = ()
) -> Judgement:
    return Judgement(Outcome.CANT_TELL, summary, evidence, tuple(measures))


def inapplicable(summary: str) -> Judgement:
    return Judgement(Outcome.INAPPLICABLE, summary)


def _filled(
    level: Level, form: Form, judge: Callable[..., Judgement], *, among: bool = False
) -> Check:
    """The check; its question is the module's docstring, its why the function's, its head the
    folder."""
    parts = judge.__module__.split(".")
    card = Card(
        id=form["id"],
        head=parts[-2] if len(parts) > 1 else "",
        title=form["title"],
        citation=form["citation"],
        strength=form["strength"],
        level=level,
        automation=form["automation"],
        question=_flat(judge.__globals__.get("__doc__")),
        why=_flat(judge.__doc__),
        remedy=form["remedy"],
        decided=form["decided"],
        version=form.get("version", 1),
        examples=form.get("examples", ()),
        sums=form.get("sums", False),
    )
    return Check(
        card=card,
        needs=tuple(form.get("needs", ())),
        unanimous=form.get("unanimous", False),
        judge=judge,
        judges=form.get("judges", "pages"),
        among=among,
    )


def _flat(text: str | None) -> str:
    return " ".join((text or "").split())
