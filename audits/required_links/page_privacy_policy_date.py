"""Does the privacy policy say when it was last changed?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.privacy_policy import policies_of
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="page-privacy-policy-date",
    title="Privacy policy has date stamp",
    citation="M-23-22 9a",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Write “Last updated” and the date on the privacy policy, and change it with the text.",
    decided="Of the privacy policy that the site's links lead to, else of a page that looks like "
    "one. Passed where a date is shown with a word such as updated, effective or reviewed, in "
    "English or Spanish. cantTell where no policy was seen, a date stands there without such a "
    "word or only in metadata, or scripts that did not run may add it. Failed otherwise.",
    examples=(
        Example("passed", "<h1>Privacy policy</h1><p>Last updated: May 4, 2026</p>"),
        Example("failed", "A privacy policy without any date."),
        Example("cantTell", "A site whose privacy policy was not seen."),
    ),
)
def page_privacy_policy_date(view: SiteView) -> Judgement:
    """Who read the policy last year wants to know whether it is still the same."""
    policies = policies_of(view)
    if not policies:
        return cant_tell("No privacy policy was seen.")
    undated = [one for one in policies if one.date != "dated"]
    if len(undated) < len(policies):
        return passed("The privacy policy says when it was changed.", Evidence(policies[0].url))
    if all(one.whole and not one.date for one in undated):
        evidence = [Evidence(one.url, detail="It shows no date.") for one in undated[:10]]
        return failed("The privacy policy says not when it was changed.", *evidence)
    where = [Evidence(one.url, detail="No date with such a word.") for one in undated[:10]]
    return cant_tell("No date was recognized that says when it was changed.", *where)
