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


NOTHING = r"(?!)"
KINDS = {
    "privacy": Kind(
        r"\bprivacy (?:policy|policies|statement|notice|and |& |information)|^privacy$"
        r"|^privacy[,/ ]|^(?:our |your )privacy$|pol[ií]ticas? de privacidad|^privacidad$"
        r"|aviso de privacidad|^(?:\S+ ){0,3}\S*privacy[^a-z]*$",
        r"^//privacy\.|(?:privacy|privacidad)[\w-]*(?:\.\w+)?/?$"
        r"|privacy/(?:(?:index|default)\.|[\w-]*(?:policy|policies|notice|statement))",
        r"privacy[ _-]*(?:act|impact|program|office|officer|complaint|council|training|shield"
        r"|rights|threshold|assessment)|\bpias?\b|\bsorns?\b",
    ),
    "accessibility": Kind(
        r"^accessibility|\baccessibility (?:statement|support|policy|policies|help|information)"
        r"|^(?:section )?508\b|\bsection 508\b|^accesibilidad"
        r"|(?:declaraci[oó]n|soporte|ayuda|informaci[oó]n|pol[ií]tica) (?:de|sobre) accesibilidad"
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
    "about": Kind(
        r"^about\b|^who we are$|^acerca de\b|^sobre (?:nosotros|nosotras|la|el)\b"
        r"|^qui[eé]nes somos",
        r"/(?:about|about-?us|about-[\w-]+|acerca-de[\w-]*|quienes-somos)(?:/|/?(?:index)?\.\w+)?$",
        r"^about (?:this|these|your|cookies?|privacy|foia|vulnerab|accessib|section 508)\b"
        r"|^about the (?:data|map|site|website|banner|image)|/about-(?:this|foia|cookies|privacy)",
    ),
    "vdp": Kind(
        r"vulnerability[ -]disclosure|\bvdp\b|\breport(?:ing)? (?:a |an |security )*vulnerabilit"
        r"|divulgaci[oó]n de (?:las )?vulnerabilidades",
        r"vulnerability[-_]?disclosure|/vdp(?:[/.]|$)|/\.well-known/security\.txt$",
        NOTHING,
    ),
    "no-fear": Kind(
        r"\bno[ -]?fear\b|equal employment opportunity data posted",
        r"(?:^|[/._-])no-?_?fear",
        r"no[ _-]?fear(?:[ _-]act)?[ _-](?:training|notice)",
    ),
    "privacy-program": Kind(
        r"\bprivacy program\b|\bprivacy (?:and civil liberties )?office$|programa de privacidad",
        r"^//[^/]+/privacy(?:/|/?(?:index)?\.\w+)?$|privacy-?_?program",
        NOTHING,
    ),
    "inspector-general": Kind(
        r"\binspector general\b|\boig\b",
        r"(?:^|[/._-])oig(?:[/._-]|$)|inspector-?_?general",
        r"hotline|\b(?:report|audit)s?\b",
    ),
    "performance": Kind(
        r"\bbudgets? (?:and|&) performance"
        r"|\bperformance (?:and|&) (?:budget|accountability|financial)"
        r"|\bperformance (?:reports?|plans?)\b|^budgets?$|\bbudget\b.*\bperformance\b"
        r"|informes? de desempe[nñ]o|presupuesto y desempe[nñ]o",
        r"/[\w-]*(?:budget-?_?(?:and-?_?|&)?performance|performance-?_?(?:reports?|plans?|budget)"
        r"|performance-?_?and-?_?(?:budget|accountability))|/budget(?:[/.]|$)"
        r"|//(?:www\.)?performance\.gov(?:[:/]|$)",
        r"\bweb(?:site)? performance",
    ),
    "usa-gov": Kind(
        r"(?<![\w.])usa\.?gov\b",
        r"^//(?:www\.)?(?:usa|gobiernousa)\.gov(?:[:/]|$)",
        r"(?:search|analytics|digital|vote|benefits)\.(?:usa\.)?gov",
    ),
    "plain-language": Kind(
        r"\bplain (?:writing|language)\b|\blenguaje (?:sencillo|claro)\b",
        r"plain-?_?(?:writing|language)",
        r"//(?:www\.)?plainlanguage\.gov",
    ),
    "developer": Kind(
        r"^(?:for )?developers?$|^(?:para )?desarrolladores"
        r"|\bdevelopers?'?s? (?:page|portal|center|resources|hub|tools|site)\b"
        r"|^(?:open )?apis?$|\bapis? (?:documentation|docs)$",
        r"/developers?(?:[/.]|$)|^//(?:www\.)?developers?\.[\w.-]+\.(?:gov|mil)(?:[:/]|$)",
        r"//developers?\.(?:google|mozilla|apple|android|x|twitter|facebook)\.",
    ),
}
_NAMES = {kind: re.compile(patterns.name) for kind, patterns in KINDS.items()}
_PATHS = {kind: re.compile(patterns.path) for kind, patterns in KINDS.items()}
_UNLIKE = {kind: re.compile(patterns.unlike) for kind, patterns in KINDS.items()}
# One of these stands in every name and address that any pattern accepts: most links have none.
_HINT = re.compile(
    r"privac|acces|508|foia|freedom|contac|cont[aá]ct|about|acerca|sobre|somos|who we|vulnerab"
    r"|vdp|security\.txt|fear|employment|inspector|oig|budget|performance|presupuesto|desempe"
    r"|usa\.?gov|plain|lenguaje|develop|desarrolla|apis?\b"
)


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


def kinds_of(text: str, where: str) -> dict[str, str]:
    """Every kind that a link is of, and how `leads_to` knows it; arguments as there."""
    if not _HINT.search(text) and not _HINT.search(where):
        return {}
    found = {kind: leads_to(kind, text, where) for kind in KINDS}
    return {kind: how for kind, how in found.items() if how}


def is_unlike(kind: str, text: str) -> bool:
    """Whether a link's name is like that of a kind, and says something else."""
    return bool(_UNLIKE[kind].search(text))
