"""What the page asked of others, what it stored, and how fast it came."""

import json
from collections.abc import Iterator
from urllib.parse import parse_qs, urlsplit

from audits.facts.dap import is_dap
from audits.facts.page import facts_of
from audits.measures import Named, listed
from ideaaudit.models import PageObservation, RequestSeen
from ideaaudit.web import site_of


def of_page(page: PageObservation) -> Iterator[Named]:
    rendering = page.rendering
    if rendering is None:
        return
    if rendering.requests is not None:
        yield from _requests(page, rendering.requests)
        yield from _dap(page, rendering.requests)
    if rendering.cookies is not None:
        yield "cookie_domains", listed(cookie.domain for cookie in rendering.cookies)
    if rendering.vitals is not None:
        yield "largest_contentful_paint", rendering.vitals.lcp
        yield "cumulative_layout_shift", rendering.vitals.cls


def _requests(page: PageObservation, requests: tuple[RequestSeen, ...]) -> Iterator[Named]:
    """Hosts other than the page's own, as the incumbent counts them: a subdomain is another."""
    own = site_of(page.final_url)
    others = [
        request.url.partition("?")[0]
        for request in requests
        if request.kind != "document" and request.url.startswith(("http", "ws"))
        if site_of(request.url) != own
    ]
    hosts = {urlsplit(url).hostname or "" for url in others} - {""}
    yield "third_party_service_domains", listed(hosts)
    yield "third_party_service_urls", listed(others)
    yield "third_party_service_count", len(hosts)


def _dap(page: PageObservation, requests: tuple[RequestSeen, ...]) -> Iterator[Named]:
    dap = facts_of(page).dap
    yield "dap", bool(dap.how)
    yield "ga_tag_id", ",".join(sorted({one for request in requests for one in request.ids}))
    yield "dap_version", page.rendering.dap_version if page.rendering else ""
    asked = next((r.url for r in requests if is_dap(r.url)), dap.source)
    query = {key: values[0] for key, values in parse_qs(urlsplit(asked).query).items()}
    yield "dap_parameters", json.dumps(query, separators=(",", ":")) if dap.how and query else ""
