"""What a PDF holds: its tags, its words, its form (ISO 32000-2). Runs in `child` alone."""

from collections.abc import Iterator
from io import BytesIO
from typing import Any

from pypdf import PdfReader
from pypdf.generic import ArrayObject, DictionaryObject

FIRST_PAGES, LAST_PAGES = 12, 4
MOST_FIELDS = 5_000
LONGEST_TEXT = 20_000
LONGEST_END = 6_000
_PUSH_BUTTON = 1 << 16  # table 229, bit 17
# Table 22: bit 10 in revision 3 and later, bit 5 in revision 2.
_FOR_ASSISTIVE, _COPY = 1 << 9, 1 << 4


def read_pdf(data: bytes) -> dict[str, Any]:
    """The fields of `FileSeen`. Raises whatever pypdf raises at what is no PDF."""
    reader = PdfReader(BytesIO(data), strict=False)
    found: dict[str, Any] = {"encrypted": reader.is_encrypted}
    if reader.is_encrypted:
        found["assistive"] = _assistive(_dictionary(reader.trailer, "/Encrypt"))
        if not reader.decrypt(""):
            return found | {"fault": "encrypted"}
    root = _dictionary(reader.trailer, "/Root")
    found |= {
        "pages": len(reader.pages),
        "tagged": _tagged(root),
        "title": _title(reader),
        "display_title": _flag(_dictionary(root, "/ViewerPreferences"), "/DisplayDocTitle"),
        "language": _words(_get(root, "/Lang"))[:40],
    }
    return found | _form(root) | _text(reader)


def _get(holder: Any, key: str) -> Any:
    """The value of a key, with references followed; None where there is none."""
    value: Any = holder.get(key) if isinstance(holder, dict) else None
    return value.get_object() if hasattr(value, "get_object") else value


def _dictionary(holder: Any, key: str) -> DictionaryObject:
    value = _get(holder, key)
    return value if isinstance(value, DictionaryObject) else DictionaryObject()


def _flag(holder: DictionaryObject, key: str) -> bool:
    return bool(getattr(_get(holder, key), "value", False))


def _words(value: Any) -> str:
    return " ".join(value.split()) if isinstance(value, str) else ""


def _tagged(root: DictionaryObject) -> bool | None:
    """Whether it is marked as tagged and has a structure; None where only one of them is there."""
    marked = _flag(_dictionary(root, "/MarkInfo"), "/Marked")
    structure = _get(_dictionary(root, "/StructTreeRoot"), "/K") is not None
    return marked if marked == structure else None


def _title(reader: PdfReader) -> str:
    """The title in the document information, else in the metadata stream."""
    try:
        named = _words(reader.metadata.title if reader.metadata else None)
        if named:
            return named[:300]
        titles = reader.xmp_metadata.dc_title if reader.xmp_metadata else {}
        return next((_words(title)[:300] for title in (titles or {}).values() if title), "")
    except Exception:  # noqa: BLE001 - broken metadata is none
        return ""


def _assistive(encryption: DictionaryObject) -> bool | None:
    """Whether its permissions let assistive technology read it."""
    permissions, revision = _get(encryption, "/P"), _get(encryption, "/R")
    if not isinstance(permissions, int) or not isinstance(revision, int):
        return None
    return bool(permissions & (_FOR_ASSISTIVE | _COPY if revision >= 3 else _COPY))


def _form(root: DictionaryObject) -> dict[str, Any]:
    form = _dictionary(root, "/AcroForm")
    counts = {"fields": 0, "unnamed_fields": 0, "signature_fields": 0}
    for kind, flags, named in _fields(_get(form, "/Fields")):
        if kind == "/Sig":
            counts["signature_fields"] += 1
        elif kind in ("/Tx", "/Ch") or (kind == "/Btn" and not flags & _PUSH_BUTTON):
            counts["fields"] += 1
            counts["unnamed_fields"] += not named
    made = any(counts.values())
    shape = "acroform" if made else ""
    if "/XFA" in form:
        dynamic = _flag(root, "/NeedsRendering") or not made
        shape = "xfa-dynamic" if dynamic else "xfa"
    return {"form": shape, **counts}


def _fields(top: Any) -> Iterator[tuple[str, int, bool]]:
    """Every field at the end of the tree: its type, its flags, and whether it has a tooltip."""
    waiting: list[tuple[Any, str, int]] = [(one, "", 0) for one in _listed(top)]
    seen: set[int] = set()
    while waiting and len(seen) < MOST_FIELDS:
        reference, kind, flags = waiting.pop()
        field = reference.get_object() if hasattr(reference, "get_object") else reference
        if not isinstance(field, DictionaryObject) or id(field) in seen:
            continue
        seen.add(id(field))
        kind = str(_get(field, "/FT") or kind)
        own = _get(field, "/Ff")
        flags = int(own) if isinstance(own, int) else flags
        below = [one for one in _listed(_get(field, "/Kids")) if _named(one)]
        if below:
            waiting += [(one, kind, flags) for one in below]
        else:
            yield kind, flags, bool(_words(_get(field, "/TU")))


def _listed(value: Any) -> list[Any]:
    return list(value)[:MOST_FIELDS] if isinstance(value, ArrayObject) else []


def _named(reference: Any) -> bool:
    """Whether a child is a field of its own; one without a name is but a widget of its parent."""
    child = reference.get_object() if hasattr(reference, "get_object") else reference
    return isinstance(child, DictionaryObject) and "/T" in child


def _text(reader: PdfReader) -> dict[str, Any]:
    """The text of the first and last pages, how many have any, and the images on them."""
    count = len(reader.pages)
    numbers = sorted({*range(min(count, FIRST_PAGES)), *range(max(0, count - LAST_PAGES), count)})
    texts, images, broken = [], 0, 0
    for number in numbers:
        try:
            texts.append(reader.pages[number].extract_text())
            images += _images(reader.pages[number])
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - one page that cannot be read costs itself
            broken += 1
    if numbers and broken == len(numbers):
        return {"fault": "damaged"}
    text = "\n".join(texts)
    if len(text) > LONGEST_TEXT:
        text = f"{text[: LONGEST_TEXT - LONGEST_END - 1]}\n{text[-LONGEST_END:]}"
    return {
        "text_pages": sum(any(c.isalnum() for c in one) for one in texts),
        "images": None if broken else images,
        "text": text.encode("utf-8", "replace").decode(),
    }


def _images(page: Any) -> int:
    objects = _dictionary(_dictionary(page, "/Resources"), "/XObject")
    kinds = [_get(_dictionary(objects, name), "/Subtype") for name in list(objects)[:1000]]
    return kinds.count("/Image")
