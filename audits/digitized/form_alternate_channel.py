"""Where a service is offered, is a way named that needs no computer?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.form_sites import service_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

_WAYS = {"phone": "telephone", "office": "address or office"}


@site_check(
    id="form-alternate-channel",
    title="Non-digital option described",
    citation="IDEA 4(e); M-23-22 B.2",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Name a telephone number, a postal address or an office on the page of each service.",
    decided="Looks at pages with a form that collects information, a form as a file, or an offer "
    "to apply online. Passed where one of them names a telephone number, a postal address or an "
    "office; cantTell where none does, or where no page of a service was recognized.",
    examples=(
        Example("passed", "“Apply online, or call 800-555-0100.”"),
        Example("cantTell", "An application form, and no other way beside it."),
    ),
)
def form_alternate_channel(view: SiteView) -> Judgement:
    """Not everybody has a computer or can use one; the law keeps a way open for them."""
    pages = service_pages(view)
    if not pages:
        return cant_tell("No page of a service was recognized.")
    named = [(page.url, ways) for page in pages if (ways := _ways(page))]
    measures = [("services:pages", len(pages)), ("services:with-other-ways", len(named))]
    if named:
        where = [Evidence(url, detail=", ".join(ways)) for url, ways in named[:20]]
        return passed("Pages of services name a non-digital way.", *where, measures=measures)
    detail = "No telephone number, postal address or office was recognized."
    where = [Evidence(page.url, detail=detail) for page in pages[:20]]
    return cant_tell("No non-digital way was found beside a service.", *where, measures=measures)


def _ways(page: PageSummary) -> list[str]:
    return [words for kind, words in _WAYS.items() if kind in page.all("contact")]
