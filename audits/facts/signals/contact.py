"""The way to the contact page: ("contact-link", "footer exact"), and ("contact-hint", "1") on a
contact page that speaks of ways to reach someone."""

from collections.abc import Iterator

from audits.facts.contact_page import contact_places, hints_at_contact, is_contact_path
from audits.facts.page import PageFacts
from audits.facts.tree import normal

RANK = 3


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    yield from (("contact-link", place) for place in contact_places(facts.links))
    document = facts.document
    if is_contact_path(facts.page.final_url) or "contact" in normal(document.title):
        framed = next(document.body.iter("iframe"), None) is not None
        if framed or hints_at_contact(normal(document.main_text[:20_000])):
            yield "contact-hint", "1"
