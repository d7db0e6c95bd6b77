"""Which pages are rendered: a pure function of the set of pages, so that order never matters.

After WCAG-EM 1.0, step 3. A structured part is chosen: the home page, pages of every kind that
matters, the most visited and most linked, every template, and pages that are built of what no
page chosen before has. The rest of the budget is a simple random sample, seeded, of the pages
that were not chosen: from it alone `reports.rollup.sample` says what can be expected of them.

Where scripts write the pages, what was served tells nothing: a first quarter of the budget is
drawn by the shape of addresses, and the rest once its renderings have shown the templates.
"""

import hashlib
import heapq
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest

from crawler.key_pages import FIRST_KINDS, KINDS, kinds_of_page
from crawler.visited import bare
from ideaaudit.models import BY_CHANCE
from ideaaudit.storage import Offered, Walked
from ideaaudit.structure import UNWRITTEN, address_shape, numbers

EVERY_PAGE = "every page is rendered"
MOST_VISITED = 5
MOST_LINKED = 3
A_TEMPLATE = 2
# An interval from a part of the budget is at most so many times as wide as one from all of it.
TIMES_AS_WIDE = 1.2
# With few pages the structured part still gets so many of them, and at most half.
LEAST_STRUCTURED = 10
FIRST_LOOK = 4
LEAST_LOOK = 8


def choose_sample(
    pages: Iterable[Walked], budget: int, seed: int, visited: Sequence[str] = ()
) -> dict[str, str]:
    """URLs to render, with why each is in the sample, most telling first.

    Args:
        pages: every page that could be rendered, those chosen before among them; in any order.
        budget: how many more may be rendered.
        seed: of the random part; kept with the run.
        visited: addresses as `crawler.visited` has them, the most visited first.
    """
    every = sorted(pages, key=lambda page: page.url)
    left = [page for page in every if not page.chosen]
    if len(left) <= budget:
        return dict.fromkeys((page.url for page in left), EVERY_PAGE)
    budget = _for_now(every, budget)
    structured = _Structured(every, visited)
    sample = dict(islice(structured.pages(), room_for_structure(budget, len(left))))
    salt = f"{seed}|{len(every) - len(left)}"
    drawn = sorted((p.url for p in left if p.url not in sample), key=lambda url: _draw(url, salt))
    return sample | dict.fromkeys(drawn[: budget - len(sample)], BY_CHANCE)


