"""Does the footer of a principal site link to its About page?"""

from audits.check import Judgement, SiteView, inapplicable, site_check
from audits.facts.required_site import footer_link
from ideaaudit.models import Automation, Example, Strength, Tier


@site_check(
    id="link-about",
    title="About link in footer",
    citation="M-23-22 9c",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “About us” or “About” and the agency's name to the footer.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. Passed "
    "where a link in a footer leads to a page that answers. Failed where the front page was seen "
    "whole and has no such link, or the link leads to no such page. cantTell where it stands "
    "outside the footer, its target was not seen, or a site of unknown tier lacks it. Inapplicable "
    "for a secondary site.",
    examples=(
        Example("passed", '<footer><a href="/about">About us</a></footer>, and /about answers 200'),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A site of unknown tier without such a link."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_about(view: SiteView) -> Judgement:
    """People want to know who is speaking to them, by what right, and who is in charge."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    return footer_link(view, "about", "the About page")
