"""Is the privacy policy written plainly?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.privacy_policy import policies_of
from ideaaudit.models import Automation, Evidence, Example, Strength

_PLAIN = 10


@site_check(
    id="page-privacy-policy-plain",
    title="Policy written plainly",
    citation="M-23-22 9a",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Write the policy in short sentences and everyday words, as to one reader.",
    decided="By the Flesch-Kincaid grade of the privacy policy that the site's links lead to, else "
    "of a page that looks like one. Passed where it is 10 or less. cantTell above, for a formula "
    "does not know what readers understand; and where no policy was seen, or its text is too "
    "short or not in English.",
    examples=(
        Example("passed", "A policy of grade 8."),
        Example("cantTell", "A policy of grade 14."),
    ),
)
def page_privacy_policy_plain(view: SiteView) -> Judgement:
    """A policy that only lawyers can read protects nobody else."""
    policies = policies_of(view)
    graded = [(one.grade, one.url) for one in policies if one.grade is not None]
    if not graded:
        what = "could be graded" if policies else "was seen"
        return cant_tell(f"No privacy policy {what}.")
    grade, url = max(graded)
    where = Evidence(url, detail=f"Its Flesch-Kincaid grade is {grade}.")
    measures = [("privacy-policy-grade", grade)]
    if grade <= _PLAIN:
        return passed("The privacy policy reads plainly.", where, measures=measures)
    return cant_tell("The privacy policy may be hard to read.", where, measures=measures)
