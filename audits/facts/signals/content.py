"""What a page says of its age, its language and its links, each only where there is any.

("dated", "kind source") for the best date of the page; ("noindex", agent); ("languages", "es fr");
("translator", tool); ("captcha", product); ("doc-links", "documents/links") of the main text;
("feedback", how); ("plain-writing", "year feedback") of a plain writing page, and
("plain-writing-link", url) of the home page. Of a site: ("state", word), ("plain-writing-path",
"missing") and ("home", "seen").
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.document import Document
from audits.facts.links import links_of
from audits.facts.page import PageFacts
from audits.facts.plain_writing import plain_writing_link, plain_writing_of
from audits.facts.site import home_seen, own_pages, settled
from audits.facts.site_state import state_of
from audits.facts.translation import languages_of, translators_of

RANK = 4
Signals = Iterator[tuple[str, str]]


def page_signals(facts: PageFacts) -> Signals:
    best = min(facts.dates, key=lambda one: _ORDER[one.kind], default=None)
    if best:
        yield "dated", f"{best.kind} {best.source}"
    if facts.feedback.how:
        yield "feedback", facts.feedback.how
    languages = languages_of(facts.document, facts.links)
    if languages:
        yield "languages", " ".join(languages)[:200]
    yield from (("translator", tool) for tool in translators_of(facts.seen))
    yield from (("captcha", product) for product in facts.riddles)
    yield from _documents(facts)
    yield from _plain_writing(facts)


_ORDER = {"updated": 0, "reviewed": 1, "published": 2, "unknown": 3, "moment": 4}


def _documents(facts: PageFacts) -> Signals:
    aimed = {
        link.href: bool(link.file)
        for link in facts.links
        if link.where and link.region in ("main", "")
    }
    if any(aimed.values()):
        yield "doc-links", f"{sum(aimed.values())}/{len(aimed)}"
    elif aimed:
        yield "doc-links", f"0/{len(aimed)}"


def _plain_writing(facts: PageFacts) -> Signals:
    url = facts.page.final_url
    found = plain_writing_of(url, facts.document, facts.links, facts.feedback.how)
    if found:
        yield "plain-writing", f"{found.report} {'feedback' if found.feedback else 'none'}"
    link = plain_writing_link(facts.links) if urlsplit(url).path in ("", "/") else ""
    if link:
        yield "plain-writing-link", link


def site_signals(view: SiteView) -> Signals:
    yield "state", state_of(view)
    if home_seen(settled(own_pages(view))):
        yield "home", "seen"
    asked = view.observation.path("plain-language")
    if asked is None or asked.status is None:
        return
    if asked.status in (404, 410) or asked.soft_404:
        yield "plain-writing-path", "missing"
    elif asked.status == 200 and asked.soft_404 is False:
        document = Document(asked.text, asked.url)
        found = plain_writing_of(asked.url, document, links_of(document), "contact")
        if found:
            yield "plain-writing", f"{found.report} feedback"
