"""When pages and documents of a site are drawn; which ones, `crawler.sampling` says."""

from functools import partial

from crawler.beside import Looks
from crawler.meter import Meter
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

    def draw_pages(self, meter: Meter, looks: Looks) -> None:
        """Draws once all that is known is walked, and what was drawn before is rendered: then it
        hangs on no arrival. Where rendering leads to more pages, it is drawn again."""
        state = (meter.walked, len(self._store.sampled(self._site)))
        room = meter.budget.renders - state[1]
        if room > 0 and state != self._pages_from:
            looks.take(partial(self._choose, room), self._draw, known=meter.found)
        self._pages_from = state

    def _choose(self, room: int) -> dict[str, str]:
        pages = self._store.walked(self._site)
        return choose_sample(pages, room, self._seed, self._visited)

    def _draw(self, sample: dict[str, str]) -> None:
        if sample:
            self._store.draw(self._site, sample)

    def draw_documents(self, meter: Meter) -> None:
        """Draws documents anew wherever more URLs are known."""
        budget = meter.budget
        if self._documents_from != meter.found:
            self._documents_from = meter.found
            offered = self._store.offered(self._site) if budget.documents else ()
            chosen = choose_documents(offered, budget.documents, self._seed)
            self._store.choose_documents(self._site, chosen)
