"""Can a visitor ask to be told of news, in a way of their choice?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength

_CERTAIN = frozenset({"govdelivery", "form"})


@site_check(
    id="custom-notifications",
    title="Notification preference / subscription",
    citation="M-23-22 A.7",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Offer e-mail or text notices on the subjects people come for, and let them choose "
    "which and how often.",
    decided="Passed where a page has a subscription form or leads to GovDelivery. cantTell "
    "otherwise: a link that may lead to one, or none that was recognized, and not every site "
    "needs it.",
    examples=(
        Example("passed", "A link to public.govdelivery.com/accounts/USAGENCY"),
        Example("cantTell", "No subscription was recognized."),
    ),
)
def custom_notifications(view: SiteView) -> Judgement:
    """Those who wait for a rule, a deadline or a payment should not have to come back every day
    to look."""
    offering = with_signal(own_pages(view), "notices")
    certain = [page for page in offering if _CERTAIN.intersection(page.all("notices"))]
    if certain:
        how = certain[0].all("notices")[0]
        return passed("A way to subscribe was found.", Evidence(certain[0].url, detail=how))
    if offering:
        where = Evidence(offering[0].url, detail="A link named for updates or a newsletter.")
        return cant_tell("A link that may lead to a subscription was found.", where)
    return cant_tell("No way to subscribe was recognized; whether one is needed is for a person.")
