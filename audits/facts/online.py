"""Whether a page lets people begin a service online (law 13, G10)."""

import re
from collections.abc import Sequence

from audits.facts.links import Link
from audits.facts.paperwork import file_type

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


def starts_of(links: Sequence[Link]) -> tuple[Link, ...]:
    """Links that begin, pay for or follow up a service over HTTPS, by what they say and lead to."""
    return tuple(link for link in links if _starts(link))


def _starts(link: Link) -> bool:
    if not link.href.startswith("https:") or file_type(link) or not _STARTS.search(link.text):
        return False
    if _ABOUT.search(link.text) or len(link.text) > 100:
        return False
    return bool(_AT_ONCE.search(link.text) or _APPS.search(link.where))


def asks_to_start(links: Sequence[Link]) -> tuple[Link, ...]:
    """Links that may begin a service, whatever they lead to."""
    return tuple(
        link
        for link in links
        if link.href.startswith("https:")
        and not file_type(link)
        and len(link.text) <= 100
        and _STARTS.search(link.text)
        and not _ABOUT.search(link.text)
    )
