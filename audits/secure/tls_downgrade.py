"""Does HTTPS never send a visitor back to plain HTTP?"""

import re

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.hosts import domain_of, host_of
from audits.facts.site import doors
from ideaaudit.models import Automation, Endpoint, Evidence, Example, LostUrl, Strength

_TARGET = re.compile(r"https?://\S+")


@site_check(
    id="tls-downgrade",
    title="HTTPS never redirects to HTTP",
    citation="M-15-13",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Let every redirect that is answered over HTTPS lead to an address that begins with "
    "https://; look in the rules of the server, the load balancer and the content system.",
    decided="Failed where a redirect from https leads to http, on the way from a door of the site "
    "or, within the domain, from a page that was walked. Passed where none does; cantTell where "
    "no https door answered; inapplicable where https is closed.",
    needs=("endpoints",),
    examples=(
        Example("passed", "https://agency.gov/ leads to https://www.agency.gov/"),
        Example("failed", "https://agency.gov/ leads to http://www.agency.gov/"),
        Example("cantTell", "No https door answers in time."),
        Example("inapplicable", "Port 443 is closed."),
    ),
)
def tls_downgrade(view: SiteView) -> Judgement:
    """One step over an open line is enough for someone on the way to take the visitor along."""
    secure = doors(view, "https")
    steps = [step for door in view.observation.endpoints or () for step in _steps(door)]
    steps += [step for lost in view.lost for step in _lost_step(lost)]
    if steps:
        evidence = [_evidence(here, there) for here, there in dict.fromkeys(steps)]
        return failed("HTTPS leads back to HTTP.", *evidence[:20])
    if any(door.hops for door in secure):
        return passed("No redirect leads from HTTPS to HTTP.")
    if secure and all(door.refused for door in secure):
        return inapplicable("The site has no HTTPS to come down from; its ports are closed.")
    return cant_tell("No https door of the site answered.")


def _steps(door: Endpoint) -> list[tuple[str, str]]:
    return [(hop.url, hop.location) for hop in door.hops if _is_down(hop.url, hop.location)]


def _lost_step(lost: LostUrl) -> list[tuple[str, str]]:
    """A walked URL that redirected, where it stays in its domain: other sites' are their own."""
    found = _TARGET.search(lost.detail)
    there = found[0].rstrip(".,;)") if found else ""
    if not _is_down(lost.url, there) or domain_of(lost.url) != domain_of(there):
        return []
    return [(lost.url, there)]


def _is_down(here: str, there: str) -> bool:
    return here.startswith("https:") and there.startswith("http:")


def _evidence(here: str, there: str) -> Evidence:
    detail = f"It leads to {there}."
    return Evidence(here, title="HTTPS leads to HTTP", detail=detail, datum=host_of(there))
