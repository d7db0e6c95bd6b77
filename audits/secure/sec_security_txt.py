"""Does the site have a security.txt that holds to its standard?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.security_txt import faults_of, parsed
from ideaaudit.models import Automation, Evidence, Example, PathSeen, Strength

_GONE = frozenset({404, 410})


@site_check(
    id="sec-security-txt",
    title="security.txt valid",
    citation="RFC 9116 (optional)",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Put a file at /.well-known/security.txt with a Contact and an Expires less than a "
    "year away, as text/plain; securitytxt.org writes one.",
    decided="Passed where the file is there and holds to RFC 9116: over HTTPS, text/plain, one "
    "Contact at least and one Expires that lies ahead. Failed where it is not there, or breaks a "
    "rule. cantTell where the answer was not seen, or was a refusal. A signature is not verified.",
    needs=("paths",),
    examples=(
        Example("passed", "Contact: mailto:security@agency.gov, Expires: 2027-06-01T00:00:00Z"),
        Example("failed", "Expires: 2024-01-01T00:00:00Z"),
        Example("cantTell", "The server did not answer in time."),
    ),
)
def sec_security_txt(view: SiteView) -> Judgement:
    """Who finds a hole looks here for whom to tell; without it they may tell nobody."""
    seen = view.observation.path("security-txt")
    if seen is None or seen.status is None or (seen.status >= 400 and seen.status not in _GONE):
        return cant_tell("Whether there is a security.txt was not seen.")
    if _missing(seen):
        where = Evidence(seen.url, detail=f"HTTP {seen.status}.", datum="missing")
        return failed("There is no security.txt.", where)
    faults = faults_of(seen, view.observation.observed_at)
    expires = parsed(seen.text).all("expires")
    measures = [("security-txt-expires", expires[0][:40])] if expires else []
    if faults:
        evidence = [Evidence(seen.url, detail=f"{one}.", datum=one) for one in faults]
        return failed("security.txt breaks a rule of RFC 9116.", *evidence, measures=measures)
    return passed("security.txt holds to RFC 9116.", Evidence(seen.url), measures=measures)


def _missing(seen: PathSeen) -> bool:
    """Whether there is no such file, also where a page comes in its place."""
    opening = seen.text.lstrip()[:9].lower()
    page = "html" in seen.media_type or opening.startswith(("<!doctype", "<html"))
    return seen.status in _GONE or bool(seen.soft_404) or page
