"""Does the site have an accessibility statement that can be found?"""

import re
from urllib.parse import urlsplit

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.duplicates import ENOUGH_WORDS
from audits.facts.site import home_seen, own_pages, page_at, settled
from audits.facts.statements import linked_statements
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageSummary, Strength

_PATH = re.compile(r"accessib|section-?508|/508(?:/|$)|accesibilidad", re.IGNORECASE)


@site_check(
    id="a11y-statement-present",
    title="Accessibility statement exists",
    citation="M-24-08; M-23-22 A.1, 9c",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Publish a statement as OMB M-24-08 describes it, and link to it from the footer of "
    "every page as “Accessibility statement”. A secondary site may link to its parent's.",
    decided="Passed where a link or a usual path leads to a page of the site with 100 words or "
    "more that speaks of accessibility, or the home page's link to such a page elsewhere. Failed "
    "where the home page was seen and no link and no page was found, or every link is dead. "
    "Otherwise cantTell.",
    version=2,
    examples=(
        Example("passed", "The footer links to /accessibility, a page of 400 words on it."),
        Example("failed", "No page links to a statement, and there is none at a usual path."),
        Example("cantTell", "The link leads to the parent agency's site, which was not visited."),
    ),
)
def a11y_statement_present(view: SiteView) -> Judgement:
    """Someone who cannot use a page needs to know whom to tell, and what the agency will do."""
    pages = own_pages(view)
    linked = sorted({url for page in pages for url in _links(page)})
    targets = [(url, page_at(view, url)) for url in linked]
    targets += [(page.url, page) for page in pages if _PATH.search(urlsplit(page.url).path)]
    for url, page in targets:
        if page is not None and _is_statement(page):
            return passed("The accessibility statement was found and read.", Evidence(url))
    for statement in linked_statements(view):
        return passed("The accessibility statement was found and read.", Evidence(statement.url))
    alive = [url for url, page in targets if page is None or not _gone(page)]
    if alive:
        return cant_tell(
            "A link to a statement was found; its target was not seen, or says too little.",
            *(Evidence(url) for url in alive[:5]),
        )
    if targets:
        return failed("Every link to an accessibility statement is dead.", Evidence(targets[0][0]))
    if home_seen(settled(pages)):
        return failed("No link to an accessibility statement was found, and no such page.")
    return cant_tell("No statement was found; scripts that did not run may add the link.")


def _links(page: PageSummary) -> tuple[str, ...]:
    return page.all("footer-link:accessibility") + page.all("link:accessibility")


def _is_statement(page: PageSummary) -> bool:
    fine = page.status is not None and page.status < 300
    return fine and page.words >= ENOUGH_WORDS and ("topic", "accessibility") in page.signals


def _gone(page: PageSummary) -> bool:
    return page.page_class is PageClass.ERROR and page.status in (200, 404, 410)
