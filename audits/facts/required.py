"""Which of a page's links are the ones that law and policy ask for (law 4.1)."""

import re
from collections.abc import Sequence

from audits.facts.links import Link

# Each kind: what its name says, what its path says, and what is like it and is something else.
_KINDS = {
    "privacy": (
        r"\bprivacy (?:policy|policies|statement|notice|and |& |information)|^privacy$"
        r"|^privacy[,/ ]|^(?:our |your )privacy$|pol[ií]ticas? de privacidad|^privacidad$"
        r"|aviso de privacidad|privacy[^a-z]*$",
        r"privacy|privacidad",
        r"privacy[ _-]*(?:act|impact|program|office|officer|complaint|council|training|shield"
        r"|rights|threshold|assessment)|\bpias?\b|\bsorns?\b",
    ),
    "accessibility": (
        r"^accessibility|\baccessibility (?:statement|support|policy|policies|help|information)"
        r"|^(?:section )?508\b|\bsection 508\b|declaraci[oó]n de accesibilidad|^accesibilidad"
        r"|\baccessibility$",
        r"/(?:[\w-]*accessib[\w-]*|section-?508[\w-]*|508|accesibilidad)(?:[/.]|$)",
        r"parking|wheelchair|campground|facilit",
    ),
    "foia": (
        r"\bfoia\b|freedom of information",
        r"(?:^|[/._-])foia(?:$|[/._-])|freedom-of-information|//(?:www\.)?foia\.gov",
        r"foia[ _-]*(?:log|annual|report|library|reading|exempt)",
    ),
    "contact": (
        r"^(?:contact(?: us)?|cont[aá]ct[ea]nos|contacto)$|^contact\b",
        r"/(?:[\w-]+/)*contact(?:-?us)?(?:[/.]|$)",
        r"^contact (?:lens|tracing|investig)",
    ),
}
_PATTERNS = {
    kind: tuple(re.compile(pattern) for pattern in patterns) for kind, patterns in _KINDS.items()
}
KINDS = tuple(_KINDS)
# Policies of another thing lead to no other policy.
_OTHER_POLICIES = re.compile(
    r"vulnerability|disclosure polic|accessib|foia|no fear|linking|security"
)
_POLICIES = re.compile(
    r"\bpolic(?:y|ies)\b|\bnotices?\b|\blegal\b|\bdisclaimers?\b|important links|\bterms\b"
    r"|pol[ií]ticas|aviso"
)


def links_to(kind: str, links: Sequence[Link]) -> list[Link]:
    """The links of one kind, by name or by target; those with a clear name first.

    `kind` is one of `KINDS`. A link that is only like it ("Privacy Act requests") is not one.
    """
    name, path, unlike = _PATTERNS[kind]
    named, aimed = [], []
    for link in links:
        if name.search(link.text) and not unlike.search(link.text):
            named.append(link)
        elif _aims(link, path, unlike):
            aimed.append(link)
    return named + aimed


def near_links_to(kind: str, links: Sequence[Link]) -> list[Link]:
    """Links in a footer that may lead to it by way of another page, or bear its name in part."""
    exact = {id(link) for link in links_to(kind, links)}
    _, _, unlike = _PATTERNS[kind]
    return [
        link
        for link in links
        if link.in_footer
        and id(link) not in exact
        and (unlike.search(link.text) or _may_lead(link.text))
    ]


def _may_lead(text: str) -> bool:
    return bool(_POLICIES.search(text)) and not _OTHER_POLICIES.search(text)


def _aims(link: Link, path: re.Pattern[str], unlike: re.Pattern[str]) -> bool:
    if not link.where or unlike.search(link.text):
        return False
    return bool(path.search(link.where)) and not unlike.search(link.where)
