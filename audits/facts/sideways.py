"""What makes a page wider than the window that it is laid out in.

Rows of a grid reach beyond their column by half of its gutter, and buttons have margins. On a page
that does not make up for it, the window can be pushed aside by these few pixels of empty space:
nothing is lost, and nothing need be scrolled to, which is all that WCAG 1.4.10 asks.
"""

from ideaaudit.models import Box, Layout

# A pixel of rounding is no scrolling.
TOLERANCE = 1
# The gutters of common grids: USWDS 8, Bootstrap 12 or 15, Foundation 10 or 15.
GUTTER = 16


def reach(layout: Layout) -> int:
    """How wide the page makes itself; a page that forces its window is as wide as that."""
    return max(layout.document_width, layout.window_width)


def is_wide(layout: Layout) -> bool:
    """Whether the page is wider than its window."""
    return reach(layout) > layout.width + TOLERANCE


def culprits(layout: Layout) -> tuple[Box, ...]:
    """Elements to mend: what can be seen of them sticks out, or more than a gutter of them."""
    empty = (box for box in layout.overflowing_empty if beyond(box, layout) > GUTTER)
    return (*layout.overflowing, *empty)


def gutter(layout: Layout) -> tuple[Box, ...]:
    """The elements of which a gutter of empty space is all that makes the page too wide, if so."""
    alone = not (layout.overflowing or layout.overflowing_exempt)
    slight = reach(layout) <= layout.width + GUTTER
    return layout.overflowing_empty if is_wide(layout) and alone and slight else ()


def beyond(box: Box, layout: Layout) -> int:
    """By how many CSS pixels the box sticks out."""
    return round(box.left + box.width - layout.width)
