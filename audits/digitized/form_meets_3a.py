"""Does the web form meet what section 3(a) asks of every page?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, page_among_check
from audits.facts.binding import binding
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@page_among_check(
    id="form-meets-3a",
    title="Web form is accessible, secure, mobile, searchable",
    citation="IDEA 4(c) with 3(a)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Mend what the named checks found on this page first: it is where people act.",
    decided="Of a page with a form that collects information, the binding checks of the heads "
    "“accessible”, “secure” and “mobile” are looked at again. Failed where one of them failed on "
    "it; else cantTell, for they do not prove that it meets the section.",
    needs=("html",),
    sums=True,
    examples=(
        Example("failed", "A page with an application form, and no viewport."),
        Example("cantTell", "A page with an application form on which no such check failed."),
        Example("inapplicable", "A page without a form, or with a search alone."),
    ),
)
def form_meets_3a(page: PageSummary, view: SiteView) -> Judgement:
    """A form that works for some is a service for some."""
    if "collection" not in page.all("form"):
        return inapplicable("The page has no form that collects information.")
    found = binding(view.failed.get(page.url, ()))
    if not found:
        return cant_tell("No binding check failed on this form's page.")
    where = [Evidence(page.url, detail=f"{check} failed here", datum=check) for check in found]
    return failed("Binding checks failed on this form's page.", *where)
