"""What a page lets its visitors choose, and what it keeps for them (M-23-22 III.A.7)."""

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice

from audits.facts.document import Document
from audits.facts.forms import WebForm
from audits.facts.links import Link
from audits.facts.tree import classes, name_of, normal

_NAMED = {
    "filter": r"^(?:filters?|filter (?:by|results)|refine (?:by|results|search)|narrow (?:by|your)"
    r"|apply filters?|filtrar|filtros)\b",
    "sort": r"^(?:sort|sort by|order by|ordenar(?: por)?)\b",
    "text-size": r"\b(?:text|font) size\b|^(?:increase|decrease|larger|smaller) text\b"
    r"|tama[ñn]o (?:de|del) (?:texto|letra)",
    "theme": r"\b(?:dark|light) (?:mode|theme)\b|\bhigh contrast\b|\bmodo oscuro\b|alto contraste",
    "saved": r"\bsaved? (?:search(?:es)?|preferences|settings|items)\b"
    r"|^(?:my |manage )?preferences$|mis preferencias|guardar (?:b[uú]squeda|preferencias)",
}
_ACCOUNT = {
    "account": r"^(?:my|your|create an?|manage (?:my|your)) (?:account|profile)\b|^register$"
    r"|^(?:mi|crear (?:una )?) ?(?:cuenta|perfil)\b|^my [a-z]{2,12}$",
    "status": r"\b(?:check|track|view|see) (?:the |my |your |an? )?(?:\w+ ){0,3}(?:status|refund"
    r"|case|claim|application|order|request)\b|where'?s my refund"
    r"|(?:consult[ae]r?|verificar?|revis[ae]r?) (?:el )?(?:estado|estatus)",
    "resume": r"\bsave (?:and|&) (?:continue|return|finish)\b|\b(?:continue|finish) later\b"
    r"|\bresume (?:my |your |an? )?application\b|guardar y continuar",
}
_KINDS = {name: re.compile(words) for name, words in (_NAMED | _ACCOUNT).items()}
_ANY = re.compile("|".join((*_NAMED.values(), *_ACCOUNT.values())))
_SORTABLE = frozenset({"sortable", "datatable", "datatables", "tablesorter", "usa-table--sortable"})
_MOST, _LONGEST = 300, 60


def controls_of(document: Document, forms: Sequence[WebForm], names: Sequence[str]) -> list[str]:
    """Kinds of controls by which visitors make a page theirs, sorted: "filter", "sort", "tabs",
    "text-size", "theme", "saved".

    Args:
        names: see `names_of`.
    """
    found = {"filter"} if any(form.kind == "filter" for form in forms) else set()
    found |= _NAMED.keys() & frozenset().union(*map(_kinds, names))
    if "tablist" in document.roles.values():
        found.add("tabs")
    if _is_sorted(document) or any(
        _SORTABLE.intersection(classes(table)) for table in document.body.iter("table")
    ):
        found.add("sort")
    return sorted(found)


def _is_sorted(document: Document) -> bool:
    return bool(document.having("aria-sort") or document.having("data-sortable"))


def accounts_of(names: Sequence[str]) -> list[str]:
    """What a page keeps for those who come back, sorted: "account", "status", "resume"."""
    return sorted(_ACCOUNT.keys() & frozenset().union(*map(_kinds, names)))


# Most names stand on every page of a site, and say nothing of the kind.
@lru_cache(maxsize=8192)
def _kinds(name: str) -> frozenset[str]:
    if not _ANY.search(name):
        return frozenset()
    return frozenset(kind for kind, words in _KINDS.items() if words.search(name))


def names_of(document: Document, links: Sequence[Link]) -> list[str]:
    """The different short names of links, and of the first buttons and labels, as they are
    compared."""
    names = [link.text for link in links]
    elements = document.body.iter("button", "label", "summary", "legend")
    names += [normal(name_of(element)) for element in islice(elements, _MOST)]
    return list(dict.fromkeys(name for name in names if 0 < len(name) <= _LONGEST))
