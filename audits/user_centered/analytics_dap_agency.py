"""Does DAP's script say which agency the site belongs to?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.agency import is_short_for
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="analytics-dap-agency",
    title="DAP agency parameter set and matches inventory",
    citation="DAP guidance",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Give the script the agency parameter, for example ?agency=HHS&subagency=NIH.",
    decided="Failed where DAP's script was found on a page and names no agency. cantTell where "
    "what it names is no short form of the agency in the list of targets, or where pages differ. "
    "Passed otherwise; inapplicable where no page has DAP.",
    examples=(
        Example("passed", "Universal-Federated-Analytics-Min.js?agency=GSA"),
        Example("failed", "Universal-Federated-Analytics-Min.js?agency="),
        Example("cantTell", "?agency=HHS on a site of the Department of Labor"),
    ),
)
def analytics_dap_agency(view: SiteView) -> Judgement:
    """Visits that are counted for nobody help nobody to mend the site."""
    pages = with_signal(own_pages(view), "dap")
    if not pages:
        if view.complete:
            return inapplicable("No page has DAP.")
        return cant_tell("No page that was seen has DAP.")
    unnamed = with_signal(pages, "dap-agency-missing")
    if unnamed:
        evidence = [
            Evidence(p.url, detail="No agency parameter.", datum="missing") for p in unnamed
        ]
        return failed(
            f"DAP names no agency on {len(unnamed)} of {len(pages)} pages.", *evidence[:20]
        )
    names = sorted({name for page in pages for name in page.all("dap-agency")})
    if not names:
        return cant_tell("Where DAP names its agency was not seen.")
    measures = [("dap-agency", ", ".join(names))]
    if len(names) > 1:
        return cant_tell("DAP names more than one agency.", measures=measures)
    if view.target.agency and not is_short_for(names[0], view.target.agency):
        summary = f"DAP names {names[0]}; the list of targets says {view.target.agency}."
        return cant_tell(summary, Evidence(pages[0].url, datum=names[0]), measures=measures)
    return passed(f"DAP names {names[0]}.", Evidence(pages[0].url), measures=measures)
