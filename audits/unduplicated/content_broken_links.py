"""Do the page's links into its own site lead somewhere?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength
from ideaaudit.web import identity


@page_check(
    id="content-broken-links",
    title="No broken internal links",
    citation="M-23-22 A.3a",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Mend or remove the links; redirect a page that has moved, so that old links work too.",
    decided="What the walk met at each URL of the site that the page links to. Failed where one "
    "answered 404 or 410 on two tries. cantTell where not all were asked, or some refused us or "
    "did not answer. Passed where all answered; inapplicable without such links.",
    needs=("links",),
    examples=(
        Example("passed", "All 40 links answered."),
        Example("failed", "One link answered 404 twice."),
        Example("cantTell", "38 of 40 links were asked for."),
        Example("inapplicable", "A page without links into its site."),
    ),
)
def content_broken_links(page: PageObservation) -> Judgement:
    """Each dead link is a promise that the page does not keep, and a call to the help line."""
    seen = page.links
    if seen is None or not seen.total:
        return inapplicable("The page has no links into its own site.")
    measures = (("internal-links", seen.total), ("broken-links", len(seen.gone)))
    if seen.gone:
        markups = _markups(page)
        evidence = [
            Evidence(
                page.url,
                markup=markups.get(url, ""),
                detail=f"{url} answers HTTP {status}.",
                datum=url,
            )
            for url, status in seen.gone[:50]
        ]
        return failed("Links lead to pages that are not there.", *evidence, measures=measures)
    if seen.answered < seen.total:
        return cant_tell("Not all links were asked for, or not all answered.", measures=measures)
    return passed("All links into the site answer.", measures=measures)


def _markups(page: PageObservation) -> dict[str, str]:
    """The markup of the first link to each URL."""
    found: dict[str, str] = {}
    for link in facts_of(page).links:
        if link.where:
            try:
                found.setdefault(identity(link.href), link.markup)
            except ValueError:
                continue
    return found
