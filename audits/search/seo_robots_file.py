"""Is there a robots.txt that crawlers can read?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, Strength

_ABSENT = frozenset({404, 410})


@site_check(
    id="seo-robots-file",
    title="robots.txt present",
    citation="M-23-22 A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Put a plain text file at /robots.txt; two lines are enough: “User-agent: *” and "
    "“Sitemap: https://…/sitemap.xml”.",
    decided="Passed where /robots.txt answers 2xx with plain text. Failed where it answers 404 or "
    "410, or with a web page. cantTell where it is refused, fails or does not answer.",
    needs=("robots",),
    examples=(
        Example("passed", "HTTP 200, text/plain"),
        Example("failed", "HTTP 404"),
        Example("cantTell", "HTTP 503"),
    ),
)
def seo_robots_file(view: SiteView) -> Judgement:
    """Crawlers look here first; a clear word saves the server's time and theirs."""
    robots = view.observation.robots
    if robots is None or robots.status is None:
        return cant_tell("robots.txt did not answer.")
    where = Evidence(robots.url, detail=f"HTTP {robots.status}, {robots.media_type or 'no type'}.")
    if robots.status in _ABSENT:
        return failed("There is no robots.txt.", where)
    if not 200 <= robots.status < 300:
        return cant_tell("robots.txt was refused, or its server failed.", where)
    if "html" in robots.media_type or robots.text.lstrip("\ufeff \r\n\t").startswith("<"):
        return failed("A web page stands in place of robots.txt.", where)
    return passed("There is a robots.txt.", where)
