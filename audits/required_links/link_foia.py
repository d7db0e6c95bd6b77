"""Does the footer of a principal site link to its FOIA page?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.site import home_seen, own_pages, page_at, settled
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength, Tier

_BOUND = frozenset({Tier.PRINCIPAL, Tier.SUB_AGENCY})


@site_check(
    id="link-foia",
    title="FOIA link in footer",
    citation="M-23-22 9c; 5 USC 552",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “FOIA” or “Freedom of Information Act” to the footer.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. Passed "
    "where a link in a footer leads to a page that was visited and answers. Failed where no page "
    "that was seen whole has such a link. cantTell where it stands outside the footer, its target "
    "was not visited, or the site's tier is unknown. Inapplicable for a secondary site.",
    examples=(
        Example("passed", '<footer><a href="/foia">FOIA</a></footer>, and /foia answers 200'),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "The site's tier is unknown."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_foia(view: SiteView) -> Judgement:
    """The law gives everyone the right to ask for records; the link says where."""
    tier = view.target.tier
    if tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    pages = own_pages(view)
    footer = _targets(pages, "footer-link:foia")
    if tier not in _BOUND:
        seen = "A footer links to FOIA" if footer else "No footer with a FOIA link was seen"
        return cant_tell(f"{seen}; whether it must is unknown, for the site's tier is.")
    if footer:
        return _followed(view, footer)
    outside = _targets(pages, "link:foia")
    if outside:
        return cant_tell("A FOIA link stands outside the footer.", Evidence(outside[0]))
    if home_seen(settled(pages)):
        return failed("No page that was seen whole links to FOIA.")
    return cant_tell("No FOIA link in the markup; scripts that did not run may add one.")


def _targets(pages: tuple[PageSummary, ...], name: str) -> list[str]:
    return sorted({url for page in pages for url in page.all(name)})


def _followed(view: SiteView, urls: list[str]) -> Judgement:
    found = [(url, page_at(view, url)) for url in urls]
    if any(page is not None and page.status is not None and page.status < 300 for _, page in found):
        return passed("The footer links to FOIA, and the page answers.", Evidence(urls[0]))
    dead = [url for url, page in found if page is not None and page.status in (404, 410)]
    if len(dead) == len(found):
        return failed(
            "The footer's FOIA link leads to a page that is gone.", *map(Evidence, dead[:5])
        )
    return cant_tell("The footer links to FOIA; the page was not visited.", Evidence(urls[0]))
