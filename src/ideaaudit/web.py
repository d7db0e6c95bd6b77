"""What seeing and judging must agree on: a URL's identity, whose it is, and a page's kind."""

import re
from functools import lru_cache
from urllib.parse import urljoin, urlsplit, urlunsplit

from lxml import etree, html
from publicsuffixlist import PublicSuffixList
from w3lib.url import safe_url_string

from ideaaudit.models import PageClass
from ideaaudit.privacy import is_secret

DEFAULT_PORTS = {"http": 80, "https": 443}
# Parameters that say where a visitor came from, never what is shown.
TRACKING = re.compile(
    r"utm_\w+|mtm_\w+|pk_(?:campaign|kwd|source|medium)|gclid|gbraid|wbraid|fbclid|msclkid|dclid|"
    r"yclid|igshid|mkt_tok|mc_[ce]id|_ga|_gl|_hsenc|_hsmi|hsctatracking|icid|"
    r"phpsessid|jsessionid|aspsessionid\w*|cfid|cftoken|sid",
    re.IGNORECASE,
)
# Of Java and PHP, and of ASP.NET without cookies: "/(S(lit3py55t21z5v55vlm25s55))/page.aspx".
SESSION_IN_PATH = re.compile(
    r";(?:jsessionid|phpsessid|sid)=[^/?#]*|/\(S\(\w{24}\)\)(?=/)", re.IGNORECASE | re.ASCII
)
ESCAPED = re.compile(r"%([0-9A-Fa-f]{2})")
UNRESERVED = re.compile(r"[A-Za-z0-9._~-]", re.ASCII)
HOST = re.compile(r"[^\W_][\w-]*(?:\.[\w-]+)*|[0-9a-f:]*:[0-9a-f:.]*")
LONGEST_URL = 2_000
# The pages of a site link to the same pages again and again.
URLS_REMEMBERED = 10_000
LONGEST_REMEMBERED = 500
SEARCH_PATH = re.compile(r"(?:^|/)search(?:[-_/.]|$)", re.IGNORECASE)


def identity(url: str, base: str = "") -> str:
    """The one spelling of a page's URL: absolute, normalized, without its fragment.

    Scheme and host are lower case, escapes upper case or undone where none is needed (RFC 3986
    6.2.2), the default port and dot segments are gone, and tracking parameters, session ids and
    secrets (`ideaaudit.privacy`) are dropped; the rest of the query
    stays as it stands, for its order can matter.

    Raises:
        ValueError: where it is no http or https URL, or longer than 2,000 characters.
    """
    short = len(url) + len(base) <= LONGEST_REMEMBERED
    return (_identity if short else _identity.__wrapped__)(url, base)


@lru_cache(maxsize=URLS_REMEMBERED)
def _identity(url: str, base: str) -> str:
    joined = urljoin(base, re.sub(r"[\t\r\n]", "", url).strip())
    parts = urlsplit(safe_url_string(joined))
    host = (parts.hostname or "").rstrip(".")
    if parts.scheme not in DEFAULT_PORTS or not HOST.fullmatch(host):
        raise ValueError(f"not an http or https URL: {url[:200]!r}")
    if ":" in host:
        host = f"[{host}]"
    if parts.port not in (None, DEFAULT_PORTS[parts.scheme]):
        host = f"{host}:{parts.port}"
    path = SESSION_IN_PATH.sub("", _without_dots(_unescaped(parts.path))) or "/"
    query = _without_tracking(_unescaped(parts.query))
    normal = urlunsplit((parts.scheme, host, path, query, ""))
    if len(normal) > LONGEST_URL:
        raise ValueError(f"longer than {LONGEST_URL} characters: {normal[:200]!r}")
    return normal


def _unescaped(text: str) -> str:
    """The text without escapes of characters that need none (RFC 3986 6.2.2.2)."""
    return ESCAPED.sub(_plain, text) if "%" in text else text


def _plain(escape: re.Match[str]) -> str:
    character = chr(int(escape[1], 16))
    return character if UNRESERVED.match(character) else escape[0].upper()


def _without_dots(path: str) -> str:
    """The path without "." and ".." segments (RFC 3986 5.2.4)."""
    kept: list[str] = []
    for segment in path.split("/")[1:]:
        if segment == "..":
            del kept[-1:]
        elif segment != ".":
            kept.append(segment)
    tail = [""] if path.endswith(("/.", "/..")) else []
    return "/" + "/".join(kept + tail)


def _without_tracking(query: str) -> str:
    return "&".join(pair for pair in query.split("&") if not _is_dropped(pair))


def _is_dropped(pair: str) -> bool:
    name, _, value = pair.partition("=")
    return bool(TRACKING.fullmatch(name)) or is_secret(name, value)


@lru_cache(maxsize=URLS_REMEMBERED)
def site_of(url: str) -> str:
    """The site's key: the URL's host, lower case, without "www.", with a port not default.

    A host and its www twin are one site; a registered domain is not: nasa.gov has 2,203 hosts.
    """
    parts = urlsplit(url)
    host = (parts.hostname or "").removeprefix("www.")
    if ":" in host:
        host = f"[{host}]"
    default = DEFAULT_PORTS.get(parts.scheme)
    return host if parts.port in (None, default) else f"{host}:{parts.port}"


@lru_cache(maxsize=1)
def _suffixes() -> PublicSuffixList:
    return PublicSuffixList()


@lru_cache(maxsize=4096)
def registered_domain(host: str) -> str:
    """The registered domain of a host by the public suffix list: "irs.gov" for "www.irs.gov".

    A host that is itself a suffix, or an address, is its own domain.
    """
    name = host.lower().rstrip(".")
    if re.fullmatch(r"[\d.]+|\[?[0-9a-f:]*:[0-9a-f:.]*\]?", name):
        return name
    return _suffixes().privatesuffix(name) or name


def parse_html(text: str) -> html.HtmlElement | None:
    """The root of a document, however broken; None where there is no element in it."""
    try:
        return html.document_fromstring(text.encode("utf-8", "replace"), parser=_parser())
    except (etree.ParserError, etree.XMLSyntaxError, ValueError):
        return None


def _parser() -> html.HTMLParser:
    return html.HTMLParser(encoding="utf-8", huge_tree=False, remove_comments=True)


def page_class(url: str, text: str) -> PageClass:
    """What a page is for, from its URL and HTML; errors and documents show in its headers."""
    return class_of_url(url) or class_of_forms(parse_html(text))


def class_of_url(url: str) -> PageClass | None:
    """What a page is for, where its URL alone says so."""
    parts = urlsplit(url)
    if parts.path in ("", "/") and not parts.query:
        return PageClass.HOME
    return PageClass.SEARCH if SEARCH_PATH.search(parts.path) and parts.query else None


def class_of_forms(root: html.HtmlElement | None) -> PageClass:
    """What a page is for by what it asks its visitors: login, form or content."""
    if root is None:
        return PageClass.CONTENT
    if any((field.get("type") or "").lower() == "password" for field in root.iter("input")):
        return PageClass.LOGIN
    return PageClass.FORM if any(map(_asks, root.iter("form"))) else PageClass.CONTENT


def _asks(form: html.HtmlElement) -> bool:
    """Whether a form asks for more than a word to search for."""
    fields = [
        field
        for field in form.iter("input", "select", "textarea")
        if (field.get("type") or "text").lower()
        not in ("hidden", "submit", "button", "image", "reset", "search")
    ]
    return len(fields) >= 3 or any(field.tag == "textarea" for field in fields)
