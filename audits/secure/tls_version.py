"""Does the site speak TLS 1.2 and 1.3, and nothing older?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, Outcome, Strength, TlsSeen

_NEEDED = frozenset({"TLSv1.2", "TLSv1.3"})
_OLD = ("TLSv1.1", "TLSv1")
_BANNED = ("SSLv3", "SSLv2")


@site_check(
    id="tls-version",
    title="TLS 1.2 min, TLS 1.3 offered, SSL/TLS1.0/1.1 off",
    citation="NIST SP 800-52r2; BOD 18-01 (SSLv2/v3 off)",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Offer TLS 1.2 and TLS 1.3 and switch everything older off, on every name of the site.",
    decided="Failed where a host takes SSL, or neither TLS 1.2 nor 1.3. cantTell where it takes "
    "TLS 1.0 or 1.1 too, which the guideline allows where the public needs it; where it lacks one "
    "of TLS 1.2 and 1.3; or where an old protocol was not tried. Passed where each host takes "
    "TLS 1.2 and 1.3 and refused the rest.",
    needs=("tls",),
    examples=(
        Example("passed", "TLS 1.2 and 1.3; SSL 3, TLS 1.0 and 1.1 were refused."),
        Example("failed", "SSL 3 is accepted."),
        Example("cantTell", "TLS 1.0 is accepted beside TLS 1.2 and 1.3."),
    ),
)
def tls_version(view: SiteView) -> Judgement:
    """What is sent over an old protocol can be read by those who know its holes."""
    found = [_judge(one) for one in view.observation.tls or () if one.versions]
    versions = sorted({name for one in view.observation.tls or () for name in one.versions})
    measures = [("tls-versions", ", ".join(versions))]
    for outcome, answer, summary in (
        (Outcome.FAILED, failed, "The site takes a forbidden protocol, or no current one."),
        (Outcome.CANT_TELL, cant_tell, "Which protocols the site should take is for a person."),
        (Outcome.PASSED, passed, "The site takes TLS 1.2 and 1.3 and nothing older."),
    ):
        if evidence := [where for one, where in found if one is outcome]:
            return answer(summary, *evidence, measures=measures)
    return cant_tell("No handshake could be finished, so that no protocol was seen.")


def _judge(seen: TlsSeen) -> tuple[Outcome, Evidence]:
    banned = [name for name in _BANNED if name in seen.versions]
    if banned:
        return Outcome.FAILED, _at(seen, f"{banned[0]} is accepted")
    lacking = sorted(_NEEDED.difference(seen.versions))
    if len(lacking) == len(_NEEDED):
        return Outcome.FAILED, _at(seen, "neither TLS 1.2 nor TLS 1.3 is accepted")
    old = [name for name in _OLD if name in seen.versions]
    if old:
        return Outcome.CANT_TELL, _at(seen, f"{old[0]} is accepted")
    if lacking:
        return Outcome.CANT_TELL, _at(seen, f"{lacking[0]} is not accepted")
    untried = [name for name in (*_OLD, "SSLv3") if name not in seen.refused_versions]
    if untried:
        return Outcome.CANT_TELL, _at(seen, f"{untried[0]} was not tried")
    return Outcome.PASSED, _at(seen, "TLS 1.2 and 1.3")


def _at(seen: TlsSeen, what: str) -> Evidence:
    port = "" if seen.port == 443 else f":{seen.port}"
    detail = f"{seen.host}: {what}."
    return Evidence(f"https://{seen.host}{port}/", title="Protocols", detail=detail, datum=what)
