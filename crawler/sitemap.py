"""A sitemap file read: XML, index, RSS, Atom or plain text, packed or not (sitemaps.org)."""

import io
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from lxml import etree

# The protocol's own bounds (sitemaps.org, "Sitemap file requirements"); they bound us, too.
MOST_BYTES = 50 * 1024 * 1024
MOST_URLS = 50_000
LONGEST_URL = 2_048
BOM = b"\xef\xbb\xbf"
GZIP = b"\x1f\x8b"
# A feed of ten thousand levels is no feed.
DEEPEST = 50
ROOTS = {"urlset": "urlset", "sitemapindex": "index", "rss": "feed", "feed": "feed", "RDF": "feed"}
ENTRIES = {"url": "urlset", "sitemap": "index", "item": "feed", "entry": "feed"}
DATES = ("lastmod", "pubDate", "updated", "date")
NO_SITEMAP = "it is no sitemap"
URL_LINE = re.compile(r"https?://[^\s<>\"]{3,}\Z", re.IGNORECASE)


@dataclass(slots=True)
class Sitemap:
    """What a file holds.

    Attributes:
        kind: "urlset", "index", "text", "feed", or "" where it is none of these.
        size: bytes, decompressed, up to the bound.
        locations: the URLs that it names, as written, at most 50,000.
        dated: how many have a date; newest: the newest, UTC, ISO 8601, or "".
        fault: why it could not be read whole, or "".
    """

    kind: str = ""
    size: int = 0
    locations: list[str] = field(default_factory=list)
    dated: int = 0
    newest: str = ""
    fault: str = ""
    body: bytes = b""

    def add(self, location: str, date: str) -> None:
        """One entry; beyond the bound it is a fault."""
        if len(self.locations) >= MOST_URLS:
            self.fault = self.fault or f"it names more than {MOST_URLS:,} URLs"
            return
        self.locations.append(location[:LONGEST_URL])
        if date:
            self.dated += 1
            self.newest = max(self.newest, utc(date))


def read_sitemap(data: bytes, *, cut: bool = False) -> Sitemap:
    """What the bytes of an answer hold. Raises nothing, whatever they are.

    Args:
        cut: whether there was more, which was not fetched.
    """
    found = Sitemap(fault="it is larger than what was read of it" if cut else "")
    body = _unpacked(data, found)
    found.body, found.size = body, len(body)
    start = body[:4_096].removeprefix(BOM).lstrip()
    if not start:
        found.fault = found.fault or "it is empty"
    elif start.startswith(b"<") or body.startswith((b"\xff\xfe", b"\xfe\xff")):
        _read_xml(body, found)
    else:
        _read_text(body, found)
    return found


def utc(date: str) -> str:
    """A date of a sitemap (W3C) or a feed (RFC 822) as ISO 8601 in UTC, "" where it is none."""
    text = " ".join(date.split())[:40]
    if re.fullmatch(r"\d{4}(?:-\d\d)?", text):
        text = (text + "-01-01")[:10] if len(text) == 4 else text + "-01"
    for read in (datetime.fromisoformat, _of_a_feed):
        try:
            when = read(text)
            known = when if when.tzinfo else when.replace(tzinfo=UTC)
            return known.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        except (ValueError, OverflowError, TypeError):
            continue
    return ""


def _of_a_feed(text: str) -> datetime:
    return parsedate_to_datetime(text)


def _unpacked(data: bytes, found: Sitemap) -> bytes:
    """The bytes without gzip, however often a file begins anew, up to the bound."""
    if not data.startswith(GZIP):
        return data[:MOST_BYTES]
    body = bytearray()
    while data.startswith(GZIP):
        unpack = zlib.decompressobj(31)
        try:
            body += unpack.decompress(data, MOST_BYTES + 1 - len(body))
        except zlib.error:
            found.fault = found.fault or "it is packed, and damaged"
            break
        if len(body) > MOST_BYTES:
            found.fault = "it is larger than the 50 MiB of the protocol"
            break
        if not unpack.eof:
            found.fault = found.fault or "it is packed, and cut short"
            break
        data = unpack.unused_data
    return bytes(body[:MOST_BYTES])


def _read_text(body: bytes, found: Sitemap) -> None:
    """One URL a line (sitemaps.org, "Text file"), and nothing else."""
    lines = (line.strip() for line in _lines(body))
    for line in lines:
        if not line:
            continue
        if not URL_LINE.match(line):
            if found.kind:
                found.fault = found.fault or "it has lines that are no URLs"
                continue
            found.fault = found.fault or NO_SITEMAP
            return
        found.kind = "text"
        found.add(line, "")


def _lines(body: bytes) -> Iterator[str]:
    for line in io.BytesIO(body.removeprefix(BOM)):
        yield line[: LONGEST_URL * 2].decode("utf-8", "replace")


def _read_xml(body: bytes, found: Sitemap) -> None:
    """Entry by entry, so that the size of a file is not held as a tree."""
    if body[:1].isspace():
        body = body.lstrip()
        if body.startswith(b"<?xml"):
            found.fault = found.fault or "it does not begin with its first line, but with blanks"
    events = etree.iterparse(
        io.BytesIO(body),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        _entries(events, found)
    except (etree.XMLSyntaxError, UnicodeError, ValueError) as error:
        said = " ".join(str(error).split())[:200]
        found.fault = found.fault or (
            f"it is not well formed: {said}" if found.kind else NO_SITEMAP
        )
    if not found.kind:
        found.fault = found.fault or NO_SITEMAP


def _entries(events: Iterator[tuple[str, etree._Element]], found: Sitemap) -> None:
    depth = 0
    for event, element in events:
        name = _local(element)
        if event == "start":
            depth += 1
            if depth == 1:
                found.kind = ROOTS.get(name, "")
            if depth > DEEPEST:
                found.fault = found.fault or "it is nested too deeply"
            if not found.kind or depth > DEEPEST:
                return
            continue
        depth -= 1
        if ENTRIES.get(name) == found.kind:
            location, date = _entry(element)
            if location:
                found.add(location, date)
            else:
                found.fault = found.fault or f"it has a <{name}> without an address"
            above = element.getparent()
            element.clear()
            while above is not None and len(above) > 1:
                del above[0]


def _entry(element: etree._Element) -> tuple[str, str]:
    """The address and the date of an entry."""
    location = date = ""
    for child in element:
        name, text = _local(child), " ".join((child.text or "").split())
        if name in ("loc", "link") and not location:
            location = text or child.get("href") or ""
        elif name in DATES and not date:
            date = text
    return location, date


def _local(element: etree._Element) -> str:
    """The name without its namespace; "" of what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""
