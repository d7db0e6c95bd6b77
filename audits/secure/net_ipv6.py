"""Can the site be reached over IPv6?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import at_home
from ideaaudit.models import Automation, DnsSeen, Evidence, Example, Strength


@site_check(
    id="net-ipv6",
    title="AAAA record and reachable over IPv6",
    citation="M-21-07",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Switch IPv6 on at the host or the delivery network, and publish an AAAA record for "
    "every name of the site.",
    decided="Passed where every name of the site that has an address has one of IPv6, and a "
    "connection over IPv6 was made. Failed where no name has one. cantTell where only one name "
    "has, where the answer of the DNS was not seen, or where no connection was made: this machine "
    "may have no IPv6.",
    needs=("dns",),
    examples=(
        Example("passed", "AAAA 2600:1f18::1, and a connection over IPv6 was made."),
        Example("failed", "agency.gov has an A record and no AAAA record."),
        Example("cantTell", "There is an AAAA record; this machine has no IPv6."),
    ),
)
def net_ipv6(view: SiteView) -> Judgement:
    """More and more phones have IPv6 alone, and reach the old net by detours."""
    host = view.target.site.partition(":")[0]
    names = [one for one in view.observation.dns or () if one.name.removeprefix("www.") == host]
    served = [one for one in names if one.a or one.aaaa]
    with_v6 = [one for one in served if one.aaaa]
    measures = [("ipv6", bool(with_v6))] if served else []
    unseen = [one for one in names if one.aaaa is None]
    without = [at_home(view, f"{one.name} has no AAAA record.", "AAAA") for one in served
               if one.aaaa == ()]  # fmt: skip
    if without and not with_v6 and not unseen:
        return failed("No name of the site has an IPv6 address.", *without, measures=measures)
    if without or unseen or not served:
        summary = "Not every name of the site was seen to have an IPv6 address."
        return cant_tell(summary, *without, measures=measures if not unseen else ())
    if any(one.reached_v6 for one in with_v6):
        return passed("The site answers over IPv6.", _address(view, with_v6[0]), measures=measures)
    summary = "There is an IPv6 address; no connection to it was made from here."
    return cant_tell(summary, _address(view, with_v6[0]), measures=measures)


def _address(view: SiteView, seen: DnsSeen) -> Evidence:
    return at_home(view, f"{seen.name}: AAAA {(seen.aaaa or ('',))[0]}.", "unreached")
