"""Does the footer of a principal site link to its vulnerability disclosure policy?"""

from audits.check import Judgement, SiteView, inapplicable, site_check
from audits.facts.required_site import footer_link
from ideaaudit.models import Automation, Example, Strength, Tier


@site_check(
    id="link-vdp",
    title="VDP link in footer",
    citation="M-23-22 9c",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Vulnerability disclosure policy” to the footer.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. Passed "
    "where a link in a footer leads to a page that answers. Failed where the front page was seen "
    "whole and has no such link, or the link leads to no such page. cantTell where it stands "
    "outside the footer, its target was not seen, or a site of unknown tier lacks it. Inapplicable "
    "for a secondary site.",
    examples=(
        Example(
            "passed",
            '<footer><a href="/vdp">Vulnerability disclosure policy</a></footer>, and it answers',
        ),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A site of unknown tier without such a link."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_vdp(view: SiteView) -> Judgement:
    """Who finds a hole in the site's security must find whom to tell before others find it."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    return footer_link(view, "vdp", "the vulnerability disclosure policy")
