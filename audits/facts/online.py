"""Whether a page lets people begin a service online (law 13, G10)."""

import re
from collections.abc import Sequence

from audits.facts.hosts import domain_of, host_of, is_government
from audits.facts.links import Link

_STARTS = re.compile(
    r"^(?:click here to |please |how to )?(?:apply|renew|pay|file|enroll|register|request|order"
    r"|schedule|check|track|report|submit|start|begin|make an? (?:payment|appointment)|book"
    r"|solicite|renueve|pague|presente|inscr[ií]base|reg[ií]strese|consulte|programe|reporte)\b"
)
_AT_ONCE = re.compile(
    r"\bonline\b|\bnow\b|\bstatus\b|\belectronically\b|\byour (?:application|claim|account|case)\b"
    r"|\bappointment\b|\ben l[ií]nea\b|\bahora\b|\bestado de su\b"
)
_APPS = re.compile(
    r"^//(?:(?:my|apps?|portal|secure|e-?services?|e-?file|online|apply|accounts?|login|efts)"
    r"[\w-]*\.|(?:www\.)?pay\.gov|secure\.login\.gov|[^/]*\.(?:force|my\.site)\.com)"
)
_ABOUT = re.compile(r"^how to |\blearn\b|\babout\b|\bfaqs?\b")


def starts_of(links: Sequence[Link], home: str) -> tuple[Link, ...]:
    """Links that begin, pay for or follow up a service over HTTPS, by what they say and lead to.

    "Register now" at a ticket shop is no service of the government's: what leads elsewhere must
    lead to a government's host, or to one that hosts applications.

    Args:
        home: the registered domain of the page.
    """
    return tuple(link for link in asks_to_start(links) if _starts(link, home))


def _starts(link: Link, home: str) -> bool:
    if _APPS.search(link.where):
        return True
    ours = is_government(host_of(link.href)) or domain_of(link.href) == home
    return ours and bool(_AT_ONCE.search(link.text))


def asks_to_start(links: Sequence[Link]) -> tuple[Link, ...]:
    """Links that may begin a service, whatever they lead to."""
    return tuple(
        link
        for link in links
        if link.href.startswith("https:")
        and not link.file
        and len(link.text) <= 100
        and _STARTS.search(link.text)
        and not _ABOUT.search(link.text)
    )
