"""One polite query to a site's own search, for a page that is known to be there."""

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from urllib.parse import urlencode, urljoin, urlsplit, urlunsplit

from lxml.html import HtmlElement

from crawler.blocks import blocked
from crawler.client import Answer, ProbeClient
from crawler.observers.endpoints import Door, observe_endpoint
from crawler.observers.paths import alike
from crawler.robots import Robots
from ideaaudit.models import Gap, Reason, SearchTried
from ideaaudit.web import identity, parse_html, registered_domain

FIRST_RESULTS = 20
MOST_WORDS = 8
LONGEST_QUERY = 80
LEAST_RESULTS = 3
# What a search field is called by search engines and content management systems.
NAMES = re.compile(
    r"q|s|qt|terms?|text|keywords?|buscar?|[\w.\[\]-]*(?:search|query|keys)[\w.\[\]-]*",
    re.IGNORECASE,
)
LONGEST_NAME = 100
SEARCH = re.compile(r"(?<!re)search|buscar|b[uú]squeda", re.IGNORECASE)
TEXT_TYPES = ("", "text", "search")
# Between the name of a page and that of its site.
DIVIDERS = re.compile(r"\s+[|–—:·»-]\s+|\s*\|\s*")
NO_RESULTS = re.compile(
    r"\bno (?:\w+ ){0,2}(?:results|matches|pages|documents|records)\b(?! (?:filter|per))"
    r"|(?<![\d,.])0 results\b|\b(?:did not|didn't|does not) match any|\bnothing (?:was )?found\b"
    r"|\breturned no\b|\bno se encontr(?:aron|ó)|\bsin resultados\b|\bning[uú]n resultado"
    r"|\bno hay resultados|\b0 resultados\b|\bno content matched",
    re.IGNORECASE,
)
ASIDE = ("header", "footer", "nav", "aside")
UNSEEN = ("script", "style", "template", "noscript")
UNLIKELY = 4
NO_FORM = "no search form that a program could use was recognized in the start page's HTML"


@dataclass(frozen=True, slots=True)
class SearchForm:
    """A form that asks for words and sends them in its URL.

    Attributes:
        action: absolute; field: the name of what the words go into; fixed: what goes with them.
    """

    action: str
    field: str
    fixed: tuple[tuple[str, str], ...]

    def url(self, query: str) -> str:
        """The address of the results."""
        parts = urlsplit(self.action)
        values = [*self.fixed, (self.field, query)]
        return urlunsplit((parts.scheme, parts.netloc, parts.path, urlencode(values), ""))


@dataclass(frozen=True, slots=True)
class Wanted:
    """A page that a search should find: its URL, and the words of its title."""

    url: str
    words: str


async def try_search(
    client: ProbeClient, robots: Robots, home: Answer, wanted: Sequence[Wanted]
) -> SearchTried | Gap:
    """What the site's search says of the first of these pages; where it says "nothing", once more.

    Args:
        home: the start page as the server sent it.
        wanted: pages in the order of their fitness; the home page's own stands last.
    """
    form = find_form(home.text, home.url)
    if form is None:
        return Gap("searched", Reason.UNSUPPORTED, NO_FORM)
    if not _may_ask(form.action, home.url):
        said = f"its search is another site's: {urlsplit(form.action).hostname}"
        return Gap("searched", Reason.OFF_SITE, said)
    page = next((one for one in wanted if one.words), None)
    if page is None:
        return Gap("searched", Reason.UNSUPPORTED, "no page of the site has a title to search for")
    url = form.url(page.words)
    ask = partial(_told, page, url, home)
    tried = ask(await observe_endpoint(client, robots, url))
    if tried.empty or (tried.status or 0) >= 500:
        again = ask(await observe_endpoint(client, robots, url))
        return replace(again, empty=tried.empty and again.empty)
    return tried


def title_words(title: str) -> str:
    """The part of a title that names its page, as a visitor would type it, or ""."""
    parts = [" ".join(part.split()) for part in DIVIDERS.split(title)]
    named = parts[0] if len(parts[0].split()) > 1 else " ".join(parts[:2])
    words = re.sub(r"[^\w' -]+", " ", named).split()[:MOST_WORDS]
    return " ".join(words)[:LONGEST_QUERY].strip()


def find_form(html: str, url: str) -> SearchForm | None:
    """The form of a page that most looks like its search, and sends words in its URL."""
    root = parse_html(html)
    if root is None:
        return None
    found = [
        (rank, made)
        for form in islice(root.iter("form"), 200)
        if (form.get("method") or "get").strip().lower() != "post"
        and (made := _form(form, url))
        and (rank := _rank(form)) < UNLIKELY
    ]
    return min(found, key=lambda one: one[0])[1] if found else None


