"""Does the agency's front page link to its inspector general?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.inspectors import has_inspector
from audits.facts.required_site import anywhere
from ideaaudit.models import Automation, Example, Outcome, Strength, Tier


@site_check(
    id="link-inspector-general",
    title="OIG link on agency homepage",
    citation="Pub. L. 110-161 Div. D sec. 534; 5 USC 420",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Office of the Inspector General” to the front page.",
    decided="Binds the front page of an agency that has an inspector general, known by its name. "
    "Passed where it links to one and the target answers. Failed where the front page of such an "
    "agency's principal site was seen whole and has no such link, or it leads to no such page. "
    "cantTell for other sites without one, since the law binds agencies and not each site, or "
    "where the target was not seen. Inapplicable for a secondary site and for the courts.",
    examples=(
        Example("passed", '<a href="https://oig.agency.gov">Inspector General</a>, and it answers'),
        Example("failed", "A department's front page without such a link."),
        Example("cantTell", "An agency of which we do not know whether it has one."),
        Example("inapplicable", "A secondary site, or a court's."),
    ),
)
def link_inspector_general(view: SiteView) -> Judgement:
    """Waste and fraud come to light when those who see them know whom to tell."""
    target = view.target
    if target.tier is Tier.SECONDARY:
        return inapplicable("The law asks it of an agency's own front page.")
    known = has_inspector(target.agency, target.branch)
    if known is False:
        return inapplicable("The federal courts have no inspector general.")
    found = anywhere(view, "inspector-general", "an inspector general")
    if found.outcome is Outcome.FAILED and not (known and target.tier is Tier.PRINCIPAL):
        unknown = "The site's tier is unknown, or whether the agency has an inspector general."
        return cant_tell(f"{found.summary} {unknown}", *found.evidence)
    return found
