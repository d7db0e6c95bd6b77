"""Do the published inventories have all sites of the agency?"""

from audits.check import Judgement, agency_check, cant_tell, failed, passed
from audits.facts.site import share
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="shared-inventory",
    title="Site in Federal website index / public website inventory",
    citation="M-23-22 IV.A.2",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Report the sites named here to GSA's Site Scanning program, so that the next index "
    "has them.",
    decided="By the published inventory that was given as the list of sites, with its day. Passed "
    "where it has every site of the agency that answered. Failed where a site with pages is not "
    "in it while others of the agency are. cantTell where no inventory was given. Sites that the "
    "inventory marks as staging or internal are not audited.",
    examples=(
        Example("passed", "Three sites, all in the federal website index of 2026-08-22."),
        Example("failed", "A site that answers and is not in the index that has the others."),
        Example("cantTell", "Sites that were named without an inventory."),
    ),
)
def shared_inventory(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """What is on no list is scanned by nobody, and mended by nobody."""
    inventories = sorted({site.target.listed for site in sites} - {""})
    if not inventories:
        return cant_tell("No published inventory was given to compare the sites with.")
    live = [site for site in sites if site.pages]
    listed = [site for site in live if site.target.listed]
    strays = [site for site in live if not site.target.listed]
    names = ", ".join(inventories)
    measures = [("sites-listed", len(listed)), ("sites-unlisted", len(strays))]
    if strays:
        where = [
            Evidence(site.target.url, detail=f"Not in the {names}.", datum=site.target.site)
            for site in strays[:20]
        ]
        many = share(len(strays), len(live))
        return failed(f"{many} sites are not in the {names}.", *where, measures=measures)
    where = [Evidence(site.target.url, detail=site.target.listed) for site in listed[:20]]
    return passed(f"All {len(live)} sites are in the {names}.", *where, measures=measures)
