"""Does the footer of a principal site link to the agency's Privacy Program Page?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.required_site import footer_link, in_footers
from ideaaudit.models import Automation, Evidence, Example, Outcome, Strength, Tier


@site_check(
    id="link-privacy-program",
    title="Privacy Program Page link in footer",
    citation="M-23-22 9c",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Privacy program” to the footer; it leads to /privacy on the "
    "agency's principal site.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. A link is "
    "taken for it by its name, or where its path is /privacy. Passed where one in a footer leads "
    "to a page that answers; failed where the front page was seen whole and has none, or it leads "
    "to no such page. cantTell where it is also the link to the site's own privacy policy, stands "
    "outside the footer, was not followed, or a site of unknown tier lacks it. Inapplicable for a "
    "secondary site.",
    examples=(
        Example(
            "passed", '<footer><a href="/privacy">Privacy program</a></footer>, and it answers'
        ),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A footer whose only link to /privacy is named “Privacy policy”."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_privacy_program(view: SiteView) -> Judgement:
    """The page says which records the agency keeps on people, and how they can see their own."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    found = footer_link(view, "privacy-program", "the Privacy Program Page")
    programs = in_footers(view, "privacy-program")
    policies = in_footers(view, "privacy")
    if found.outcome is Outcome.PASSED and set(programs) <= set(policies):
        where = Evidence(view.target.url, detail=f"Both lead to {programs[0]}.", datum="same")
        return cant_tell("The footer links to one page as policy and as program.", where)
    return found
