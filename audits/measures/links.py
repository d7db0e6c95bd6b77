"""Words that the incumbent looks for in any link of the page, as it publishes them."""

from collections.abc import Iterator

from audits.facts.page import facts_of
from audits.measures import Named, listed
from ideaaudit.models import PageObservation

IN_URL = (
    "about", "fear", "foia", "inspector", "privacy", "usa.gov", "spanish", "espanol", "español",
    "/es",
)  # fmt: skip
IN_TEXT = (
    "about us", "accessibility", "budget and performance", "budget & performance", "no fear act",
    "foia", "freedom of information act", "inspector general", "privacy policy",
    "vulnerability disclosure", "usa.gov", "espanol", "español", "spanish",
)  # fmt: skip


def of_page(page: PageObservation) -> Iterator[Named]:
    if page.html is None:
        return
    links = facts_of(page).links
    targets = " ".join(link.raw.lower() for link in links)
    words = "\n".join(link.text for link in links)
    yield "required_links_url", listed(sign for sign in IN_URL if sign in targets)
    yield "required_links_text", listed(sign for sign in IN_TEXT if sign in words)
