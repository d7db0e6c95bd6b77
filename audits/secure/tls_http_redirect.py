"""Does plain HTTP lead to HTTPS at once, by the server itself?"""

from collections.abc import Iterable
from urllib.parse import urlsplit

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import doors
from ideaaudit.models import Automation, Endpoint, Evidence, Example, Outcome, Reason, Strength

_REDIRECTS = frozenset({301, 302, 303, 307, 308})
# A name that does not exist has no door to close.
_NO_DOOR = frozenset({Reason.DNS})


@site_check(
    id="tls-http-redirect",
    title="HTTP redirects server-side to HTTPS on same host (or closed)",
    citation="M-15-13; BOD 18-01",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Answer every request on port 80 with a 301 or 308 to the same address at https://, "
    "for the bare host and for www; not by a meta refresh or a script.",
    decided="Each http door is asked once more where it does not answer. Passed where its first "
    "answer is a redirect to https, or the port is closed; failed where it answers with a page, "
    "or leads on to http; cantTell where it did not answer, refused, or takes a hop over http.",
    needs=("endpoints",),
    examples=(
        Example("passed", "http://agency.gov/ answers 301 to https://agency.gov/"),
        Example("failed", "http://agency.gov/ answers 200 with a page"),
        Example("cantTell", "http://agency.gov/ does not answer in time"),
    ),
)
def tls_http_redirect(view: SiteView) -> Judgement:
    """Someone who types the name without https:// starts on an open line; the first answer must
    take them off it."""
    found = [_judge(door) for door in doors(view, "http") if not _absent(door)]
    outcomes = [outcome for outcome, _ in found]
    if Outcome.FAILED in outcomes:
        return failed("HTTP does not lead to HTTPS.", *_of(Outcome.FAILED, found))
    if Outcome.CANT_TELL in outcomes or not found:
        summary = "Where HTTP leads could not be told for every name of the site."
        return cant_tell(summary, *_of(Outcome.CANT_TELL, found))
    return passed("HTTP leads to HTTPS, or is closed.", *_of(Outcome.PASSED, found))


def _judge(door: Endpoint) -> tuple[Outcome, Evidence]:
    if not door.hops:
        outcome = Outcome.PASSED if door.refused else Outcome.CANT_TELL
        why = "Port 80 is closed." if door.refused else "It did not answer."
        return outcome, Evidence(door.url, detail=why)
    first, last = door.hops[0], door.hops[-1]
    led = f"sends visitors to {first.location}" if first.location else "does not redirect"
    detail = f"{door.url} answers HTTP {first.status} and {led}."
    where = Evidence(door.url, title="HTTP does not lead to HTTPS", detail=detail)
    if first.status in _REDIRECTS and urlsplit(first.location).scheme == "https":
        return Outcome.PASSED, where
    if first.status in _REDIRECTS:
        ends_in_the_open = (
            urlsplit(last.url).scheme == "http" and last.status < 400 and not door.gap
        )
        return (Outcome.FAILED if ends_in_the_open else Outcome.CANT_TELL), where
    return (Outcome.FAILED if first.status < 300 else Outcome.CANT_TELL), where


def _absent(door: Endpoint) -> bool:
    return not door.hops and door.gap is not None and door.gap.reason in _NO_DOOR


def _of(outcome: Outcome, found: Iterable[tuple[Outcome, Evidence]]) -> list[Evidence]:
    return [evidence for one, evidence in found if one is outcome]
