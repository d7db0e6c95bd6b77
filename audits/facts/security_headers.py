"""Headers by which an answer keeps browsers from doing harm (OWASP Secure Headers)."""

import re

from audits.facts.document import Document
from ideaaudit.models import PageObservation

NAMES = {
    "csp": "Content-Security-Policy",
    "frames": "X-Frame-Options or CSP frame-ancestors",
    "nosniff": "X-Content-Type-Options: nosniff",
    "referrer": "Referrer-Policy",
}
_ANCESTORS = re.compile(r"(?:^|[;,])\s*frame-ancestors\b", re.IGNORECASE)
_REFERRER = frozenset(
    """no-referrer no-referrer-when-downgrade origin origin-when-cross-origin same-origin
    strict-origin strict-origin-when-cross-origin unsafe-url""".split()  # noqa: SIM905
)


def headers_of(page: PageObservation, document: Document) -> list[str]:
    """Which of `NAMES` a page has, sorted; a policy and the referrer may stand in its markup."""
    policies = [value for name, value in page.headers if name == "content-security-policy"]
    framed = [value for name, value in page.headers if name == "x-frame-options"]
    sniff = [value for name, value in page.headers if name == "x-content-type-options"]
    referrer = [value for name, value in page.headers if name == "referrer-policy"]
    found = {
        "csp": any(map(str.strip, policies)) or _policy_in(document),
        "frames": any(value.strip().lower() in ("deny", "sameorigin") for value in framed)
        or any(map(_ANCESTORS.search, policies)),
        "nosniff": any(value.partition(",")[0].strip().lower() == "nosniff" for value in sniff),
        "referrer": any(_is_policy(v) for v in [*referrer, *document.metas("referrer")]),
    }
    return sorted(name for name, there in found.items() if there)


def _policy_in(document: Document) -> bool:
    return any(
        (element.get("http-equiv") or "").strip().lower() == "content-security-policy"
        and (element.get("content") or "").strip()
        for element in document.root.iter("meta")
    )


def _is_policy(value: str) -> bool:
    return any(word.strip().lower() in _REFERRER for word in value.split(","))
