"""Forms, on the page and as files: ("form", kind), ("omb", number), ("document", extension),
("form-file", "type url"), ("form-code", number) of a web form, ("form-link", "number url") of a
file, ("paper-form", shape) of a document, ("online", "1") where a page offers to begin online,
("start", url) and ("start-here", url) for what surely and what maybe begins a service,
("paper-only", words) where a form is taken on paper alone."""

from collections.abc import Iterator

from audits.facts.online import asks_to_start
from audits.facts.page import PageFacts
from audits.facts.paperwork import form_codes, form_files

RANK = 8
ENOUGH_FIELDS = 3


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    yield from sorted({("form", form.kind) for form in facts.forms})
    if facts.clearance is not None:
        yield "omb", facts.clearance.number
    kinds = {link.file for link in facts.links} - {""}
    yield from (("document", kind) for kind in sorted(kinds))
    yield from _services(facts)
    yield from _codes(facts)
    files = form_files(facts.links)
    yield from (("form-file", f"{kind} {url}") for kind, url in files)
    texts = {link.href: link.text for link in facts.links} if files else {}
    for _, url in files:
        codes = form_codes(f"{texts[url]} {url}")
        yield from (("form-link", f"{code} {url}") for code in codes[:1])


def _services(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if facts.paper is not None:
        yield "paper-form", facts.paper.shape
    if facts.submission.only and not facts.submission.online:
        yield "paper-only", facts.submission.only[:120]
    if facts.submission.online:
        yield "online", "1"
    yield from (("start", link.href) for link in facts.starts[:2])
    if not facts.starts:
        yield from (("start-here", link.href) for link in asks_to_start(facts.links)[:2])


def _codes(facts: PageFacts) -> Iterator[tuple[str, str]]:
    """The number of the form that a page lets people fill in, by its title, heading and address."""
    asked = sum(len(form.fields) for form in facts.forms if form.kind == "collection")
    if asked >= ENOUGH_FIELDS:
        document = facts.document
        heads = [text for level, text in document.headings if level == 1][:1]
        named = " ".join([document.title, *heads, facts.page.final_url.rpartition("/")[2]])
        yield from (("form-code", code) for code in form_codes(named)[:3])
