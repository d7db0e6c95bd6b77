"""Required links and the ways to get help: ("footer", "marked"), ("topic", "accessibility"),
("contact", channel), and ("footer-link:KIND", url), ("link:KIND", url) for the kinds of
`audits.facts.required`. Pages other than the front page give the targets of those kinds alone
that each page is asked for, and name the others in one signal: ("footer-kinds", "about vdp")."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audits.facts.page import PageFacts
from audits.facts.required import KINDS, links_to

RANK = 2
_EVERYWHERE = ("privacy", "accessibility", "foia", "contact")


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if facts.document.footers:
        yield "footer", "marked"
    text = facts.document.main_normal[:20_000]
    if "accessibility" in text or "section 508" in text or "accesibilidad" in text:
        yield "topic", "accessibility"
    yield from (("contact", channel) for channel in facts.channels)
    yield from _links(facts)


def _links(facts: PageFacts) -> Iterator[tuple[str, str]]:
    """The first link of each kind in the footer, and the first anywhere else."""
    named = []
    for kind in KINDS:
        found = [link for link in links_to(kind, facts.links) if link.where]
        in_footer = [link for link in found if link.in_footer]
        if kind not in _EVERYWHERE and not _is_front(facts):
            named += [kind] if in_footer else []
            continue
        for name, links in (
            ("footer-link", in_footer),
            ("link", [link for link in found if not link.in_footer]),
        ):
            if links:
                yield f"{name}:{kind}", links[0].href
    if named:
        yield "footer-kinds", " ".join(named)


def _is_front(facts: PageFacts) -> bool:
    page = facts.page
    return page.found_by == "start" or urlsplit(page.final_url).path in ("", "/")
