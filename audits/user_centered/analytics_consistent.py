"""Is DAP on nearly every page of a site that takes part in it?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.hosts import host_of, is_government
from audits.facts.site import own_pages, share, with_signal
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageSummary, Strength

_ENOUGH = 0.95
_FEWEST = 20
_EXEMPT = frozenset({PageClass.LOGIN, PageClass.SEARCH})


@site_check(
    id="analytics-consistent",
    title="DAP on >=95 % of crawled pages",
    citation="DAP guidance",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put DAP's script into the template that the pages without it are made from.",
    decided="Of the pages that were walked, but for sign-in and search result pages. Passed where "
    "95 % or more have DAP, also if none of those whose scripts did not run has it; failed where "
    "fewer have it even if all of those do. cantTell between, and where fewer than 20 pages of a "
    "larger site were seen. Inapplicable where the whole site has no DAP.",
    examples=(
        Example("passed", "DAP on 98 of 100 pages."),
        Example("failed", "DAP on 60 of 100 pages."),
        Example("cantTell", "DAP on 3 of 4 pages of a larger site."),
        Example("inapplicable", "No page of the site has DAP."),
    ),
)
def analytics_consistent(view: SiteView) -> Judgement:
    """Half a count misleads more than none: pages that are not counted look unwanted."""
    pages = [one for one in own_pages(view) if _counts(one)]
    having = with_signal(pages, "dap")
    if not having:
        if view.complete and all(map(_is_sure, pages)):
            return inapplicable("No page has DAP.")
        return cant_tell("No page that was seen has DAP.")
    without = [one for one in pages if not one.has("dap")]
    sure = [one for one in without if _is_sure(one)]
    measures = [("dap-share", round(len(having) / len(pages), 3))]
    summary = f"DAP was found on {share(len(having), len(pages))} pages."
    evidence = [Evidence(one.url, detail="No sign of DAP.", datum="missing") for one in sure[:20]]
    if len(pages) < _FEWEST and not view.complete:
        return cant_tell(f"{summary} That is too few to tell.", *evidence, measures=measures)
    if len(having) >= _ENOUGH * len(pages):
        return passed(summary, Evidence(having[0].url), measures=measures)
    if len(pages) - len(sure) < _ENOUGH * len(pages):
        return failed(summary, *evidence, measures=measures)
    return cant_tell(f"{summary} Others may have it, unseen.", *evidence, measures=measures)


def _counts(page: PageSummary) -> bool:
    return page.page_class not in _EXEMPT and is_government(host_of(page.final_url))


def _is_sure(page: PageSummary) -> bool:
    """Whether DAP would have been seen."""
    return not page.has("unsettled") and not page.has("dap-hidden")
