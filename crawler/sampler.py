"""When pages and documents of a site are drawn; which ones, `crawler.sampling` says."""

from crawler.budget import Budget
from crawler.sampling import choose_documents, choose_sample
from crawler.visited import most_visited
from ideaaudit.settings import Settings
from ideaaudit.storage import RunStore


class Sampler:
    """Draws a site's pages to render and documents to read, from what the store holds."""

    def __init__(self, store: RunStore, site: str, settings: Settings) -> None:
        self._store = store
        self._site = site
        self._seed = settings.seed
        self._visited = most_visited(settings.visited)
        self._pages_from = (-1, -1)
        self._documents_from = -1

    def draw_pages(self, walked: int, budget: Budget) -> None:
        """Draws once all that is known is walked, and what was drawn before is rendered: then it
        hangs on no arrival. Where rendering leads to more pages, it is drawn again.

        Args:
            walked: how many pages were read.
        """
        state = (walked, len(self._store.sampled(self._site)))
        room = budget.renders - state[1]
        if room > 0 and state != self._pages_from:
            pages = self._store.walked(self._site)
            sample = choose_sample(pages, room, self._seed, self._visited)
            if sample:
                self._store.draw(self._site, sample)
        self._pages_from = state

    def draw_documents(self, found: int, budget: Budget) -> None:
        """Draws documents anew wherever more URLs are known.

        Args:
            found: how many URLs are known.
        """
        if self._documents_from != found:
            self._documents_from = found
            offered = self._store.offered(self._site) if budget.documents else ()
            chosen = choose_documents(offered, budget.documents, self._seed)
            self._store.choose_documents(self._site, chosen)
