"""Where a site's search stands on its pages, and whether it stands there on all of them."""

from collections import Counter
from dataclasses import dataclass

from audits.check import SiteView
from audits.facts.latest import of_latest
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import PageSummary

_RIGHT, _TOP = 50, 300
_ASIDE, _BELOW = 15, 100


@dataclass(frozen=True, slots=True)
class Place:
    """X in percent of the width, Y in pixels, of the box's middle and top on a desktop."""

    x: int
    y: int

    @property
    def upper_right(self) -> bool:
        return self.x > _RIGHT and self.y < _TOP

    def near(self, other: "Place") -> bool:
        return abs(self.x - other.x) <= _ASIDE and abs(self.y - other.y) <= _BELOW


def place_on(page: PageSummary) -> Place | None:
    """Where the search stands on a page that was rendered, or None where that was not seen."""
    for value in page.all("search-at"):
        x, _, y = value.partition(",")
        return Place(int(x), int(y))
    return None


@dataclass(frozen=True, slots=True)
class Habit:
    """What a site does with its search: how many pages have one, and the usual place."""

    offering: int
    pages: int
    usual: Place | None


@of_latest
def habit_of(view: SiteView) -> Habit:
    """The habit of this very view: every page asks it."""
    pages = own_pages(view)
    places = Counter(place for page in pages if (place := place_on(page)) is not None)
    usual = min(places, key=lambda p: (-places[p], p.x, p.y), default=None)
    return Habit(len(with_signal(pages, "search")), len(pages), usual)
