"""How much of one site is visited: pages, renderings, documents, requests and time."""

from dataclasses import dataclass, replace
from typing import Self

from ideaaudit.settings import Settings

PROBE_TURNS = 35
SECONDS_A_RENDER = 4.0
SECONDS_A_PAGE = 0.15
SECONDS_A_DOCUMENT = 1.0
# Redirects, lost pages and files cost a request each, too: a site of nothing else must end.
REQUESTS_A_PAGE = 3
SPARE_REQUESTS = 20
# A site that asks for long pauses gets them; what is left out for their sake is said.
SECONDS_OF_PAUSES = 3_600.0
LEAST_SECONDS = 3_600.0
TIMES_THE_ESTIMATE = 4
SHARE_OF_WALKING = 0.7


@dataclass(frozen=True, slots=True)
class Budget:
    """The bounds of one site.

    Attributes:
        requests: how many URLs are asked for over HTTP, whatever they turn out to be.
        seconds: wall time for the whole site; walking may take 70 percent of it.
        why: what is said of a URL that the number of pages left out.
        documents: how many PDFs and office files are read.
    """

    pages: int
    renders: int
    requests: int
    seconds: float
    why: str = "the page budget was used up"
    documents: int = 0

    @classmethod
    def of(cls, settings: Settings) -> Self:
        pages = settings.page_budget
        return cls(
            pages=pages,
            renders=settings.render_budget,
            requests=pages * REQUESTS_A_PAGE + SPARE_REQUESTS,
            seconds=max(LEAST_SECONDS, TIMES_THE_ESTIMATE * estimate(settings, settings.at_once)),
            documents=settings.document_budget,
        )

    def paced(self, delay: float) -> "Budget":
        """The budget that a Crawl-delay leaves of this one: an hour of pauses at most."""
        share = SECONDS_OF_PAUSES / (delay * (self.pages + self.renders)) if delay > 0 else 1.0
        if share >= 1.0:
            return self
        pages = max(1, int(self.pages * share))
        said = f"robots.txt asks for {delay:g} s between requests: {pages} pages fill an hour"
        return replace(
            self,
            pages=pages,
            renders=min(pages, max(1, int(self.renders * share))),
            requests=max(2, int(SECONDS_OF_PAUSES / delay)),
            why=said,
            documents=int(self.documents * share),
        )


def estimate(settings: Settings, sites: int) -> float:
    """Seconds that a crawl takes at most, if every site is as large as the budgets."""
    a_page = max(settings.delay, SECONDS_A_PAGE)
    walking = PROBE_TURNS * max(settings.delay, 0.05) + settings.page_budget * a_page
    rendering = settings.render_budget * max(settings.delay, SECONDS_A_RENDER / settings.open_tabs)
    walking += settings.document_budget * max(settings.delay, SECONDS_A_DOCUMENT)
    rounds = -(-sites // settings.at_once)
    cpu = sites * settings.render_budget * SECONDS_A_RENDER / settings.open_tabs
    return max((walking + rendering) * rounds, cpu)