def _rank(form: HtmlElement) -> int:
    """How sure it is that a form is the site's search: 0 is sure, 4 is not at all."""
    fields = list(_fields(form))
    above = [form, *islice(form.iterancestors(), 4)]
    signs = (
        any((e.get("role") or "").lower() == "search" or e.tag == "search" for e in above),
        any((field.get("type") or "").lower() == "search" for field in fields),
        SEARCH.search(" ".join(form.get(name) or "" for name in ("action", "id", "class", "name"))),
        any(SEARCH.search(field.get(key) or "") for field in fields for key in ("name", "id")),
    )
    return next((rank for rank, sign in enumerate(signs) if sign), UNLIKELY)


def _form(form: HtmlElement, url: str) -> SearchForm | None:
    named = [
        field
        for field in _fields(form)
        if NAMES.fullmatch((field.get("name") or "")[:LONGEST_NAME])
    ]
    if not named or len(list(_fields(form))) > 2:
        return None
    try:
        action = urljoin(url, (form.get("action") or "").strip() or url)
        identity(action)
    except ValueError:
        return None
    return SearchForm(action, named[0].get("name") or "", tuple(_fixed(form)))


def _fields(form: HtmlElement) -> Iterator[HtmlElement]:
    for field in form.iter("input"):
        if (field.get("type") or "").strip().lower() in TEXT_TYPES and field.get("name"):
            yield field


def _fixed(form: HtmlElement) -> Iterator[tuple[str, str]]:
    """What a browser would send beside the words: hidden fields and what is chosen already."""
    for field in islice(form.iter("input", "select"), 100):
        name, kind = field.get("name") or "", (field.get("type") or "").strip().lower()
        chosen = kind == "hidden" or (kind in ("radio", "checkbox") and "checked" in field.attrib)
        if name and field.tag == "input" and chosen:
            yield name, field.get("value") or ("on" if kind != "hidden" else "")
        elif name and field.tag == "select":
            options = list(field.iter("option"))
            picked = [one for one in options if "selected" in one.attrib] or options[:1]
            for option in picked[:1]:
                yield name, option.get("value") or (option.text or "").strip()


def _may_ask(action: str, home: str) -> bool:
    """Its own site, its own domain, or a host of the government, as Search.gov's is."""
    host, ours = (urlsplit(url).hostname or "" for url in (action, home))
    same = registered_domain(host) == registered_domain(ours)
    return same or host.endswith((".gov", ".mil"))


def _told(page: Wanted, url: str, home: Answer, door: Door) -> SearchTried:
    answer, gap = door.answer, door.seen.gap
    if answer is None or gap:
        said = Gap("searched", gap.reason, gap.detail) if gap else None
        return SearchTried(page.words, url, answer.status if answer else None, None, gap=said)
    stopped = blocked(answer.status, dict(answer.headers), answer.text)
    if stopped:
        gap = Gap("searched", stopped.reason, stopped.said)
        return SearchTried(page.words, url, answer.status, None, gap=gap)
    found, empty = read_results(answer.text, answer.url, page.url)
    # A search that scripts do in the page leaves the page as it was.
    if answer.status >= 400 or (not empty and alike(answer.text, home.text)):
        found, empty = None, False
    return SearchTried(page.words, url, answer.status, found, empty)


def read_results(html: str, url: str, wanted: str) -> tuple[bool | None, bool]:
    """Whether a page of results links to a URL among the first, and whether it says "nothing".

    The first is None where no results can be told, as where scripts write them.
    """
    root = parse_html(html)
    if root is None:
        return None, False
    part = next((e for e in root.iter("main") or ()), None)
    if part is None:
        part = next(iter(root.xpath("//*[@role='main']")), None)
    body = part if part is not None else root
    targets = list(dict.fromkeys(_targets(body, url, _is_aside if part is None else _never)))
    places = targets[:FIRST_RESULTS]
    if _place(wanted) in places:
        return True, False
    if NO_RESULTS.search(_text(body)):
        return None, True
    return (False if len(places) >= LEAST_RESULTS else None), False


def _targets(
    body: HtmlElement, url: str, passed_over: Callable[[HtmlElement], bool]
) -> Iterator[str]:
    """Where links of the results lead; not those to the page of results itself."""
    here = urlsplit(url)
    for element in islice(body.iter("a"), 2_000):
        try:
            parts = urlsplit(target := identity(element.get("href") or "", url))
        except ValueError:
            continue
        again = (parts.netloc, parts.path) == (here.netloc, here.path)
        if element.get("href") and not again and not passed_over(element):
            yield _place(target)


def _never(_element: HtmlElement) -> bool:
    return False


def _is_aside(element: HtmlElement) -> bool:
    return any(parent.tag in ASIDE for parent in element.iterancestors())


def _place(url: str) -> str:
    parts = urlsplit(url)
    return f"{parts.netloc.removeprefix('www.')}{parts.path.rstrip('/')}?{parts.query}".lower()


def _text(body: HtmlElement) -> str:
    """The words that a visitor sees, without those of scripts."""
    found = []
    for element in body.iter():
        if element.tag not in UNSEEN:
            found.append(element.text or "")
        found.append(element.tail or "" if element is not body else "")
    return " ".join(" ".join(found).split())
