"""May search engines and archives keep this page?"""

import re
from urllib.parse import urlsplit

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.robots_tags import ALL
from audits.facts.summary import class_of
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageObservation, Strength

_VIEW = re.compile(
    r"/(?:previews?|print|printable|drafts?|node|tags?|author|search|thank-?you\w*)(?=[/._-]|$)",
    re.I,
)


@page_check(
    id="seo-noindex",
    title="Public pages not noindex",
    citation="M-23-22 A.4 (must not limit crawlers)",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Remove noindex (or none) from the robots meta element and the X-Robots-Tag header of "
    "pages that are for the public.",
    decided="Failed where a page that the site links to or names in its sitemap forbids all "
    "crawlers, or one by name, to index it. cantTell for search results, previews, printed views "
    "and URLs with a query, for copies that name another page as canonical, and where only "
    "noarchive or nosnippet is set. Passed otherwise; sign-in pages are inapplicable.",
    needs=("html",),
    examples=(
        Example("passed", '<meta name="robots" content="index, follow">'),
        Example("failed", '<meta name="robots" content="noindex">'),
        Example("cantTell", '<meta name="robots" content="noarchive">'),
        Example("inapplicable", "A sign-in page."),
    ),
)
def seo_noindex(page: PageObservation) -> Judgement:
    """Most people find a page by a search engine; one that is kept out is as good as gone."""
    kind = class_of(page)
    if kind is PageClass.LOGIN:
        return inapplicable("Sign-in pages may be kept out of search engines.")
    facts = facts_of(page)
    shut = [tag for tag in facts.robots_tags if "noindex" in tag.rules]
    partly = [tag for tag in facts.robots_tags if tag.rules & {"noarchive", "nosnippet"}]
    evidence = [
        Evidence(page.url, markup=tag.text, detail=f"{_whom(tag.agent)}, by {tag.source}.", datum=d)
        for tag in shut or partly
        for d in [" ".join((tag.agent, tag.source))]
    ]
    if shut and (kind is PageClass.SEARCH or _is_view(page.final_url) or _is_copy(page)):
        return cant_tell("The page may be a view or a copy that is kept out on purpose.", *evidence)
    if shut:
        return failed("The page is kept out of search engines.", *evidence)
    if partly:
        return cant_tell("Search engines may not show or archive the page's text.", *evidence)
    return passed("Search engines may index the page.")


def _whom(agent: str) -> str:
    return "For all crawlers" if agent == ALL else f"For {agent}"


def _is_view(url: str) -> bool:
    parts = urlsplit(url)
    return bool(parts.query) or bool(_VIEW.search(parts.path))


def _is_copy(page: PageObservation) -> bool:
    canonical = facts_of(page).document.canonical
    return bool(canonical) and canonical.rstrip("/") not in (
        page.url.rstrip("/"),
        page.final_url.rstrip("/"),
    )
