"""Pages that only send their visitor on: an immediate meta refresh (half of some static sites)."""

import re

from audits.facts.document import Document
from audits.facts.near import Stems
from ideaaudit.models import PageObservation

_STEMS = Stems("refresh")
_REFRESH = re.compile(r"http-equiv\s*=\s*['\"]?\s*refresh", re.IGNORECASE)


def redirect_of(page: PageObservation, seen: str) -> str:
    """Where the page sends everyone at once, or ""; a page that reloads itself is a page.

    Args:
        seen: all markup of the page in lower case, for a quick no.
    """
    served = page.served_html
    if served is None or not _STEMS.stand_in(seen) or not _REFRESH.search(served):
        return ""
    address = page.hops[-1].url if page.hops else page.url
    target = Document(served, address).refresh_target
    return "" if _same(target, address) else target


def _same(one: str, other: str) -> bool:
    return one.partition("#")[0].rstrip("/") == other.partition("#")[0].rstrip("/")
