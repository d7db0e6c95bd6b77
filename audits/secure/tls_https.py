"""Is the site served over HTTPS, with a certificate that holds?"""

from dataclasses import replace
from urllib.parse import urlsplit

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.certificate import faults_of
from audits.facts.https_measures import measures_of
from audits.facts.site import doors
from ideaaudit.models import Automation, Endpoint, Evidence, Example, Strength, TlsSeen


@site_check(
    id="tls-https",
    title="Site served over HTTPS with valid certificate",
    citation="IDEA 3(a)(5); M-15-13; M-23-22 A.5",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Serve the site at https:// with a certificate of a public authority that names this "
    "host, is renewed by itself, and comes with its intermediate certificates.",
    decided="Passed where an https door of the site answers with a certificate that holds. Failed "
    "where none does for a reason that is known (expired, another name, not trusted, weak), or "
    "where https is closed and http is open. cantTell where doors did not answer, ask for a "
    "client's certificate, or only the bare or the www twin fails. The verdicts of M-15-13 and "
    "BOD 18-01 stand beside it as measures.",
    needs=("endpoints",),
    examples=(
        Example("passed", "https://www.agency.gov/ answers; its certificate holds."),
        Example("failed", "The certificate has expired."),
        Example("cantTell", "Port 443 does not answer in time."),
    ),
)
def tls_https(view: SiteView) -> Judgement:
    """Without it anyone on the way, in a café or at a provider, can read and change what the
    government says to a person, and what the person answers."""
    return replace(_judged(view), measures=tuple(measures_of(view)))


def _judged(view: SiteView) -> Judgement:
    secure = [(door, _tls(view, door)) for door in doors(view, "https")]
    live = [(door, tls) for door, tls in secure if door.live]
    if not live:
        return _no_https(view, [door for door, _ in secure])
    faulty = [(door, tls) for door, tls in live if tls and faults_of(tls)]
    sound = [door for door, tls in live if door.verified and not (tls and faults_of(tls))]
    evidence = [_evidence(door, tls) for door, tls in faulty if tls]
    if sound and not faulty:
        return passed("HTTPS answers, and its certificate holds.", Evidence(sound[0].url))
    if sound:
        return cant_tell(
            "One name of the site has a sound certificate, its twin has not.", *evidence
        )
    # Two handshakes, by two clients, stand behind a failure.
    if faulty and not any(tls.client_certificate for _, tls in faulty if tls):
        return failed("HTTPS answers, and its certificate does not hold.", *evidence)
    return cant_tell("HTTPS answers, but whether its certificate holds could not be told.")


def _tls(view: SiteView, door: Endpoint) -> TlsSeen | None:
    parts = urlsplit(door.url)
    port = parts.port or 443
    seen = view.observation.tls or ()
    return next((one for one in seen if (one.host, one.port) == (parts.hostname, port)), None)


def _no_https(view: SiteView, secure: list[Endpoint]) -> Judgement:
    plain = [door for door in doors(view, "http") if door.live]
    if plain and secure and all(door.refused for door in secure):
        where = Evidence(
            plain[0].url, detail="Port 443 is closed; port 80 is open.", datum="closed"
        )
        return failed("The site is not served over HTTPS.", where)
    return cant_tell("No https door of the site answered.")


def _evidence(door: Endpoint, tls: TlsSeen) -> Evidence:
    faults = faults_of(tls)
    return Evidence(door.url, detail=f"{tls.host}: {'; '.join(faults)}.", datum="; ".join(faults))
