"""Do pages that have moved send their visitors on for good?"""

import re

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, LostUrl, Strength
from ideaaudit.web import site_of

# How a site itself names a URL; a redirect's target or our own guess is not its promise.
_NAMED = {
    "start": "the list of sites",
    "link": "a link",
    "sitemap": "the sitemap",
    "canonical": "a page as the canonical one",
    "required": "a link that policy asks for",
}
_FOR_NOW = frozenset({302, 303, 307})
_TARGET = re.compile(r"https?://\S+")
_LONG = 3


@site_check(
    id="dup-legacy-redirect",
    title="Retired pages redirect (301/308) rather than 404 or 302 chain",
    citation="M-23-22 A.3a",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Redirect each retired URL to its successor with 301 or 308, straight to where it "
    "ends, and take it out of links and sitemap.",
    decided="URLs that the site's own pages or sitemaps name. Failed where one answers 404. "
    "cantTell where one answers 410 (gone on purpose), redirects for now only (302, 303, 307, or "
    "by a meta refresh), or through a chain of three or more: each may have its reason. Passed "
    "where there is none of these and the whole site was walked, else cantTell.",
    examples=(
        Example("passed", "/old answers 301 to /new."),
        Example("failed", "The sitemap names /old, which answers 404."),
        Example("cantTell", "/old answers 302 to /new."),
    ),
)
def dup_legacy_redirect(view: SiteView) -> Judgement:
    """Bookmarks, letters and other sites' links live for years; a redirect keeps them alive."""
    named = [lost for lost in view.lost if lost.found_by in _NAMED]
    gone = [lost for lost in named if lost.reason == "not-found" and lost.status != 410]
    if gone:
        evidence = [Evidence(one.url, detail=_missing(one), datum=one.url) for one in gone[:50]]
        summary = "The site names pages of its own that are not there."
        return failed(summary, *evidence, measures=(("retired-not-found", len(gone)),))
    doubtful = [one for one in named if _for_now(one, view) or one.status == 410]
    known = {lost.url: lost for lost in view.lost}
    chained = [one for one in named if _steps(one, known) >= _LONG]
    if doubtful or chained:
        evidence = [Evidence(x.url, detail=_how(x), datum=x.url) for x in doubtful + chained]
        summary = "Some retired pages redirect for now only, through a chain, or are gone."
        return cant_tell(summary, *evidence[:50])
    if not view.complete:
        return cant_tell("None was found among the pages that were asked for, which are not all.")
    return passed("No page that the site names is missing or sent on by a detour.")


def _missing(lost: LostUrl) -> str:
    return f"{lost.url} answers HTTP 404 and is named by {_NAMED[lost.found_by]}."


def _for_now(lost: LostUrl, view: SiteView) -> bool:
    """A redirect that is no lasting one; between http, https, www and none is another check's."""
    if lost.reason not in ("redirected", "off-site"):
        return False
    target = _target(lost)
    same = bool(target) and (
        site_of(target) == view.target.site and _place(target) == _place(lost.url)
    )
    return not same and (lost.status in _FOR_NOW or "meta refresh" in lost.detail)


def _steps(lost: LostUrl, known: dict[str, LostUrl]) -> int:
    """How many redirects follow each other from here, at most ten."""
    steps, seen = 0, lost
    while seen.reason == "redirected" and steps < 10:
        steps += 1
        following = known.get(_target(seen))
        if following is None:
            break
        seen = following
    return steps


def _target(lost: LostUrl) -> str:
    found = _TARGET.search(lost.detail)
    return found[0] if found else ""


def _place(url: str) -> str:
    return url.partition("//")[2].partition("/")[2].rstrip("/")


def _how(lost: LostUrl) -> str:
    return f"HTTP {lost.status}. {lost.detail}".strip()
