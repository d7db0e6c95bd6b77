"""Forms that ask people who they are, and what is said of privacy where they do."""

import re
from collections.abc import Sequence

from audits.facts.forms import WebForm
from audits.facts.links import Link

_NAMES = frozenset({"name", "given-name", "family-name"})
_MORE = frozenset(
    {"bday", "street-address", "address-level2", "postal-code", "email", "tel"}
)  # fmt: skip
_OUTSIDE = frozenset({"search", "filter"})
_STATEMENT = re.compile(
    r"\bprivacy (?:act|notice|statement|advisory|policy)\b|\b5 u\.?s\.?c\.? ?(?:§ ?)?552a\b"
    r"|\bpaperwork reduction act and privacy\b|\bley de privacidad\b|\bpol[ií]tica de privacidad\b"
    r"|\b(?:aviso|declaraci[oó]n) de privacidad\b|\bacta de privacidad\b"
)
_PRIVACY = re.compile(r"privacy|privacidad")


def asking_who(forms: Sequence[WebForm]) -> tuple[WebForm, ...]:
    """The forms that ask for a Social Security number, or for a name and one of birth date,
    address, e-mail and telephone; searches and filters are none."""
    return tuple(form for form in forms if form.kind not in _OUTSIDE and _asks(form))


def _asks(form: WebForm) -> bool:
    purposes = {field.purpose for field in form.fields}
    return "ssn" in purposes or bool(purposes & _NAMES and purposes & _MORE)


def says_privacy(text: str) -> bool:
    """Whether a text speaks of a privacy statement or notice, or is one. In lower case."""
    return bool(_STATEMENT.search(text))


def privacy_links(links: Sequence[Link]) -> list[Link]:
    """Every link that is called for privacy or leads to such a page."""
    return [one for one in links if _PRIVACY.search(one.text) or _PRIVACY.search(one.where)]
