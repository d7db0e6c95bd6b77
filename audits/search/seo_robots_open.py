"""Does robots.txt leave public content open to every crawler?"""

import re

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.robots import Group, groups_of
from ideaaudit.models import Automation, Evidence, Example, Strength, TextFile

# Folders whose names say that nothing public stands in them.
_TECHNICAL = re.compile(
    r"admin|login|log-?in|user|account|auth|cgi|bin\b|core|include|misc|module|profile|script|theme"
    r"|search|node|filter|comment|print|cache|tmp|temp|test|stag|dev\b|api\b|ajax|json|feed|sites"
    r"|wp-|xmlrpc|vendor|assets?|static|css|js\b|image|font|media|lib\b|libraries|private|internal"
    r"|cart|checkout|session|track|stat|error|404|backup|config|install|update|web\.|index\.php"
    r"|readme|changelog|license|_|\.git|preview|draft|shib|saml|sso|trap|entity|block|batch",
    re.IGNORECASE,
)


@site_check(
    id="seo-robots-open",
    title="robots.txt doesn't block public content or particular crawlers",
    citation="M-23-22 A.4 must not limit",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Remove the lines listed from robots.txt: public content is open to all crawlers; slow "
    "those that come too fast with Crawl-delay.",
    decided="Failed where the whole site is closed to everyone or to a crawler that is named. "
    "cantTell where a whole top folder that may be public, or a type of file, is closed. Passed "
    "otherwise; inapplicable where there is no robots.txt, for then all is open.",
    needs=("robots",),
    examples=(
        Example("passed", "User-agent: *\nDisallow: /admin/"),
        Example("failed", "User-agent: GPTBot\nDisallow: /"),
        Example("cantTell", "User-agent: *\nDisallow: /publications/"),
        Example("inapplicable", "HTTP 404"),
    ),
)
def seo_robots_open(view: SiteView) -> Judgement:
    """Most people find a page by a search engine or an archive; where these are kept out,
    public information is public in name only."""
    robots = view.observation.robots
    if robots is None or robots.status is None or robots.status >= 500:
        return cant_tell("robots.txt did not answer, so its rules are unknown.")
    if robots.status >= 300 or _is_a_page(robots):
        return inapplicable("There is no robots.txt; everything is open.")
    groups = groups_of(robots.text)
    closed = [group for group in groups if group.closes_all]
    if closed:
        return failed(
            "robots.txt closes the whole site to some or all crawlers.",
            *(_closed(group, robots) for group in closed[:20]),
        )
    large = [path for group in groups for path in _large_parts(group)]
    if large:
        evidence = [Evidence(robots.url, detail=f"Disallow: {p}", datum=p) for p in large[:20]]
        return cant_tell("robots.txt closes parts that may be public.", *evidence)
    return passed(
        "robots.txt closes no public content that could be recognized.", Evidence(robots.url)
    )


def _large_parts(group: Group) -> list[str]:
    """What may be public in it: for named crawlers only the whole, for everyone each part."""
    if group.closes_most:
        return ["/"]
    return [path for path in group.disallow if "*" in group.agents and _large(path)]


def _is_a_page(robots: TextFile) -> bool:
    """A site that answers every path with a page has no robots.txt."""
    return robots.media_type == "text/html" or robots.text.lstrip("\ufeff \r\n\t").startswith("<")


def _closed(group: Group, robots: TextFile) -> Evidence:
    agent = group.agents[0]
    whom = "everyone" if agent == "*" else agent
    return Evidence(
        robots.url,
        detail=f"User-agent: {agent}, Disallow: / closes the whole site to {whom}.",
        datum=agent,
    )


def _large(path: str) -> bool:
    """A whole folder at the top, or a whole type of file, that no name marks as technical."""
    if _TECHNICAL.search(path) or "?" in path:
        return False
    folder = re.fullmatch(r"/[^/*$]+/?\*?", path)
    kind = re.fullmatch(r"/?\*?\.(?:pdf|html?|docx?|xlsx?|csv)\$?", path)
    return folder is not None or kind is not None
