"""Which pages are rendered: a pure function of the set of pages, so that order never matters.

After WCAG-EM 1.0, step 3: a structured sample (home, key pages, forms, every template, the
most linked pages) and a random tenth beside it, seeded, so that the same site gives the same
sample again.
"""

import hashlib
import math
import re
from collections.abc import Iterable, Iterator, Sequence

from ideaaudit.models import PageClass
from ideaaudit.storage import Offered, Walked

# The last part of the path says it: /about/ is a key page, and /about/news/2019 is not.
KEY_PAGES = re.compile(
    r"/(?:contact|accessibility|section-?508|privacy|foia|about|search|sitemap|login|sign-?in|"
    r"vulnerability-disclosure|no-fear|forms?)(?:[-_][^/?]*)?(?:\.\w+|/|/index\.\w+)?(?:\?|$)",
    re.IGNORECASE,
)
A_TEMPLATE = 2
RANDOM_SHARE = 0.1


def choose_sample(pages: Iterable[Walked], budget: int, seed: int) -> dict[str, str]:
    """URLs to render, with why each is in the sample, most telling first.

    Args:
        pages: every page that could be rendered; their order does not matter.
        budget: how many may be rendered.
        seed: of the random part; kept with the run.
    """
    every = sorted(pages, key=lambda page: page.url)
    if len(every) <= budget:
        return dict.fromkeys((page.url for page in every), "every page is rendered")
    chance = max(1, math.ceil(budget * RANDOM_SHARE)) if budget > 1 else 0
    sample: dict[str, str] = {}
    for url, why in _structured(every):
        if len(sample) >= budget - chance:
            break
        sample.setdefault(url, why)
    rest = sorted((page.url for page in every), key=lambda url: _draw(url, seed))
    for url in rest:
        if len(sample) >= budget:
            break
        sample.setdefault(url, "random part")
    return sample


def choose_documents(offered: Iterable[Offered], budget: int, seed: int) -> list[str]:
    """URLs of documents to read beside those that were chosen before: what most pages link to
    first, and where as many link to each, by a seeded draw."""
    every = tuple(offered)
    room = budget - sum(one.chosen for one in every)
    ranked = sorted(
        (one for one in every if not one.chosen),
        key=lambda one: (-one.linked_from, _draw(one.url, seed)),
    )
    return [one.url for one in ranked[: max(0, room)]]


def _structured(pages: Sequence[Walked]) -> Iterator[tuple[str, str]]:
    first = min(pages, key=lambda page: (page.depth, page.url))
    yield first.url, "home page"
    for page in _most_linked(page for page in pages if KEY_PAGES.search(page.url)):
        yield page.url, "key page"
    for page in _most_linked(p for p in pages if p.page_class in (PageClass.FORM, PageClass.LOGIN)):
        yield page.url, "form"
    for rank in range(A_TEMPLATE):
        for template in _templates(pages):
            if rank < len(template):
                yield template[rank].url, f"template {template[rank].template[:6]}"
    for page in _most_linked(pages):
        yield page.url, "most linked"


def _templates(pages: Sequence[Walked]) -> list[list[Walked]]:
    """Pages by template, the largest template first, the most linked page of each first."""
    groups: dict[str, list[Walked]] = {}
    for page in _most_linked(pages):
        groups.setdefault(page.template, []).append(page)
    return sorted(groups.values(), key=lambda group: (-len(group), group[0].template))


def _most_linked(pages: Iterable[Walked]) -> list[Walked]:
    return sorted(pages, key=lambda page: (-page.linked_from, page.url))


def _draw(url: str, seed: int) -> str:
    return hashlib.sha256(f"{seed}|{url}".encode()).hexdigest()
