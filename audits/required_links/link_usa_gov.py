"""Does the site link to USA.gov?"""

from audits.check import Judgement, SiteView, passed, site_check
from audits.facts.required_site import absent, elsewhere, in_footers
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="link-usa-gov",
    title="USA.gov link",
    citation="M-17-06 sec. 16 (rescinded); USWDS identifier",
    strength=Strength.LEGACY,
    automation=Automation.FULL,
    remedy="Add “Looking for U.S. government information and services? Visit USA.gov” to the "
    "footer, as the identifier of the U.S. Web Design System has it.",
    decided="No rule in force asks for it. Passed where the front page links to usa.gov; failed "
    "where it was seen whole and does not. cantTell where it was not seen, is in a language that "
    "we do not read, or scripts that did not run may add the link.",
    examples=(
        Example("passed", '<footer><a href="https://www.usa.gov/">Visit USA.gov</a></footer>'),
        Example("failed", "A front page without such a link."),
        Example("cantTell", "A front page whose scripts did not run."),
    ),
)
def link_usa_gov(view: SiteView) -> Judgement:
    """Who came to the wrong agency finds the right one there."""
    found = in_footers(view, "usa-gov") + elsewhere(view, "usa-gov")
    if found:
        where = Evidence(view.target.url, detail=f"It leads to {found[0]}.")
        return passed("The site links to USA.gov.", where)
    return absent(view, "USA.gov")
