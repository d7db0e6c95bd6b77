"""How much of a site's budget is used up, by this audit and by those that were stopped before."""

import time
from collections.abc import Callable

from crawler.budget import SHARE_OF_WALKING, Budget
from crawler.robots import delay_of
from ideaaudit.models import TextFile
from ideaaudit.settings import Settings
from ideaaudit.storage import RunStore

MOST_KNOWN = 50_000
KNOWN_A_PAGE = 5
# In seconds; a kill forgets so many, and those of the steps that it broke off.
NOTED_EVERY = 5.0


class Meter:
    """Counts what one site has cost.

    Args:
        clock: seconds that only grow.

    Attributes:
        found: URLs that are known. walked: pages that were read. read: documents that were.
        asked: URLs that were asked for, whatever became of them.
    """

    def __init__(
        self,
        store: RunStore,
        site: str,
        settings: Settings,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._store = store
        self._site = site
        self._settings = settings
        self._clock = clock
        self.budget = Budget.of(settings)
        self.asked = store.attempted(site)
        self.read = store.coverage(site).documents
        self.recount()
        self._began = clock() - store.seconds_used(site)
        self._noted = clock()

    def recount(self) -> None:
        """Counts the URLs and the pages anew, after some were merged or cut."""
        coverage = self._store.coverage(self._site)
        self.found, self.walked = coverage.found, coverage.walked

    def pace(self, robots: TextFile | None) -> None:
        """Keeps a Crawl-delay by visiting less, where the whole budget would take hours."""
        asked = delay_of(robots.text) if robots and not self._settings.ignore_robots else 0.0
        self.budget = self.budget.paced(asked)

    def note(self, *, ending: bool = False) -> None:
        """Stores now and then how long the site has taken, for an audit that goes on with it."""
        now = self._clock()
        if ending or now - self._noted >= NOTED_EVERY:
            self._store.use_seconds(self._site, now - self._began)
            self._noted = now

    def is_spent(self, share: float = 1.0) -> bool:
        """Whether a share of the site's time is used up."""
        return self._clock() - self._began >= self.budget.seconds * share

    @property
    def out_of_time(self) -> str:
        return f"the {self.budget.seconds / 60:.0f} minutes for one site were used up"

    def end_of_walking(self, in_flight: int = 0) -> str | None:
        """Why no further URL is asked for, or None where one may be."""
        if self.walked + in_flight >= self.budget.pages:
            return self.budget.why
        if self.asked >= self.budget.requests:
            return f"{self.asked} requests were made for {self.walked} pages, and that is enough"
        return self.out_of_time if self.is_spent(SHARE_OF_WALKING) else None

    def reads_documents(self, in_flight: int) -> bool:
        """Whether one more document may be read."""
        return self.read + in_flight < self.budget.documents

    @property
    def end_of_reading(self) -> str:
        """Why no further document is read."""
        if self.is_spent():
            return self.out_of_time
        return f"at most {self.budget.documents} documents of a site are read"

    @property
    def room(self) -> int:
        """How many more URLs are kept."""
        return max(MOST_KNOWN, self.budget.pages * KNOWN_A_PAGE) - self.found
