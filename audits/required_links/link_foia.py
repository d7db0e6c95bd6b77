"""Does the footer of a principal site link to its FOIA page?"""

from audits.check import Judgement, SiteView, inapplicable, site_check
from audits.facts.required_site import footer_link
from ideaaudit.models import Automation, Example, Strength, Tier


@site_check(
    id="link-foia",
    title="FOIA link in footer",
    citation="M-23-22 9c; 5 USC 552",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “FOIA” or “Freedom of Information Act” to the footer.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. Passed "
    "where a link in a footer leads to a page that answers. Failed where the front page was seen "
    "whole and has no such link, or the link leads to no such page. cantTell where it stands "
    "outside the footer, its target was not seen, or a site of unknown tier lacks it. Inapplicable "
    "for a secondary site.",
    examples=(
        Example("passed", '<footer><a href="/foia">FOIA</a></footer>, and /foia answers 200'),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A site of unknown tier without such a link."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_foia(view: SiteView) -> Judgement:
    """The law gives everyone the right to ask for records; the link says where."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    return footer_link(view, "foia", "the FOIA page")
