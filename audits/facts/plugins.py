"""Content that only a plug-in could show, which no browser runs any more."""

import re
from dataclasses import dataclass

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.tree import markup

# By type, by file and by the class id that Internet Explorer's plug-ins had.
_KINDS = tuple(
    (kind, re.compile(pattern))
    for kind, pattern in (
        ("Flash", r"shockwave-flash|futuresplash|\.swf\b|clsid:d27cdb6e"),
        ("Silverlight", r"x-silverlight|\.xap\b|clsid:dfeaf541"),
        (
            "Java",
            r"x-java-(?:applet|bean|vm)|\bjava:|\.class\b|\.jar\b|clsid:(?:8ad9c840|cafeefac)",
        ),
        ("Shockwave", r"x-director|\.dcr\b|clsid:166b1bca"),
        ("RealPlayer", r"vnd\.rn-real|pn-realaudio|clsid:cfcdaa03"),
        ("Windows Media Player", r"x-mplayer2|x-ms-wmp|clsid:(?:6bf52a52|22d6f312)"),
        ("QuickTime", r"video/quicktime|clsid:02bf25d5"),
        ("ActiveX", r"clsid:|x-oleobject"),
    )
)
_ATTRIBUTES = ("type", "data", "src", "classid", "codetype", "code", "archive", "codebase")
# What Adobe's and others' scripts call to write an object element.
_WRITERS = ("swfobject.embedSWF", "AC_FL_RunContent", "Silverlight.createObject")


@dataclass(frozen=True, slots=True)
class Plugin:
    """An element for a plug-in: "Flash", "Java", "ActiveX", ..."""

    kind: str
    markup: str


def plugins_of(document: Document) -> tuple[Plugin, ...]:
    """Every element of the page that only a plug-in could show, in the page's order."""
    elements = document.root.iter("object", "embed", "applet")
    return tuple(Plugin(kind, markup(e)) for e in elements if (kind := _kind(e)))


def writes_plugin(text: str) -> bool:
    """Whether a script in the markup is there to write such an element."""
    return any(call in text for call in _WRITERS)


def _kind(element: Element) -> str:
    if element.tag == "applet":
        return "Java"
    said = [element.get(key) or "" for key in _ATTRIBUTES]
    said += [e.get("value") or "" for e in element.iterchildren("param") if _names_file(e)]
    text = " ".join(said).lower()
    return next((kind for kind, pattern in _KINDS if pattern.search(text)), "")


def _names_file(param: Element) -> bool:
    return (param.get("name") or "").lower() in ("movie", "src", "source", "code", "archive")
