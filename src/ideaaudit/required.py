"""The links that law and policy ask for (law 4.1), by the words of their names and addresses.

Pure words: seeing follows these links, and judging asks whether they are there.
"""

import re
from typing import NamedTuple


class Kind(NamedTuple):
    """Patterns over text in lower case: what a link's name says, what its host and path say,
    and what is like it and is something else."""

    name: str
    path: str
    unlike: str


KINDS = {
    "privacy": Kind(
        r"\bprivacy (?:policy|policies|statement|notice|and |& |information)|^privacy$"
        r"|^privacy[,/ ]|^(?:our |your )privacy$|pol[ií]ticas? de privacidad|^privacidad$"
        r"|aviso de privacidad|privacy[^a-z]*$",
        r"privacy|privacidad",
        r"privacy[ _-]*(?:act|impact|program|office|officer|complaint|council|training|shield"
        r"|rights|threshold|assessment)|\bpias?\b|\bsorns?\b",
    ),
    "accessibility": Kind(
        r"^accessibility|\baccessibility (?:statement|support|policy|policies|help|information)"
        r"|^(?:section )?508\b|\bsection 508\b|declaraci[oó]n de accesibilidad|^accesibilidad"
        r"|\baccessibility$",
        r"/(?:[\w-]*accessib[\w-]*|section-?508[\w-]*|508|accesibilidad)(?:[/.]|$)",
        r"parking|wheelchair|campground|facilit",
    ),
    "foia": Kind(
        r"\bfoia\b|freedom of information",
        r"(?:^|[/._-])foia(?:$|[/._-])|freedom-of-information|//(?:www\.)?foia\.gov",
        r"foia[ _-]*(?:log|annual|report|library|reading|exempt)",
    ),
    "contact": Kind(
        r"^(?:contact(?: us)?|cont[aá]ct[ea]nos|contacto)$|^contact\b",
        r"/(?:[\w-]+/)*contact(?:-?us)?(?:[/.]|$)",
        r"^contact (?:lens|tracing|investig)",
    ),
}
_NAMES = {kind: re.compile(patterns.name) for kind, patterns in KINDS.items()}
_PATHS = {kind: re.compile(patterns.path) for kind, patterns in KINDS.items()}
_UNLIKE = {kind: re.compile(patterns.unlike) for kind, patterns in KINDS.items()}


def leads_to(kind: str, text: str, where: str) -> str:
    """Whether a link is of a kind: "name" where its name says so, "path" where its target does, "".

    A link that is only like it ("Privacy Act requests") is not one.

    Args:
        text: the link's accessible name, in lower case, with single spaces.
        where: its target as "//host/path", unquoted and in lower case; "" where it is no address.

    Raises:
        KeyError: there is no such kind.
    """
    unlike = _UNLIKE[kind]
    if unlike.search(text):
        return ""
    if _NAMES[kind].search(text):
        return "name"
    return "path" if where and _PATHS[kind].search(where) and not unlike.search(where) else ""


def is_unlike(kind: str, text: str) -> bool:
    """Whether a link's name is like that of a kind, and says something else."""
    return bool(_UNLIKE[kind].search(text))
