"""What the text of a page's style sheets says of the design system that it is built with."""

import re
from collections.abc import Iterable

from playwright.async_api import Error as PlaywrightError
from playwright.async_api import Response

MOST_SHEETS = 30
MOST_BYTES = 12_000_000
VERSION = re.compile(r"uswds\s{0,3}(?:@|-)?\s{0,3}v?(\d{1,3}\.\d{1,3}\.\d{1,3})", re.IGNORECASE)
WORDS = (
    ("uswds", re.compile(r"uswds", re.IGNORECASE)),
    ("public-sans", re.compile(r"public[ -]?sans", re.IGNORECASE)),
    ("us-flag", re.compile(r"us_flag_small", re.IGNORECASE)),
)


def marks_in(text: str) -> tuple[str, ...]:
    """The marks of USWDS in one sheet: "uswds", "uswds 3.8.1", "public-sans", "us-flag"."""
    found = [name for name, pattern in WORDS if pattern.search(text)]
    version = VERSION.search(text)
    return (*found, *([f"uswds {version[1]}"] if version else []))


async def observe_marks(
    sheets: Iterable[Response], known: dict[str, tuple[str, ...]]
) -> tuple[str, ...]:
    """The marks of all sheets that could be read, each once.

    Args:
        known: the marks of sheets by URL that this site's other pages had; added to.
    """
    marks: list[str] = []
    for response in list(sheets)[:MOST_SHEETS]:
        if response.url not in known:
            known[response.url] = await _read(response)
        marks += known[response.url]
    return tuple(dict.fromkeys(marks))


async def _read(response: Response) -> tuple[str, ...]:
    length = response.headers.get("content-length", "")
    if response.status != 200 or (length.isdigit() and int(length[:12]) > MOST_BYTES):
        return ()
    try:
        return marks_in(await response.text())
    except (PlaywrightError, UnicodeDecodeError):
        return ()
