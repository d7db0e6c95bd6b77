"""Chromium's HSTS preload list, read from a file, and what it says of a domain."""

import base64
import binascii
import gzip
import json
import re
import zlib
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from ideaaudit.models import Preload
from ideaaudit.web import registered_domain

COMMENT = re.compile(r"^[ \t]*//.*$", re.MULTILINE)
DATED = re.compile(r"^[ \t]*//.*\b(\d{4}-\d\d-\d\d)\b", re.MULTILINE)
START = 4_000


@dataclass(frozen=True, slots=True)
class PreloadList:
    """The names that browsers reach over HTTPS alone, with every name below them.

    Attributes:
        dated: when the list was published, as far as the file says, ISO 8601.
    """

    names: frozenset[str]
    dated: str

    def seen_of(self, site: str) -> Preload:
        """What the list says of a site's registered domain: itself, or one above it."""
        labels = registered_domain(site.partition(":")[0]).split(".")
        above = (".".join(labels[at:]) for at in range(len(labels)))
        by = next((name for name in above if name in self.names), "")
        return Preload(bool(by), by, self.dated)


def read_preload_list(path: Path) -> PreloadList:
    """The list of transport_security_state_static.json: as Chromium has it, with its comments,
    packed by gzip, or in Base64 as googlesource.com serves it.

    Raises:
        OSError: the file cannot be read.
        ValueError: it is not that list.
    """
    data = path.read_bytes()
    text = _text(data)
    try:
        entries = json.loads(COMMENT.sub("", text))["entries"]
        names = frozenset(
            entry["name"].lower()
            for entry in entries
            if entry.get("mode") == "force-https" and entry.get("include_subdomains")
        )
    except (KeyError, TypeError, AttributeError, RecursionError) as error:
        raise ValueError(f"it has no list of entries ({error!r})") from error
    return PreloadList(names, _dated(text, path))


def _text(data: bytes) -> str:
    """The text of the file, unpacked and decoded as its bytes say."""
    if data.startswith(b"\x1f\x8b"):
        try:
            data = gzip.decompress(data)
        except (OSError, EOFError, zlib.error) as error:
            raise ValueError(f"it is packed, and damaged ({error})") from error
    start = data[:START].lstrip()
    if start and not start.startswith((b"{", b"/", b"\xef\xbb\xbf")):
        try:
            data = base64.b64decode(data, validate=False)
        except binascii.Error as error:
            raise ValueError(f"it is neither JSON nor Base64 ({error})") from error
    return data.decode("utf-8-sig", "replace")


def _dated(text: str, path: Path) -> str:
    """The first date of the comments at its head, else that of the file."""
    named = DATED.search(text[:START])
    if named:
        return named.group(1)
    return datetime.fromtimestamp(path.stat().st_mtime, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
