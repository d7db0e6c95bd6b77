"""Does a principal site lead those who find a hole to its disclosure policy?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.required_site import footer_link
from audits.facts.security_txt import parsed
from audits.facts.site import at_home
from ideaaudit.models import Automation, Example, Outcome, Strength, Tier


@site_check(
    id="sec-vdp-link",
    title="VDP linked",
    citation="M-23-22 9c; BOD 20-01",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Vulnerability disclosure policy” to the footer.",
    decided="As for the link in the footer that the memo asks of principal and principal "
    "sub-agency sites; cantTell instead of failed where security.txt names the policy: whether "
    "that is enough is for a person. Inapplicable for a secondary site.",
    examples=(
        Example(
            "passed",
            '<footer><a href="/vdp">Vulnerability disclosure policy</a></footer>, and it answers',
        ),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "Only security.txt names the policy."),
        Example("inapplicable", "A secondary site."),
    ),
)
def sec_vdp_link(view: SiteView) -> Judgement:
    """Who means well and finds a hole must find whom to tell, and that nobody will sue."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    found = footer_link(view, "vdp", "the vulnerability disclosure policy")
    policy = _named_by_security_txt(view) if found.outcome is Outcome.FAILED else ""
    if policy:
        detail = f"security.txt names {policy[:200]}."
        return cant_tell("Only security.txt names the policy.", at_home(view, detail))
    return found


def _named_by_security_txt(view: SiteView) -> str:
    seen = view.observation.path("security-txt")
    if seen is None or seen.status != 200 or seen.soft_404:
        return ""
    return next(iter(parsed(seen.text).all("policy")), "")
