"""Does the site refuse the ciphers that are broken?"""

from audits.check import Judgement, SiteView, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="tls-ciphers",
    title="No RC4, 3DES, NULL, EXPORT, anon",
    citation="BOD 18-01; SP 800-52r2",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Leave only suites with AES-GCM or ChaCha20 in the server's list; Mozilla's "
    "configuration generator writes one.",
    decided="Only where it was asked for, for it takes many handshakes: failed where a host takes "
    "a suite with RC4, 3DES, NULL, EXPORT or no authentication, passed where it refuses all.",
    needs=("tls", "ciphers"),
    examples=(
        Example("passed", "No weak suite was accepted."),
        Example("failed", "TLS_RSA_WITH_3DES_EDE_CBC_SHA is accepted."),
    ),
)
def tls_ciphers(view: SiteView) -> Judgement:
    """With a broken cipher the line looks safe and is not."""
    evidence = [
        Evidence(
            f"https://{one.host}/", title="A weak cipher", detail=f"{one.host}: {name}.", datum=name
        )
        for one in view.observation.tls or ()
        for name in one.ciphers or ()
    ]
    if evidence:
        return failed("The site takes weak ciphers.", *evidence[:20])
    return passed("No weak cipher was accepted.")
