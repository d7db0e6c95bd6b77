"""Whether a document that a site offers is a form, and of which shape (law 10)."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from audits.facts.paperwork import calls_itself_form, clearance_of
from audits.facts.tree import normal
from ideaaudit.models import PageObservation

_BLANKS = re.compile(r"_{5,}|[☐□❑❏▢]")
_LABELS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\b(?:full |first |last |applicant'?s? )?name\b.{0,30}[:(]|\bnombre\b.{0,30}:",
        r"\bdate of birth\b|\bfecha de nacimiento\b",
        r"\b(?:mailing |street |home )?address\b.{0,20}[:(]|\bdirecci[oó]n\b.{0,20}:",
        r"\b(?:tele)?phone (?:number|no)|\btel[eé]fono\b.{0,20}:|\bphone:",
        r"\bsocial security (?:number|no)|\bssn\b|\bseguro social\b",
        r"\bsignature\b|\bfirma\b",
        r"\bdate signed\b|\bdate\b.{0,20}[:(]|\bfecha\b.{0,10}:",
        r"\b(?:check|mark) (?:one|all|the box)|\bmarque (?:una|todas)\b",
    )
)
ENOUGH_BLANKS = 5
_ENOUGH_LABELS = 3


@dataclass(frozen=True, slots=True)
class Paper:
    """A document that asks to be filled in.

    Attributes:
        shape: "fillable"; "xfa" (for which few viewers have a program); "flat", where it surely
            has blanks and no fields; "unsure", where only its name or its labels say so.
    """

    shape: str
    name: str


def paper_of(page: PageObservation) -> Paper | None:
    """What kind of form a document is; None where it is no form, or was not read."""
    file = page.file
    if file is None or file.fault:
        return None
    name = unquote(urlsplit(page.url).path.rpartition("/")[2])
    if file.form == "xfa-dynamic":
        return Paper("xfa", name)
    if file.fields:
        return Paper("fillable", name)
    called = calls_itself_form(name, file.title)
    asks = sum(bool(label.search(normal(file.text))) for label in _LABELS)
    asks += 2 * (clearance_of(file.text) is not None) + bool(file.signature_fields)
    if len(_BLANKS.findall(file.text)) >= ENOUGH_BLANKS and (called or asks >= _ENOUGH_LABELS):
        return Paper("flat", name)
    return Paper("unsure", name) if called or asks > _ENOUGH_LABELS else None
