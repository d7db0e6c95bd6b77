"""Does the site speak HTTP/2 or HTTP/3?"""

import re

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.hosts import host_of
from audits.facts.site import doors
from ideaaudit.models import Automation, Evidence, Example, Strength, TlsSeen

_H3 = re.compile(r"(?:^|[,;\s])h3(?:-\d+)?\s*=", re.IGNORECASE)


@site_check(
    id="tls-http2",
    title="HTTP/2 (or 3) supported",
    citation="M-23-22 A.8 latest stable HTTP",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Switch HTTP/2 on in the server or the delivery network; most need one line for it.",
    decided="Passed where a host of the site chooses h2 when it is offered, or names h3 in "
    "Alt-Svc, and its twin does too. Failed where no host does; cantTell where only one of two "
    "does, or where no handshake could be finished.",
    needs=("tls",),
    examples=(
        Example("passed", "ALPN: h2"),
        Example("failed", "ALPN: http/1.1"),
        Example("cantTell", "The bare name speaks h2, its www twin does not."),
    ),
)
def tls_http2(view: SiteView) -> Judgement:
    """Older HTTP makes pages of many parts slow, and slow phones slower still."""
    shaken = [one for one in view.observation.tls or () if one.alpn or one.certificate]
    modern = {
        host_of(door.url)
        for door in doors(view, "https")
        if any(name == "alt-svc" and _H3.search(value) for name, value in door.headers)
    }
    able = [one for one in shaken if one.alpn == "h2" or one.host in modern]
    unable = [one for one in shaken if one not in able]
    evidence = [_at(one) for one in unable]
    measures = [("alpn", ", ".join(sorted({one.alpn for one in shaken} - {""})))]
    if able and not unable:
        return passed("HTTP/2 or HTTP/3 is offered.", *map(_at, able), measures=measures)
    if able:
        return cant_tell("Only one name of the site offers it.", *evidence, measures=measures)
    if unable:
        return failed("The site speaks HTTP/1.1 only.", *evidence, measures=measures)
    return cant_tell("No handshake could be finished, so that no protocol was chosen.")


def _at(seen: TlsSeen) -> Evidence:
    chosen = seen.alpn or "no protocol"
    return Evidence(f"https://{seen.host}/", detail=f"{seen.host} chose {chosen}.", datum="alpn")
