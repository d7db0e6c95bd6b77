"""What is done now and then between two pages of a walk: twins are merged, and traps are cut."""

from crawler.traps import combinations, copies, idle
from crawler.twins import twins
from ideaaudit.models import PageState, Reason
from ideaaudit.storage import RunStore

# After so many requests first, then after a quarter more each time: little work for small sites
# and for large ones. Points of the count, not of the clock: a resumed walk has the same.
FIRST = 25
GROWTH = 1.25


class Sifter:
    """Looks at the pages and URLs of one site as sets.

    Args:
        asked: how many URLs were asked for before; what was due until then is done.
    """

    def __init__(self, store: RunStore, site: str, asked: int) -> None:
        self._store = store
        self._site = site
        self._next = FIRST
        while self._next < asked:
            self._advance()

    def is_due(self, asked: int) -> bool:
        """Whether the next page must wait until all in flight have ended, and `sift` is done."""
        return asked >= self._next

    def sift(self, asked: int) -> None:
        """Gives pages that repeat others, and URLs of traps, their reason.

        A pure function of what is stored, so that doing it again changes nothing.
        """
        while self._next <= asked:
            self._advance()
        store, site = self._store, self._site
        with store.writing():
            read = store.read_pages(site)
            now = twins(read)
            before = {page.url: page.repeats for page in read}
            changed = {u: now.get(u, ("", "")) for u in before if before[u] != now.get(u, ("",))[0]}
            store.repeat(site, changed)
            found = store.found_pages(site)
            cut = combinations(found) | copies(read, found) | idle(read, found)
            for url, why in cut.items():
                store.set_state(site, url, PageState.SKIPPED, Reason.TRAP.value, why)

    def _advance(self) -> None:
        self._next = int(self._next * GROWTH) + 1
