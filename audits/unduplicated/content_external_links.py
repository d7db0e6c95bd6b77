"""Are readers told when a link leads away from government?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.external import External
from audits.facts.page import facts_of
from audits.facts.tree import flat
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_ENOUGH = 0.95


@page_check(
    id="content-external-links",
    title="Third-party links and content labelled",
    citation="M-23-22 A.3d; website standard External link (Research)",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Mark links to sites that are not the government's: the class usa-link--external shows "
    "an icon and tells it to screen readers; or link every page to your policy on external links.",
    decided="Links to hosts outside .gov, .mil and the site's own domain are counted, but for the "
    "site's own accounts on social platforms in the header or footer. Passed where 95 % of them "
    "are marked by class, rel, name, title or icon, or the page links to a policy on external "
    "links. cantTell where some are marked, where there is only a general disclaimer, and where "
    "scripts that did not run may add marks. Failed where none is marked; an icon that only a "
    "style sheet draws is not read to everyone and does not count. Content that stands on the "
    "page and is not the government's is not recognized.",
    needs=("html",),
    examples=(
        Example("passed", '<a class="usa-link--external" href="https://example.org/">A study</a>'),
        Example("failed", '<a href="https://example.org/">A study</a>'),
        Example(
            "cantTell",
            '<a class="ext" href="https://example.org/">A study</a>'
            '<a href="https://example.com/">A shop</a>',
        ),
        Example("inapplicable", '<a href="https://www.usa.gov/">USA.gov</a>'),
    ),
)
def content_external_links(page: PageObservation) -> Judgement:
    """People trust what a .gov page says; they should see where that trust ends."""
    facts = facts_of(page)
    found = facts.external
    total, marked = len(found.links), sum(link.marked for link in found.links)
    if not total:
        return inapplicable("No link leads to a site that is not the government's.")
    measures = (("external-links", total), ("external-links-marked", marked))
    if found.policy == "exact" or marked >= _ENOUGH * total:
        summary = "External links are marked, or the page links to a policy on them."
        return passed(summary, measures=measures)
    evidence = _unmarked(found, page.url)
    if marked:
        return cant_tell("Some external links are marked.", *evidence, measures=measures)
    if found.policy or facts.unsettled:
        summary = "No external link is marked; a disclaimer or scripts that did not run may do so."
        return cant_tell(summary, *evidence, measures=measures)
    return failed("No external link is marked as one.", *evidence, measures=measures)


def _unmarked(found: External, url: str) -> list[Evidence]:
    """One piece of evidence for each host that unmarked links lead to."""
    links = {link.host: link for link in reversed(found.links) if not link.marked}
    return [
        Evidence(url, markup=flat(link.markup), detail=f"Leads to {host}.", datum=host)
        for host, link in sorted(links.items())[:20]
    ]
