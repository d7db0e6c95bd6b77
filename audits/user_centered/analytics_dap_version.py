"""Is DAP's script new enough to count anyone?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.dap_version import age_of
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@site_check(
    id="analytics-dap-version",
    title="DAP script version current (GA4)",
    citation="DAP guidance",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Take the script from dap.digitalgov.gov, which is kept up to date, or put the newest "
    "release in place of your copy.",
    decided="Failed where the script or its property knows only Universal Analytics, which "
    "stopped in 2024. Passed where pages take the program's own file, or a copy that names a "
    "version of the last twelve months. cantTell where a copy is older or names none. "
    "Inapplicable where the whole site has no DAP.",
    examples=(
        Example("passed", "https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js"),
        Example("failed", "A copy of version 20200609 v5.1 - Universal Analytics"),
        Example("cantTell", "A copy that names no version."),
        Example("inapplicable", "No page of the site has DAP."),
    ),
)
def analytics_dap_version(view: SiteView) -> Judgement:
    """A script that counts into nothing is worse than none: everybody believes that it counts."""
    pages = with_signal(own_pages(view), "dap-source")
    if not pages:
        if view.complete:
            return inapplicable("No page has DAP.")
        return cant_tell("No page that was seen has DAP.")
    today = view.observation.observed_at
    versions = sorted({version for page in pages for version in page.all("dap-version")})
    ages = {version: age_of(version, today) for version in versions}
    measures = [("dap-version", ", ".join(versions))] if versions else []
    dead = [one for one in pages if _is_dead(one, ages)]
    if dead:
        evidence = [Evidence(one.url, datum="ua-only") for one in dead[:20]]
        return failed("DAP knows only Universal Analytics.", *evidence, measures=measures)
    doubtful = [one for one in pages if not _is_current(one, ages)]
    if doubtful:
        detail = ", ".join(doubtful[0].all("dap-version")) or "It names no version."
        where = Evidence(doubtful[0].url, detail=detail, datum="old")
        return cant_tell("How old DAP's script is could not be told.", where, measures=measures)
    return passed("DAP's script is current.", Evidence(pages[0].url), measures=measures)


def _is_dead(page: PageSummary, ages: dict[str, str]) -> bool:
    named = [ages[version] for version in page.all("dap-version")]
    return "ua-only" in named or "ua-only" in page.all("dap-source")


def _is_current(page: PageSummary, ages: dict[str, str]) -> bool:
    named = [ages[version] for version in page.all("dap-version")]
    return "hosted" in page.all("dap-source") or "current" in named
