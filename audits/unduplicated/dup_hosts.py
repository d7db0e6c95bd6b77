"""Is the site to be had under one host, or under several?"""

from urllib.parse import urlsplit

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Endpoint, Evidence, Example, Strength
from ideaaudit.web import registered_domain


@site_check(
    id="dup-hosts",
    title="One canonical host (apex vs www, mirrors, http/https)",
    citation="IDEA 3(a)(3); Site Scanning www check",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Choose one host, with or without www, and redirect the other one and plain http to it "
    "permanently (301).",
    decided="The four doors (http and https, bare and www) are followed to where they end. Passed "
    "where all that answer with a page end at one scheme and host. Failed where two ends send the "
    "very same page. cantTell where they send different ones, where none answers with a page, and "
    "where a registered domain answers under only one of its two names; of a name below that "
    "(foia.agency.gov) nobody expects a www twin, and one name is enough.",
    needs=("endpoints",),
    examples=(
        Example("passed", "agency.gov redirects to https://www.agency.gov/."),
        Example("failed", "agency.gov and www.agency.gov both answer 200 with the same page."),
        Example("cantTell", "www.agency.gov does not resolve."),
    ),
)
def dup_hosts(view: SiteView) -> Judgement:
    """One site under two names is two sites to bookmarks, search engines and sign-ins."""
    doors = view.observation.endpoints or ()
    shown = [door for door in doors if door.hops and 200 <= door.hops[-1].status < 300]
    ends: dict[str, list[Endpoint]] = {}
    for door in shown:
        ends.setdefault(_origin(door.hops[-1].url), []).append(door)
    evidence = [Evidence(f"{origin}/", detail=_doors(found)) for origin, found in ends.items()]
    if not ends:
        return cant_tell("No door of the site answers with a page.")
    if len(ends) > 1:
        digests = [{door.digest for door in found} - {""} for found in ends.values()]
        copied = [one & other for i, one in enumerate(digests) for other in digests[:i]]
        if any(copied):
            datum = " ".join(sorted(ends))
            same = [Evidence(one.url, detail=one.detail, datum=datum) for one in evidence]
            return failed("The same page stands under two addresses of the site.", *same)
        return cant_tell("Two addresses of the site answer with different pages.", *evidence)
    hosts = {urlsplit(door.url).hostname for door in doors if door.live and door.hops}
    if len(hosts) < 2 and registered_domain(view.target.site) == view.target.site:
        return cant_tell("The site answers only with or only without www.", *evidence)
    return passed("All doors of the site that answer lead to one address.", *evidence)


def _origin(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc.lower()}"


def _doors(found: list[Endpoint]) -> str:
    return f"Where {', '.join(door.url for door in found)} ends."
