"""Does the privacy policy link to the agency's Privacy Program Page?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.privacy_policy import policies_of
from ideaaudit.models import Automation, Evidence, Example, Strength, Tier


@site_check(
    id="page-privacy-policy-program-link",
    title="Policy links to Privacy Program Page",
    citation="M-23-22 9a",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Link from the privacy policy to /privacy on the agency's principal site.",
    decided="Of the privacy policy that the site's links lead to, else of a page that looks like "
    "one. Passed where it links to another page that is named for the privacy program or stands "
    "at /privacy on a government's host. Failed on an agency's principal site, where the policy "
    "was seen whole and has no such link. cantTell on other sites, for the principal site's "
    "address is not known; where the policy itself stands at /privacy; and where none was seen.",
    examples=(
        Example("passed", 'A policy with <a href="https://www.agency.gov/privacy">our program</a>'),
        Example("failed", "A principal site's policy without such a link."),
        Example("cantTell", "A policy without such a link on another site."),
    ),
)
def page_privacy_policy_program_link(view: SiteView) -> Judgement:
    """The policy is about this site; what else the agency keeps on people the program tells."""
    policies = policies_of(view)
    if not policies:
        return cant_tell("No privacy policy was seen.")
    if any(one.program == "linked" for one in policies):
        return passed("The privacy policy links to the program.", Evidence(policies[0].url))
    evidence = [Evidence(one.url, detail="No link to the program.") for one in policies[:10]]
    if any(one.program for one in policies):
        return cant_tell("The privacy policy may be the program's page itself.", *evidence)
    if view.target.tier is not Tier.PRINCIPAL:
        return cant_tell("No such link; the principal site's address is unknown.", *evidence)
    if not all(one.whole for one in policies):
        return cant_tell("No such link; scripts that did not run may add it.", *evidence)
    return failed("The privacy policy does not link to the privacy program.", *evidence)
