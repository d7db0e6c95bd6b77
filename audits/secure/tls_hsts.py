"""Does the site tell browsers to come by HTTPS only, for a year or more?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.hsts import YEAR, hsts_of
from audits.facts.site import doors
from ideaaudit.models import Automation, Endpoint, Evidence, Example, Outcome, Strength


@site_check(
    id="tls-hsts",
    title="HSTS max-age >= 31536000",
    citation="M-15-13; BOD 18-01",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Send Strict-Transport-Security: max-age=31536000 or more with every answer over "
    "HTTPS, redirects among them; better with includeSubDomains and preload, on the bare domain.",
    decided="Passed where the first answer of each https door has the header with a year or more, "
    "or the preload list covers the site. Failed where an answer whose certificate holds has "
    "none, a shorter one, or one that browsers ignore; or where https is closed. cantTell where "
    "doors did not answer, refused with an error, or show a certificate that does not hold.",
    needs=("endpoints",),
    examples=(
        Example("passed", "Strict-Transport-Security: max-age=31536000; includeSubDomains"),
        Example("failed", "Strict-Transport-Security: max-age=300"),
        Example("cantTell", "https://agency.gov/ answers 403."),
    ),
)
def tls_hsts(view: SiteView) -> Judgement:
    """A visitor who was there once is kept on the safe line from then on, whatever a link or a
    stranger's network says."""
    listed = view.observation.preload
    if listed is not None and listed.listed:
        detail = f"The preload list names {listed.by or view.target.site} with its subdomains."
        return passed("Browsers know of the site's HSTS beforehand.", _at(view, detail))
    found = [_judge(door) for door in doors(view, "https") if door.hops]
    for outcome, answer, summary in (
        (Outcome.FAILED, failed, "HSTS is missing, or asks for less than a year."),
        (Outcome.CANT_TELL, cant_tell, "Whether HSTS is set could not be told at every door."),
        (Outcome.PASSED, passed, "HSTS asks for a year or more."),
    ):
        if evidence := [where for one, where in found if one is outcome]:
            return answer(summary, *evidence)
    secure = doors(view, "https")
    if secure and all(door.refused for door in secure):
        detail = "Port 443 is closed, so there is no HSTS."
        return failed("The site has no HTTPS, and so no HSTS.", _at(view, detail))
    return cant_tell("No https door of the site answered.")


def _judge(door: Endpoint) -> tuple[Outcome, Evidence]:
    status, policy = door.hops[0].status, hsts_of(door.hsts)
    if policy.strong:
        return Outcome.PASSED, Evidence(door.url, detail=f"It sends: {door.hsts[:200]}")
    if not door.hsts:
        datum = detail = "No Strict-Transport-Security header."
    elif policy.fault:
        datum = policy.fault
        detail = f"Browsers ignore it: {policy.fault}. It sends: {door.hsts[:200]}"
    else:
        datum, detail = "short", f"max-age is {policy.max_age}, less than {YEAR}."
    outcome = Outcome.FAILED if status < 400 and door.verified else Outcome.CANT_TELL
    return outcome, Evidence(door.url, title="HSTS", detail=detail, datum=datum)


def _at(view: SiteView, detail: str) -> Evidence:
    return Evidence(view.target.url, detail=detail)
