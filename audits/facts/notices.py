"""Notices that threaten, and ways out of a site that stop people (M-23-22 A.2)."""

import re
from collections.abc import Sequence
from urllib.parse import parse_qsl, urlsplit

from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.near import Stems, first
from audits.facts.tree import normal

_ALARMS = (
    (
        "unauthorized use",
        re.compile(
            r"unauthorized (?:or improper )?(?:use|access|attempts?|modification)"
            r"[^.]{0,120}?\b(?:prohibited|punish\w*|prosecut\w*|penalt\w*|disciplin\w*|crim\w*"
            r"|18 u\.?s\.?c)"
        ),
    ),
    ("no expectation of privacy", re.compile(r"no (?:\w+ ){0,2}expectation of privacy")),
    (
        "monitored and recorded",
        re.compile(
            r"(?:monitored|intercepted|recorded)(?:, | and |, and |/)(?:\w+,? (?:and )?){0,3}"
            r"(?:monitored|recorded|audited|intercepted|disclosed|inspected|copied)\b"
        ),
    ),
    (
        "government information system",
        re.compile(
            r"you are (?:accessing|about to access|entering) an? (?:u\.?s\.? |united states )"
            r"(?:federal )?government (?:information |computer )?(?:system|network|computer)"
        ),
    ),
    ("uso no autorizado", re.compile(r"uso no autorizado[^.]{0,120}?\b(?:prohibid|penal|sancion)")),
    ("sin expectativa de privacidad", re.compile(r"expectativas? (?:\w+ )?de privacidad")),
)
# One of these stands in each of those.
_STEMS = (
    Stems("unauthorized "),
    Stems("expectation of privacy"),
    Stems("monitored", "intercepted", "recorded"),
    Stems("you are accessing", "you are about to", "you are entering"),
    Stems("uso no autorizado"),
    Stems("expectativa"),
)
_READ = 200_000
_ABOUT = re.compile(
    r"privacy|security|polic(?:y|ies)|disclaimer|terms of|notices?\b|legal|rules of behavior"
    r"|privacidad|seguridad|pol[ií]tica|t[eé]rminos|avisos?\b"
)
_LEAVING = re.compile(
    r"you(?:'re| are) (?:now |about to )?(?:leav|exit)ing|leaving (?:this|our|the|a) "
    r"|est[aá] (?:saliendo|por salir)|abandona(?:ndo)? (?:este|el) sitio"
)
_EXIT_PATH = re.compile(r"/(?:exit|leaving|leave|external|offsite|disclaimer|redirect)[\w-]*", re.I)


def alarms_of(text: str) -> list[str]:
    """Which threatening phrases a text, as it is compared, has, in words."""
    folded = text[:_READ].replace("unauthorised", "unauthorized")
    return [
        name
        for (name, pattern), stems in zip(_ALARMS, _STEMS, strict=True)
        if first(pattern, folded, stems.stretches(folded))
    ]


def is_legal_page(document: Document) -> bool:
    """Whether a page is about policies or notices itself, where such text belongs."""
    heads = " ".join(text for level, text in document.headings if level == 1)
    path = urlsplit(document.url).path.lower()
    return bool(_ABOUT.search(normal(f"{document.title} {heads}")) or _ABOUT.search(path))


def exits_of(links: Sequence[Link]) -> list[Link]:
    """Links that lead out of the site by way of a page or a question that stops the visitor."""
    return [link for link in links if _LEAVING.search(_script(link)) or _is_exit(link)]


def _script(link: Link) -> str:
    return normal(link.markup) if "onclick" in link.markup else ""


def _is_exit(link: Link) -> bool:
    if "?" not in link.href or not _EXIT_PATH.search(link.href):
        return False
    parts = urlsplit(link.href)
    if not _EXIT_PATH.search(parts.path):
        return False
    return any(value.startswith(("http:", "https:")) for _, value in parse_qsl(parts.query))
