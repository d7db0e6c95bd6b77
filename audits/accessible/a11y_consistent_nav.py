"""Does the navigation keep its order and its names from page to page?"""

from collections import Counter, defaultdict

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.navigation import differences
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

_MOST = 20
_SAID = {
    "order": "Links that both pages have come in another order.",
    "names": "A link that both pages have is called otherwise.",
}


@site_check(
    id="a11y-consistent-nav",
    title="Navigation in same order, same names",
    citation="WCAG 3.2.3, 3.2.4; TT 9.B 9.C",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Make the header and the main navigation from one template, with the same links in the "
    "same order under the same names on every page.",
    decided="The first 28 links of the header and of the navigation before the main part are "
    "compared with those that most pages have; breadcrumbs, paging and tables of contents are "
    "left out. Passed where links in common have the same order and names on all pages seen. "
    "cantTell where they differ, or there is nothing to compare. Inapplicable below two pages.",
    examples=(
        Example("passed", "Home, About, Contact on every page."),
        Example("cantTell", "Home, Contact, About on one of them."),
        Example("inapplicable", "A site of one page."),
    ),
)
def a11y_consistent_nav(view: SiteView) -> Judgement:
    """People learn where things are; those who see little of the screen at once rely on it."""
    pages = own_pages(view)
    if len(pages) < 2:
        if view.complete:
            return inapplicable("There are fewer than two pages.")
        return cant_tell("Fewer than two pages were seen.")
    groups: dict[str, list[PageSummary]] = defaultdict(list)
    for page in pages:
        for keys in page.all("nav"):
            groups[keys].append(page)
    if not groups:
        return cant_tell("No navigation was recognized.")
    most = Counter({keys: len(group) for keys, group in groups.items()}).most_common(1)[0][0]
    evidence, compared = [], len(groups[most]) - 1
    for keys, group in groups.items():
        found = differences(keys, most) if keys != most else None
        compared += len(group) if found is not None else 0
        for word in found or ():
            detail = f"{_SAID[word]} Compare {groups[most][0].url}"
            evidence += [
                Evidence(page.url, detail=detail, path="nav", datum=word) for page in group
            ]
    measures = (("navigation-compared", compared), ("navigation-variants", len(groups)))
    if evidence:
        return cant_tell("The navigation differs.", *evidence[:_MOST], measures=measures)
    if not compared:
        return cant_tell("No two pages have navigation in common.", measures=measures)
    where = Evidence(groups[most][0].url)
    return passed("The navigation has one order and the same names.", where, measures=measures)
