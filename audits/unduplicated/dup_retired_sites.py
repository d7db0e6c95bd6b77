"""Are all sites that the agency lists alive, or sent on to their successors?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength

_SAID = {
    "parked": "It shows the page of a server or registrar where nobody has put a site.",
    "dead": "Nothing answered under any of its four addresses.",
    "unseen": "What it shows could not be seen.",
}


@agency_check(
    id="dup-retired-sites",
    title="Inventory sites that are dead/redirecting recorded",
    citation="IDEA 3(a)(3)",
    strength=Strength.STATUTE,
    automation=Automation.FULL,
    remedy="Redirect retired sites to their successors, take down what nobody uses, and strike "
    "both from the inventory.",
    decided="Each audited site of the agency. Passed where all are alive or redirect. Failed where "
    "one shows a server's default page or a parked domain. cantTell where one does not answer or "
    "could not be seen; it may be down for the day.",
    examples=(
        Example("passed", "Twelve sites are alive, three redirect."),
        Example("failed", "One shows “Apache2 Ubuntu Default Page: It works”."),
        Example("cantTell", "One does not resolve."),
    ),
)
def dup_retired_sites(agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:  # noqa: ARG001
    """A dead address in the government's own list sends people into nothing, and a forgotten one
    may be taken over by others."""
    states = [(site, (*site.all("state"), "unseen")[0]) for site in sites]
    measures = [
        (f"sites-{state}", sum(found == state for _, found in states))
        for state in ("live", "redirect", "parked", "dead", "unseen")
    ]
    bad = [
        Evidence(site.target.url, detail=_SAID[state], datum=site.target.site)
        for wanted in _SAID
        for site, state in states
        if state == wanted
    ]
    if any(state == "parked" for _, state in states):
        summary = "Sites of the agency show nothing but a default or parked page."
        return failed(summary, *bad[:50], measures=measures)
    if bad:
        summary = "Sites of the agency did not answer, or could not be seen."
        return cant_tell(summary, *bad[:50], measures=measures)
    return passed("All audited sites of the agency are alive or redirect.", measures=measures)
