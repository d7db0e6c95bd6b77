"""What is done now and then between two pages of a walk: twins are merged, and traps are cut."""

from dataclasses import dataclass
from functools import partial

from crawler.beside import Looks
from crawler.meter import Meter
from crawler.traps import combinations, copies, idle
from crawler.twins import twins
from ideaaudit.models import PageState, Reason
from ideaaudit.storage import RunStore

# After so many requests first, then after a quarter more each time: little work for small sites
# and for large ones. Points of the count, not of the clock: a resumed walk has the same.
FIRST = 25
GROWTH = 1.25


@dataclass(frozen=True, slots=True)
class Sifted:
    """What a look found.

    Attributes:
        repeats: URLs of pages to what each repeats, and why; ("", "") for nothing any more.
        traps: URLs to why each is not visited.
    """

    repeats: dict[str, tuple[str, str]]
    traps: dict[str, str]


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

    def sift(self, meter: Meter, looks: Looks) -> None:
        """Gives pages that repeat others, and URLs of traps, their reason.

        A pure function of what is stored, so that doing it again changes nothing.
        """
        looks.take(self._look, partial(self._keep, meter), known=meter.found)

    def _look(self) -> Sifted:
        read = self._store.read_pages(self._site)
        now = twins(read)
        before = {page.url: page.repeats for page in read}
        changed = {u: now.get(u, ("", "")) for u in before if before[u] != now.get(u, ("",))[0]}
        found = self._store.found_pages(self._site)
        return Sifted(changed, combinations(found) | copies(read, found) | idle(read, found))

    def _keep(self, meter: Meter, seen: Sifted) -> None:
        while self._next <= meter.asked:
            self._advance()
        with self._store.writing():
            self._store.repeat(self._site, seen.repeats)
            for url, why in seen.traps.items():
                self._store.set_state(self._site, url, PageState.SKIPPED, Reason.TRAP.value, why)
        meter.recount()

    def _advance(self) -> None:
        self._next = int(self._next * GROWTH) + 1
