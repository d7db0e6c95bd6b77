"""Plain observations for tests of judging; each test names only what differs."""

from dataclasses import replace
from typing import Any, TypeVar

from audits.check import Check, SiteView
from audits.evaluate import judge_agency, judge_among, judge_page, judge_site
from audits.facts.summary import site_summary, summarise
from ideaaudit.models import (
    AxeResult,
    AxeRule,
    Gap,
    Hop,
    Layout,
    Level,
    PageObservation,
    Rendering,
    RequestSeen,
    SiteObservation,
    SiteSummary,
    Target,
    Tier,
)

T = TypeVar("T")
HOME = "https://www.agency.gov/"
ABOUT = "https://www.agency.gov/about"


def page(
    html: str | None = "",
    url: str = ABOUT,
    *,
    served: str | None = None,
    rendered: bool = True,
    status: int = 200,
    media_type: str = "text/html",
    requests: tuple[RequestSeen, ...] | None = (),
    axe: AxeResult | None = None,
    layouts: tuple[Layout, ...] = (),
    headers: tuple[tuple[str, str], ...] = (),
    hops: tuple[Hop, ...] | None = None,
    gaps: tuple[Gap, ...] = (),
    ended: str = "",
) -> PageObservation:
    """A page of agency.gov that a browser has shown, unless told otherwise."""
    rendering = Rendering(
        url=ended or url,
        status=status,
        rendered_at="2026-11-22T08:00:00",
        html=html,
        axe=axe,
        layouts=layouts,
        requests=requests,
    )
    return PageObservation(
        site="agency.gov",
        url=url,
        hops=(Hop(url, status),) if hops is None else hops,
        headers=headers,
        media_type=media_type,
        served_html=html if served is None else served,
        fetched_at="2026-11-22T08:00:00",
        rendering=rendering if rendered else None,
        gaps=gaps,
    )


def showing(html: str = "<main>Text</main>", url: str = ABOUT, **parts: Any) -> PageObservation:
    """A page of which the browser has seen these parts of a `Rendering` too."""
    seen = page(html, url)
    assert seen.rendering is not None
    return replace(seen, rendering=replace(seen.rendering, **parts))


def walked(html: str, url: str = ABOUT) -> PageObservation:
    """A page that was fetched and not opened in a browser."""
    return page(html, url, rendered=False)


def target(agency: str = "General Services Administration", tier: Tier = Tier.UNKNOWN) -> Target:
    return Target(url=HOME, site="agency.gov", agency=agency, tier=tier)


def site(
    *pages: PageObservation,
    complete: bool = False,
    observation: SiteObservation | None = None,
    of: Target | None = None,
) -> SiteView:
    """agency.gov as its pages' summaries show it."""
    return SiteView(
        target=of or target(),
        observation=observation or SiteObservation("agency.gov", "2026-11-22T08:00:00"),
        pages=tuple(summarise(one) for one in pages),
        complete=complete,
    )


def seen_as(*pages: PageObservation, complete: bool = True) -> SiteSummary:
    """What agency.gov leaves behind for agency checks."""
    return site_summary(site(*pages, complete=complete))


def axe_result(*rules: AxeRule) -> AxeResult:
    return AxeResult("4.12.1", rules, (), (), ())


def outcome_of(check: Check, *seen: PageObservation | SiteView | SiteSummary) -> str:
    """What the engine makes of a check: "untested" and "inapplicable" by scope too.

    Give a page check its page; a check of a page among others that page first, then the others;
    a site check a `SiteView`; an agency check its sites' summaries.
    """
    if check.card.level is Level.SITE:
        return judge_site(_only(seen, SiteView)[0], [check])[0][0].outcome.value
    if check.card.level is Level.AGENCY:
        sites = tuple(_only(seen, SiteSummary))
        return judge_agency("An agency", sites, [check])[0].outcome.value
    pages = _only(seen, PageObservation)
    judged = judge_page(pages[0], [check])
    if not check.among:
        return judged.verdicts[0].outcome.value
    found, _ = judge_among(summarise(pages[0]), site(*pages), [check], judged.unjudged)
    return found[0].outcome.value


def _only(seen: tuple[object, ...], kind: type[T]) -> list[T]:
    assert all(isinstance(one, kind) for one in seen), f"this check wants a {kind.__name__}"
    return [one for one in seen if isinstance(one, kind)]
