"""How much of a page the server sent, and how much its scripts wrote."""

from collections import Counter
from collections.abc import Sequence

from audits.facts.document import Document
from audits.facts.duplicates import words_of
from ideaaudit.models import PageObservation


def share_served(page: PageObservation, words: Sequence[str]) -> float:
    """Which share of these words the server sent, from 0 to 1; 1 for no words."""
    served = page.served_html or ""
    if served == page.html:
        return 1.0
    sent = Counter(words_of(Document(served, page.final_url).text))
    shown = Counter(words)
    return (shown & sent).total() / shown.total() if shown else 1.0
