"""Can people begin a service on the site?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.form_sites import online_starts
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="service-online",
    title="Service can be started online",
    citation="IDEA 4(b); M-23-22 B.2",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Let each service begin with a link that says what it does (“Apply online”) and leads "
    "to a form over HTTPS.",
    decided="Passed where a link says in English or Spanish that something can be done online "
    "(apply, renew, pay, file, check a status) and leads to an HTTPS address, or where such a verb "
    "leads to an application's host or to a page of the site with a form or a sign-in. cantTell "
    "where none was recognized; the site may offer no service at all.",
    examples=(
        Example("passed", "“Check your claim status”, to https://my.agency.gov/"),
        Example("cantTell", "A site of news and reports."),
    ),
)
def service_online(view: SiteView) -> Judgement:
    """What can be begun at home at night needs no free morning and no way to an office."""
    found = online_starts(view)
    if not found:
        return cant_tell("No way to begin a service online was recognized.")
    measures = [("services:starts", len({url for _, url in found}))]
    where = [Evidence(page, detail=f"leads to {url}") for page, url in found[:20]]
    return passed("Services can be begun online.", *where, measures=measures)