def room_for_structure(budget: int, pages: int) -> int:
    """How many pages may be chosen, so that those drawn still tell enough of the rest.

    With n pages of N rendered and s of them chosen, no failure among n - s drawn leaves an
    interval (N - s) / (n - s) wide where n drawn of N would leave N / n: at most `TIMES_AS_WIDE`.
    """
    slack = TIMES_AS_WIDE - 1
    by_width = int(budget * slack / (TIMES_AS_WIDE - budget / pages))
    return max(by_width, min(LEAST_STRUCTURED, budget // 2)) or (budget == 1)


def choose_documents(offered: Iterable[Offered], budget: int, seed: int) -> list[str]:
    """URLs of documents to read beside those that were chosen before: what most pages link to
    first, and where as many link to each, by a seeded draw."""
    every = tuple(offered)
    room = budget - sum(one.chosen for one in every)
    ranked = sorted(
        (one for one in every if not one.chosen),
        key=lambda one: (-one.linked_from, _draw(one.url, str(seed))),
    )
    return [one.url for one in ranked[: max(0, room)]]


class _Structured:
    """The pages to choose, in order, each once; what was chosen before counts as seen."""

    def __init__(self, every: Sequence[Walked], visited: Sequence[str]) -> None:
        self._every = every
        self._left = _most_linked(page for page in every if not page.chosen)
        self._visited = visited
        # Of how many pages each part is; 0 once a page with it is taken.
        self._weight = dict(Counter(part for page in every for part in numbers(page.parts)))
        self._taken: set[str] = set()
        for page in every:
            if page.chosen:
                self._take(page)

    def pages(self) -> Iterator[tuple[str, str]]:
        """URLs and why, for as long as there are pages."""
        kinds = _by_kind(self._left)
        for page, why in chain(
            self._home(),
            *([(one, f"{kind} page")] for kind in FIRST_KINDS for one in kinds.get(kind, ())[:1]),
            self._most_visited(),
            _in_turn(
                self._templates(1),
                ((page, "most linked") for page in self._most_linked()),
                ((one, f"{k} page") for k in KINDS for one in kinds.get(k, ())[:1]),
            ),
            *(self._templates(rank) for rank in range(2, A_TEMPLATE + 1)),
            self._most_varied(),
        ):
            if page.url not in self._taken:
                self._take(page)
                yield page.url, why

    def _take(self, page: Walked) -> None:
        self._taken.add(page.url)
        self._weight.update(dict.fromkeys(numbers(page.parts), 0))

    def _news(self, page: Walked) -> int:
        """How much of the site stands for the first time on this page: pages times parts."""
        return sum(map(self._weight.__getitem__, numbers(page.parts)))

    def _home(self) -> Iterator[tuple[Walked, str]]:
        first = min(self._every, key=lambda page: (page.depth, page.url))
        if not first.chosen:
            yield first, "home page"

    def _most_linked(self) -> list[Walked]:
        """Pages that stand out by their links; where all are linked alike, none does."""
        usual = self._left[len(self._left) // 2].linked_from
        return [page for page in self._left[:MOST_LINKED] if page.linked_from > usual]

    def _most_visited(self) -> Iterator[tuple[Walked, str]]:
        left = {bare(page.url): page for page in self._left}
        ranked = enumerate((url for url in self._visited if url in left), 1)
        for rank, url in islice(ranked, MOST_VISITED):
            yield left[url], f"most visited, number {rank}"

    def _templates(self, rank: int) -> Iterator[tuple[Walked, str]]:
        """A page of every template that has fewer than `rank`, the largest template first."""
        templates = _by_template(self._every)
        for name, group in sorted(templates.items(), key=lambda item: (-len(item[1]), item[0])):
            left = [page for page in group if page.url not in self._taken]
            if left and len(group) - len(left) < rank:
                yield max(left, key=lambda p: (self._news(p), p.linked_from)), f"template {name}"

    def _most_varied(self) -> Iterator[tuple[Walked, str]]:
        """Whichever page brings most that is new; news only grow old, so few are weighed again."""
        waiting = [(-self._news(page), place) for place, page in enumerate(self._left)]
        heapq.heapify(waiting)
        while waiting:
            _, place = heapq.heappop(waiting)
            news = -self._news(self._left[place])
            if waiting and news > waiting[0][0]:
                heapq.heappush(waiting, (news, place))
            elif news < 0:
                yield self._left[place], "built of parts that no page chosen before has"
            else:
                return


def _for_now(every: Sequence[Walked], budget: int) -> int:
    """The part of the budget for this draw: where scripts write the pages, a first look."""
    unwritten = sum(page.template.startswith(UNWRITTEN) for page in every)
    rendered = sum(page.chosen for page in every)
    is_first = rendered <= 1 and unwritten * 2 > len(every)
    look = max(budget // FIRST_LOOK, min(LEAST_LOOK, budget // 2))
    return look if is_first and look else budget


def _by_template(pages: Iterable[Walked]) -> dict[str, list[Walked]]:
    """Pages by template. One that scripts are to write is taken for what most renderings of
    addresses of its shape turned out to be, and where there is none, for a kind of its own."""
    every = _most_linked(pages)
    shown: dict[str, Counter[str]] = {}
    for page in every:
        if page.chosen and not page.template.startswith(UNWRITTEN):
            shown.setdefault(address_shape(page.url), Counter())[page.template] += 1
    groups: dict[str, list[Walked]] = {}
    for page in every:
        name = page.template[:6]
        if page.template.startswith(UNWRITTEN):
            shape = address_shape(page.url)
            likely = sorted(shown.get(shape, Counter()).items(), key=lambda one: (-one[1], one[0]))
            name = likely[0][0][:6] if likely else f"of addresses like {shape}"
        groups.setdefault(name, []).append(page)
    return groups


def _by_kind(pages: Sequence[Walked]) -> dict[str, list[Walked]]:
    kinds: dict[str, list[Walked]] = {}
    for page in pages:
        for kind in kinds_of_page(page.url, page.title, page.page_class):
            kinds.setdefault(kind, []).append(page)
    return kinds


def _in_turn(*several: Iterable[tuple[Walked, str]]) -> Iterator[tuple[Walked, str]]:
    return (one for row in zip_longest(*several) for one in row if one is not None)


def _most_linked(pages: Iterable[Walked]) -> list[Walked]:
    return sorted(pages, key=lambda page: (-page.linked_from, page.url))


def _draw(url: str, salt: str) -> str:
    return hashlib.sha256(f"{salt}|{url}".encode()).hexdigest()
