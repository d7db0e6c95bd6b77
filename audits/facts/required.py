"""Which of a page's links are the ones that law and policy ask for (law 4.1)."""

import re
from functools import lru_cache

from audits.facts.latest import of_latest
from audits.facts.links import Link
from ideaaudit import required

KINDS = tuple(required.KINDS)
# Policies of another thing lead to no other policy.
_OTHER_POLICIES = re.compile(
    r"vulnerability|disclosure polic|accessib|foia|no fear|linking|security"
)
_POLICIES = re.compile(
    r"\bpolic(?:y|ies)\b|\bnotices?\b|\blegal\b|\bdisclaimers?\b|important links|\bterms\b"
    r"|pol[ií]ticas|aviso"
)
# A name that says all that there is behind it.
_ONE_THING = re.compile(
    r"^(?:our |the )?(?:privacy (?:policy|statement|notice)|disclaimers?"
    r"|(?:pol[ií]tica|aviso) de privacidad)$"
)


def links_to(kind: str, links: tuple[Link, ...]) -> list[Link]:
    """The links of one kind, by name or by target; those with a clear name first.

    `kind` is one of `KINDS`; its words stand in `ideaaudit.required`. A link that is only like it
    ("Privacy Act requests") is not one.
    """
    return list(_sorted(links).get(kind, ()))


@of_latest
def _sorted(links: tuple[Link, ...]) -> dict[str, list[Link]]:
    """The links of each kind: each check asks for one."""
    named: dict[str, list[Link]] = {}
    aimed: dict[str, list[Link]] = {}
    for link in links:
        for kind, how in _kinds(link.text, link.where).items():
            (named if how == "name" else aimed).setdefault(kind, []).append(link)
    both = {**named, **aimed}
    return {kind: named.get(kind, []) + aimed.get(kind, []) for kind in both}


@lru_cache(maxsize=16_384)
def _kinds(text: str, where: str) -> dict[str, str]:
    """Of what kinds a link is; most links stand on every page of a site."""
    return required.kinds_of(text, where)


def near_links_to(kind: str, links: tuple[Link, ...]) -> list[Link]:
    """Links in a footer that may lead to it by way of another page, or bear its name in part."""
    exact = {id(link) for link in links_to(kind, links)}
    return [
        link
        for link in links
        if link.in_footer
        and id(link) not in exact
        and (required.is_unlike(kind, link.text) or _may_lead(kind, link.text))
    ]


def _may_lead(kind: str, text: str) -> bool:
    if kind != "privacy" and _ONE_THING.search(text):
        return False
    return bool(_POLICIES.search(text)) and not _OTHER_POLICIES.search(text)
