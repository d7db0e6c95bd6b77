"""Can those who come back find what they did, and where it stands?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.site import own_pages
from audits.facts.transactions import only_informs
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="custom-account",
    title="Account/profile/status option for transactions",
    citation="IDEA 3(a)(7)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Let people sign in to what they applied for, see its status, and go on where they "
    "stopped.",
    decided="Never passed by a machine. cantTell with what was recognized of sign-in, accounts, "
    "status and saved forms, or without any where people do more on the site than read. "
    "Inapplicable where the whole site was seen and only informs.",
    examples=(
        Example("cantTell", '<a href="/status">Check your application status</a>'),
        Example("inapplicable", "A site of a few pages to read."),
    ),
)
def custom_account(view: SiteView) -> Judgement:
    """Nobody should have to call to learn whether a form has arrived."""
    pages = own_pages(view)
    found = {kind: page for page in reversed(pages) for kind in page.all("keeps")}
    also = [page for page in pages if page.has("sign-in")]
    found |= {"sign-in": also[0]} if also else {}
    if found:
        evidence = [Evidence(found[kind].url, detail=kind, datum=kind) for kind in sorted(found)]
        measures = [("custom-account", ", ".join(sorted(found)))]
        summary = "Ways to come back were recognized; whether they suffice is for a person."
        return cant_tell(summary, *evidence, measures=measures)
    if only_informs(pages, view.complete):
        return inapplicable("The site only informs; there is nothing to come back to.")
    return cant_tell("No way to come back to one's own was recognized.")
