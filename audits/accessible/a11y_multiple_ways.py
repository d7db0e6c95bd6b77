"""Are there two ways or more to find a page?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.site import at_home, home_seen, own_pages, settled
from audits.facts.ways import has_xml_sitemap, ways_of
from ideaaudit.models import Automation, Example, Strength


# The draft catalogue counts an XML sitemap among them. No visitor sees it, so that here it only
# keeps a site with one other way from failing.
@site_check(
    id="a11y-multiple-ways",
    title="Two ways to find a page",
    citation="WCAG 2.4.5; TT 19.A",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Give every page a search box beside the navigation, or a link to a site map.",
    decided="Counted are a search, a navigation, a link to a site map, an index from A to Z, and "
    "related links. Passed with two or more. Failed with one or none where every page of the site "
    "was seen, the home page among them, no script that did not run may add to one, and there is "
    "no XML sitemap; otherwise cantTell. Inapplicable for a site of one page.",
    examples=(
        Example("passed", "A navigation and a search box."),
        Example("failed", "Ten pages with links in their text, and neither menu nor search."),
        Example("cantTell", "A navigation, on the first pages of a large site."),
        Example("inapplicable", "A site of one page."),
    ),
)
def a11y_multiple_ways(view: SiteView) -> Judgement:
    """Some people search, some browse, and some read a list; one way suits not all."""
    pages, ways = own_pages(view), ways_of(view)
    if len(pages) < 2:
        if view.complete:
            return inapplicable("The site has fewer than two pages.")
        return cant_tell("Fewer than two pages were seen.")
    measures = [("ways-to-find", ", ".join(ways))]
    if len(ways) >= 2:
        return passed("There are two ways or more to find a page.", at_home(view, ", ".join(ways)),
                      measures=measures)  # fmt: skip
    whole = view.complete and home_seen(pages) and len(settled(pages)) == len(pages)
    if not whole:
        return cant_tell("Fewer than two ways to find a page were recognized.", measures=measures)
    if has_xml_sitemap(view):
        summary = "Fewer than two ways were recognized beside the XML sitemap, which is no page."
        return cant_tell(summary, measures=measures)
    where = at_home(view, f"Ways found: {', '.join(ways) or 'none'}.", "ways")
    return failed("There are fewer than two ways to find a page.", where, measures=measures)
