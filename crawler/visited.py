"""A site's most visited pages, where the operator has a list of them."""

import csv
import re
from functools import lru_cache
from pathlib import Path

from ideaaudit.settings import SettingsError

MOST = 100_000
# What stands at the front of one spelling of an address and not of another.
FRONT = re.compile(r"^https?://(?:www\.)?|^www\.", re.IGNORECASE)
ADDRESS = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?(?:/\S*)?")


@lru_cache(maxsize=1)
def most_visited(file: str) -> tuple[str, ...]:
    """Addresses as `bare` has them, most visited first: the first address of each line.

    So both a list of URLs and the CSV of analytics.usa.gov do. "" is no list.

    Raises:
        SettingsError: the file cannot be read, or no line of it has an address.
    """
    if not file:
        return ()
    try:
        rows = list(csv.reader(Path(file).read_text(encoding="utf-8-sig").splitlines()[:MOST]))
    except (OSError, UnicodeDecodeError, csv.Error) as error:
        why = getattr(error, "strerror", None) or "it is not a list in UTF-8"
        raise SettingsError(f"{file} cannot be read: {why} (--visited).") from error
    cells = ([bare(cell) for cell in row if ADDRESS.fullmatch(bare(cell))] for row in rows)
    found = tuple(dict.fromkeys(addresses[0] for addresses in cells if addresses))
    if not found:
        raise SettingsError(f"{file} names no page (--visited).")
    return found


def bare(url: str) -> str:
    """An address without scheme, "www." and the slash at its end: lists leave them out."""
    return FRONT.sub("", url.strip()).partition("#")[0].rstrip("/")
