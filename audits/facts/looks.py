"""How a page looks, in short codes that can be compared over a site."""

import re
from collections.abc import Iterator
from hashlib import blake2b
from urllib.parse import urlsplit

from ideaaudit.models import Styles

# Bundlers put a digest of the content into names of files; aggregated sheets have nothing else.
_DIGEST = re.compile(r"[0-9a-f]{7,}|(?<=css_)[\w-]{20,}", re.IGNORECASE)


def looks_of(styles: Styles | None) -> Iterator[tuple[str, str]]:
    """("style-set", 8 hex digits of the set of style sheets) and ("font", the most used family);
    nothing where no browser looked."""
    if styles is None:
        return
    sheets = sorted({_bare(sheet) for sheet in styles.sheets})
    yield "style-set", blake2b("\n".join(sheets).encode(), digest_size=4).hexdigest()
    if styles.fonts:
        yield "font", styles.fonts[0][0].strip("\"' ").lower()[:40]


def _bare(sheet: str) -> str:
    """A style sheet without its query and without a digest in its name."""
    try:
        parts = urlsplit(sheet)
    except ValueError:
        return ""
    return f"{parts.netloc}{_DIGEST.sub('#', parts.path)}"
