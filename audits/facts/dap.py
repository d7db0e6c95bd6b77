"""The Digital Analytics Program's script, by markup or by network (law 9)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import parse_qs, urlsplit

from audits.facts.document import Document
from audits.facts.near import Stems, first
from ideaaudit.models import RequestSeen

PROPERTY = "G-CSLL4ZEK4L"
_SCRIPT = re.compile(r"universal[-.]federated[-.]analytics(?:[-.][\w.]+)?\.js", re.IGNORECASE)
_MANAGER = re.compile(
    r"googletagmanager\.com/gtm\.js|gtm\.start|\bGTM-[A-Z0-9]{4,}|tags\.tiqcdn\.com"
    r"|assets\.adobedtm\.com|cdn\.tagcommander\.com|/piwik-?container|ensighten\.com"
)
_MANAGERS = Stems(
    "googletagmanager", "gtm", "tiqcdn", "adobedtm", "tagcommander", "piwik", "ensighten",
)  # fmt: skip
_CONSENT = Stems(
    "onetrust", "cookielaw.org", "cookiebot", "trustarc", "truste.com", "usercentrics",
    "osano.com", "cookieconsent", "civiccomputing",
)  # fmt: skip
_OCONFIG = re.compile(r"oCONFIG\b.{0,300}?AGENCY['\"]?\s*[:=]\s*['\"]([^'\"]*)", re.DOTALL)
_TAG_ID = "_fed_an_ua_tag"
_EMPTY = frozenset({"", "empty", "agency", "none", "null", "undefined", "unspecified"})


@dataclass(frozen=True, slots=True)
class Dap:
    """What was found of DAP.

    Attributes:
        how: "script" (its tag), "request" (its script asked for), "hit" (a beacon with its
            property), "inline" (its property in the markup), or "".
        agency, subagency: its parameters, as they stand; "" where empty or absent.
        agency_known: whether the place where the agency is named was seen at all.
        hidden_by: why it may be there and not be seen: a tag manager or consent tool, or "".
    """

    how: str = ""
    agency: str = ""
    subagency: str = ""
    agency_known: bool = False
    hidden_by: str = ""
    source: str = ""


def dap_of(
    document: Document, markup: str, folded: str, requests: Sequence[RequestSeen] | None
) -> Dap:
    """DAP on one page, from all that is known of it.

    Args:
        markup: served and rendered HTML together, for what stands in neither's tree.
        folded: the same in lower case.
        requests: what the browser asked for, or None where that was not seen.
    """
    seen = requests or ()
    sources = [(e.get("src") or "", e.get("id") or "") for e in document.root.iter("script")]
    tagged = [src for src, key in sources if _SCRIPT.search(src) or (key == _TAG_ID and src)]
    asked = [request.url for request in seen if _SCRIPT.search(request.url)]
    hits = [r.url for r in seen if PROPERTY in r.url or PROPERTY in r.ids]
    written = _SCRIPT.search(markup) if "ederated" in markup else None
    for how, found in (("script", tagged), ("request", asked), ("hit", hits)):
        if found:
            return _dap(how, [*tagged, *asked], found[0], markup)
    if PROPERTY in markup or written:
        return _dap("inline", [written[0]] if written else [], PROPERTY, markup)
    return Dap(hidden_by=_hidden_by(markup, folded, seen))


def is_dap(url: str) -> bool:
    """Whether a URL is that of DAP's script, hosted anywhere."""
    return bool(_SCRIPT.search(url))


def _dap(how: str, urls: list[str], source: str, markup: str) -> Dap:
    for url in urls:
        agency, subagency = _parameter(url, "agency"), _parameter(url, "subagency")
        if agency:
            return Dap(how, agency, subagency, True, source=source[:200])
    configured = _OCONFIG.search(markup)
    agency = configured[1].strip() if configured else ""
    known = how in ("script", "request") or configured is not None
    return Dap(how, "" if agency.lower() in _EMPTY else agency, "", known, source=source[:200])


def _parameter(url: str, name: str) -> str:
    try:
        query = parse_qs(urlsplit(url.replace("&amp;", "&")).query)
    except ValueError:
        return ""
    value = next((values[0].strip() for key, values in query.items() if key.lower() == name), "")
    return "" if value.lower() in _EMPTY else value


def _hidden_by(markup: str, folded: str, requests: Sequence[RequestSeen]) -> str:
    """A tool that could have loaded DAP and was kept from it, or waits for consent."""
    if _CONSENT.stand_in(folded):
        return "a consent manager"
    parts = _MANAGERS.stretches(folded) if len(folded) == len(markup) else [(0, len(markup))]
    if not first(_MANAGER, markup, parts):
        return ""
    loaded = any(
        _MANAGER.search(request.url) and request.sent and request.status == 200
        for request in requests
    )
    return "" if loaded else "a tag manager whose container was not loaded"
