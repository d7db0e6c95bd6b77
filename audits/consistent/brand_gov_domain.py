"""Is the site on .gov or .mil?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.domains import host_of, is_government, is_older, platform_of
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="brand-gov-domain",
    title="Official site on .gov/.mil",
    citation="M-23-22 A.2; OMB M-23-10 .gov domains [M]",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Register a .gov domain (get.gov) or take a host of the agency's own, move the site, "
    "and redirect the old address.",
    decided="Passed on .gov or .mil, and where every door of the site leads there. cantTell on "
    "platforms where agencies may be present (social media, code, vulnerability reports), on "
    "fed.us, .us, .edu and .int, for an address without a name, and where no list says that the "
    "site is an agency's. Failed elsewhere: an official site on another domain.",
    needs=("endpoints",),
    examples=(
        Example("passed", "www.agency.gov"),
        Example("failed", "agency-program.com, listed as an agency's site"),
        Example("cantTell", "github.com/agency"),
    ),
)
def brand_gov_domain(view: SiteView) -> Judgement:
    """Only a government can have .gov or .mil; anyone can have agency-help.com."""
    url = view.target.url
    host = host_of(url)
    where = Evidence(url, detail=host, datum=host)
    if is_government(url):
        return passed("The site is on .gov or .mil.", where)
    doors = [door for door in view.observation.endpoints or () if door.live and door.hops]
    if doors and all(is_government(door.hops[-1].url) for door in doors):
        return passed("The address leads to one on .gov or .mil.", where)
    platform = platform_of(url)
    if platform:
        return cant_tell(f"Agencies may be present on {platform}.", where)
    if is_older(url):
        return cant_tell("The domain may be kept by exemption or by another registry.", where)
    if ":" in host or "." not in host or host.rpartition(".")[2].isdecimal():
        return cant_tell("The address has no domain name.", where)
    if not (view.target.agency or view.target.branch):
        return cant_tell("No list says that this is an agency's site.", where)
    return failed("An official site is on another domain than .gov or .mil.", where)
