"""What the samples answer: a pure function of the sites and of what was asked."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import parse_qs

from tests.sites.pages import HTML, JSON, PLAIN, RESULTS, Entry, Resource, Site

NOT_FOUND_IS_200 = "not-found-is-200"
HTTP_ANSWERS = "http-answers"
HTTP_META_REFRESH = "http-meta-refresh"
TWIN_ANSWERS = "twin-answers"
FINDS_NOTHING = "search-finds-nothing"
BEHAVIOR = {NOT_FOUND_IS_200, HTTP_ANSWERS, HTTP_META_REFRESH, TWIN_ANSWERS, FINDS_NOTHING}


@dataclass(frozen=True, slots=True)
class Asked:
    """A request, as far as the answer hangs on it."""

    secure: bool
    host: str
    method: str
    path: str
    query: str = ""

    @property
    def target(self) -> str:
        return f"{self.path}?{self.query}" if self.query else self.path


@dataclass(frozen=True, slots=True)
class Answer:
    """Status, headers and text."""

    status: int
    text: str = ""
    headers: dict[str, str] = field(default_factory=dict)


def answer(sites: Mapping[str, Site], asked: Asked) -> Answer:
    """The answer of the site that the Host header names; 421 (RFC 9110, 15.5.20) for no site."""
    site = sites.get(asked.host.removeprefix("www."))
    if site is None:
        return Answer(421, "No such host here.\n", {"Content-Type": PLAIN})
    if not asked.secure and not site.behavior & {HTTP_ANSWERS, HTTP_META_REFRESH}:
        return _moved(f"https://{asked.host}{asked.target}")
    if asked.host != site.host and not (asked.secure and TWIN_ANSWERS in site.behavior):
        scheme = "https" if asked.secure else "http"
        return _moved(f"{scheme}://{site.host}{asked.target}", _sent(site, asked))
    if not asked.secure and HTTP_META_REFRESH in site.behavior:
        return _meta_refresh(f"https://{site.host}{asked.target}")
    if asked.method == "POST":
        return Answer(303, headers={"Location": "/received"} | _sent(site, asked))
    return _page(site, asked)


def _page(site: Site, asked: Asked) -> Answer:
    if asked.path == "/data/search.json":
        return Answer(200, _found_json(site, asked.query), {"Content-Type": JSON})
    resource = site.resources.get(asked.path)
    if resource is None:
        status = 200 if NOT_FOUND_IS_200 in site.behavior else 404
        resource = site.resources["/404"]
    else:
        status = 404 if asked.path == "/404" else 200
    text = resource.text
    if RESULTS in text:
        text = text.replace(RESULTS, _found_html(site, asked.query))
    return Answer(status, text, _sent(site, asked) | _about(resource))


def _moved(url: str, headers: Mapping[str, str] | None = None) -> Answer:
    return Answer(301, headers={"Location": url} | dict(headers or {}))


def _meta_refresh(url: str) -> Answer:
    text = (
        '<!DOCTYPE html><html lang="en"><head><title>This page has moved to https</title>'
        f'<meta http-equiv="refresh" content="0; url={escape(url)}"></head>'
        f'<body><p><a href="{escape(url)}">Go on</a></p></body></html>'
    )
    return Answer(200, text, {"Content-Type": HTML})


def _sent(site: Site, asked: Asked) -> dict[str, str]:
    return site.headers if asked.secure else {}


def _about(resource: Resource) -> dict[str, str]:
    headers = {"Content-Type": resource.media_type, "Cache-Control": "max-age=300"}
    if resource.modified:
        headers["Last-Modified"] = f"{resource.modified:%a, %d %b %Y} 12:00:00 GMT"
    return headers


def find(site: Site, query: str) -> list[Entry]:
    """Listed pages that hold every word of the query; those with it in the title come first."""
    words = query.casefold().split()
    found = [
        entry
        for entry in site.index
        if words and all(word in f"{entry.title.casefold()} {entry.words}" for word in words)
    ]
    return sorted(found, key=lambda entry: words[0] not in entry.title.casefold())


def _asked_for(query: str) -> str:
    return parse_qs(query).get("q", [""])[0].strip()


def _found_json(site: Site, query: str) -> str:
    asked_for = _asked_for(query)
    found = find(site, asked_for)
    results = [{"path": x.path, "title": x.title, "description": x.description} for x in found]
    return json.dumps({"query": asked_for, "results": results})


def _found_html(site: Site, query: str) -> str:
    asked_for = _asked_for(query)
    if not asked_for:
        return ""
    found = [] if FINDS_NOTHING in site.behavior else find(site, asked_for)
    count = "1 page" if len(found) == 1 else f"{len(found)} pages"
    items = "".join(
        f'<li><h3><a href="{entry.path}">{escape(entry.title)}</a></h3>'
        f"<p>{escape(entry.description)}</p></li>"
        for entry in found
    )
    told = f"<h2>{count if found else 'No results'} found for “{escape(asked_for)}”</h2>"
    return f'{told}<ol class="results">{items}</ol>' if found else told
