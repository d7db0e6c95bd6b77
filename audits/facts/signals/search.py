"""Search on a page: ("search-gov", how), and ("search-at", "X,Y"): where its box stands on a
desktop, X the middle in percent of the width to the nearest 5, Y the top in pixels to 20."""

from collections.abc import Iterator

from audits.facts.page import PageFacts

RANK = 4


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if facts.search.gov:
        yield "search-gov", facts.search.gov
    rendering = facts.page.rendering
    for layout in rendering.layouts if rendering else ():
        box = dict(layout.regions).get("search")
        if layout.name == "desktop" and box and box.width > 0 and layout.width:
            middle = 100 * (box.left + box.width / 2) / layout.width
            yield "search-at", f"{5 * round(middle / 5)},{20 * round(box.top / 20)}"
