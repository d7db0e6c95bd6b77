"""Does the server answer an honest crawler as it answers a browser?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import AgentsSeen, Automation, Evidence, Example, Strength

_REFUSALS = frozenset({401, 403, 406, 429})
_ALIKE = 0.5


@site_check(
    id="seo-no-ua-block",
    title="Server doesn't refuse honest crawlers",
    citation="M-23-22 A.4 (crawlers; scraping)",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Let the firewall judge visitors by how often they ask, and not by their name; throttle "
    "those that come too fast, for a while.",
    decided="The start page is asked for under our own name and under a browser's, by turns and "
    "twice. Failed where all our requests were refused (401, 403, 406, 429) and all of the "
    "browser's answered. cantTell where that happened once, where both were refused, and where "
    "our answer was less than half as long. Passed where both were answered alike.",
    needs=("agents",),
    examples=(
        Example("passed", "200 and 200 for both."),
        Example("failed", "403 and 403 for the crawler, 200 and 200 for the browser."),
        Example("cantTell", "403 and 200 for the crawler, 200 and 200 for the browser."),
    ),
)
def seo_no_ua_block(view: SiteView) -> Judgement:
    """Archives and search engines say who they are; only those who lie get past such a door."""
    seen = view.observation.agents
    if seen is None or not seen.own or not seen.browser:
        return cant_tell("The start page was not asked for under both names.")
    refused = [status in _REFUSALS for status in seen.own]
    answered = [200 <= status < 400 for status in seen.browser]
    detail = f"Crawler: {_list(seen.own)}; browser: {_list(seen.browser)}."
    where = Evidence(view.target.url, detail=detail, datum=str(seen.own[-1]))
    if all(refused) and len(refused) > 1 and all(answered):
        return failed("The server refuses a crawler that says who it is.", where)
    if any(refused) or not all(answered) or not all(200 <= status < 400 for status in seen.own):
        return cant_tell("The server did not answer all requests, or not alike.", where)
    if _shorter(seen):
        return cant_tell("The crawler got a much shorter page than the browser.", where)
    return passed("The server answers a crawler as it answers a browser.", where)


def _shorter(seen: AgentsSeen) -> bool:
    return seen.own_size < _ALIKE * seen.browser_size


def _list(statuses: tuple[int, ...]) -> str:
    return ", ".join(map(str, statuses))
