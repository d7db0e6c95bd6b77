"""What an office file holds: headings, pictures and their texts (ECMA-376). For `child` alone."""

import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any
from zipfile import ZipFile

from lxml import etree

LONGEST_PART = 50 * 2**20
LONGEST_TEXT = 20_000
MOST_PARTS = 300
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_BODIES = {
    "docx": r"word/(?:document|header\d*|footer\d*)\.xml",
    "xlsx": r"xl/(?:sharedStrings|drawings/drawing\d+)\.xml",
    "pptx": r"ppt/slides/slide\d+\.xml",
}
_SHEETS = {"xlsx": r"xl/worksheets/sheet\d+\.xml", "pptx": _BODIES["pptx"]}
_TITLES = ("title", "ctrTitle")


def read_office(data: bytes, kind: str) -> dict[str, Any]:
    """The fields of `FileSeen`. Raises whatever zipfile and lxml raise at what is no such file."""
    if data.startswith(_OLE):
        # With a password the whole package stands in an old container (MS-OFFCRYPTO 1.3.3).
        locked = "EncryptedPackage".encode("utf-16-le") in data
        return {"fault": "encrypted", "encrypted": True} if locked else {"fault": "damaged"}
    with ZipFile(BytesIO(data)) as package:
        parts = list(_matching(package, _BODIES[kind]))
        if not parts:
            return {"fault": "damaged"}
        roots = [_parsed(package, name) for name in parts]
        found = _pictures(roots) | {"headings": _headings(package, roots, kind)}
        core = _parsed(package, "docProps/core.xml")
        return found | {
            "pages": _pages(package, kind),
            "title": _first(core, "title"),
            "language": _language(package) or _first(core, "language"),
            "fields": sum(len(_all(root, "sdt")) + len(_all(root, "ffData")) for root in roots),
            "text": _text(roots),
        }


def _matching(package: ZipFile, pattern: str) -> Iterator[str]:
    names = [name for name in package.namelist() if re.fullmatch(pattern, name)]
    yield from sorted(names)[:MOST_PARTS]


def _parsed(package: ZipFile, name: str) -> etree._Element:
    """The root of a part; an empty one where it is not there.

    Raises:
        ValueError: it would be larger than any honest part.
    """
    try:
        with package.open(name) as part:
            data = part.read(LONGEST_PART + 1)
    except KeyError:
        return etree.Element("none")
    if len(data) > LONGEST_PART:
        raise ValueError(name)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False)
    return etree.fromstring(data, parser)


def _all(root: etree._Element, name: str) -> list[etree._Element]:
    """Every element of that local name, in whatever namespace: the standard has two of each."""
    return list(root.iter(f"{{*}}{name}"))


def _value(element: etree._Element | None, name: str) -> str:
    """An attribute by its local name, or ""."""
    items = element.items() if element is not None else ()
    return next((str(value) for key, value in items if str(key).endswith(name)), "")


def _first(root: etree._Element, name: str) -> str:
    found = next(iter(_all(root, name)), None)
    return " ".join((found.text or "").split())[:300] if found is not None else ""


def _pictures(roots: list[etree._Element]) -> dict[str, int]:
    """Pictures, and those that have no text and are not marked as decoration."""
    count = bare = 0
    for root in roots:
        for picture in _all(root, "pic"):
            holder = next(picture.iterancestors("{*}inline", "{*}anchor"), picture)
            named = next((e for e in holder.iter("{*}docPr", "{*}cNvPr")), None)
            silent = named is not None and any(
                _value(mark, "val") in ("1", "true") for mark in _all(named, "decorative")
            )
            count += 1
            bare += not (silent or _value(named, "descr").strip() or _value(named, "title").strip())
    return {"images": count, "images_without_alt": bare}


def _headings(package: ZipFile, roots: list[etree._Element], kind: str) -> int | None:
    if kind == "pptx":
        marks = [mark for root in roots for mark in _all(root, "ph")]
        return sum(_value(mark, "type") in _TITLES for mark in marks)
    if kind != "docx":
        return None
    styles = {
        _value(style, "styleId")
        for style in _all(_parsed(package, "word/styles.xml"), "style")
        for name in _all(style, "name")[:1]
        if re.match(r"heading \d|title$", _value(name, "val"), re.IGNORECASE)
    }
    used = [_value(mark, "val") for root in roots for mark in _all(root, "pStyle")]
    levels = [mark for root in roots for mark in _all(root, "outlineLvl")]
    return sum(style in styles for style in used) + len(levels)


def _pages(package: ZipFile, kind: str) -> int:
    if kind in _SHEETS:
        return sum(1 for _ in _matching(package, _SHEETS[kind]))
    said = _first(_parsed(package, "docProps/app.xml"), "Pages")
    return int(said) if said.isdecimal() and len(said) < 6 else 0


def _language(package: ZipFile) -> str:
    marks = _all(_parsed(package, "word/styles.xml"), "lang")
    return _value(marks[0], "val")[:40] if marks else ""


def _text(roots: list[etree._Element]) -> str:
    words: list[str] = []
    size = 0
    for root in roots:
        for element in root.iter("{*}t", "{*}p"):
            piece = "\n" if str(element.tag).endswith("}p") else element.text or ""
            words.append(piece)
            size += len(piece)
            if size > LONGEST_TEXT:
                return "".join(words)[:LONGEST_TEXT]
    return "".join(words).strip()
