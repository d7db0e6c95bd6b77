"""Does the footer of a principal site link to its No FEAR Act data?"""

from audits.check import Judgement, SiteView, inapplicable, site_check
from audits.facts.required_site import footer_link
from ideaaudit.models import Automation, Example, Strength, Tier


@site_check(
    id="link-no-fear",
    title="No FEAR Act Data link",
    citation="M-23-22 9c; 29 CFR 1614.703(d); Pub. L. 107-174",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “No FEAR Act Data” to the footer and so to the front page.",
    decided="Binds an agency's principal site and those of its principal sub-agencies. Passed "
    "where a link in a footer leads to a page that answers. Failed where the front page was seen "
    "whole and has no such link, or the link leads to no such page. cantTell where it stands "
    "outside the footer, its target was not seen, or a site of unknown tier lacks it. Inapplicable "
    "for a secondary site.",
    examples=(
        Example(
            "passed", '<footer><a href="/no-fear">No FEAR Act Data</a></footer>, and it answers'
        ),
        Example("failed", "A principal site without such a link."),
        Example("cantTell", "A site of unknown tier without such a link."),
        Example("inapplicable", "A secondary site."),
    ),
)
def link_no_fear(view: SiteView) -> Judgement:
    """The public and employees may see how an agency deals with complaints of discrimination."""
    if view.target.tier is Tier.SECONDARY:
        return inapplicable("The memo asks it of principal and principal sub-agency sites.")
    return footer_link(view, "no-fear", "the No FEAR Act data")
