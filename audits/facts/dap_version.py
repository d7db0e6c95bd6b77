"""How old DAP's script is, by the version that it names: "20250702 v8.7 - GA4".

Universal Analytics stopped on July 1, 2024: a script that knows nothing else counts nobody.
"""

import re
from datetime import date

from audits.facts.dap import PROPERTY, Dap
from audits.facts.hosts import host_of
from ideaaudit.models import PageObservation

_NUMBER = re.compile(r"\bv(\d{1,4})(?:\.\d+)?", re.IGNORECASE)
_GA4 = re.compile(r"\bga4\b|\bdual\b", re.IGNORECASE)
_UNIVERSAL = re.compile(r"\buniversal\b|\bua\b", re.IGNORECASE)
# DAP's property in Universal Analytics.
_OLD_PROPERTY = "UA-33523145-1"
# The first version that counts in GA4.
_FIRST_GA4 = 6
_YEAR = 365


def age_of(version: str, today: str) -> str:
    """ "current" (at most a year old), "old", "ua-only", or "" where it tells nothing.

    Args:
        today: when the page was seen, ISO 8601.
    """
    number = _NUMBER.search(version)
    if not _GA4.search(version) and (
        _UNIVERSAL.search(version) or (number and int(number[1]) < _FIRST_GA4)
    ):
        return "ua-only"
    made = re.match(r"\s*(\d{8})\b", version)
    try:
        days = (date.fromisoformat(today[:10]) - date.fromisoformat(made[1] if made else "")).days
    except ValueError:
        return ""
    return "current" if days <= _YEAR else "old"


def source_of(page: PageObservation, dap: Dap) -> str:
    """Where the page has DAP from: "hosted" (the program's own file), "copy", "ua-only" (only
    its old property was seen), "property" (its tag without its script), or "" for none."""
    if dap.how in ("script", "request"):
        host = host_of(dap.source)
        return "hosted" if host.endswith((".digitalgov.gov", ".digital.gov")) else "copy"
    if dap.how:
        return "property"
    seen = page.requests or ()
    ids = {one for request in seen for one in request.ids}
    old = _OLD_PROPERTY in ids or any(_OLD_PROPERTY in request.url for request in seen)
    old = old or _OLD_PROPERTY in (page.html or "")
    return "ua-only" if old and PROPERTY not in ids else ""
