"""What a text says of the ways to hand a form in: online, or on paper alone (law 10)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from audits.facts.links import Link
from audits.facts.near import Stems, first

_FORMS = r"(?:form|application|request|claim|petition|submission|filing|document)s?"
_FORMAS = r"(?:formularios?|solicitud(?:es)?|documentos?)"
_ONLY = re.compile(
    rf"\b{_FORMS}\b[^.?!]{{0,80}}\b(?:cannot|can ?not|can't|may not|must not) be "
    r"(?:submitted|filed|completed|sent|accepted|processed) (?:online|electronically)\b"
    rf"|\b(?:online|electronic) {_FORMS} (?:are|is|will) not (?:be )?(?:accepted|available)\b"
    rf"|\b(?:do|does|can) ?not accept (?:any )?(?:online|electronic) {_FORMS}\b"
    rf"|\b{_FORMS}\b[^.?!]{{0,80}}\b(?:can|may|must) only be (?:submitted|filed|sent|returned) "
    r"(?:by (?:u\.?s\.? |postal )?mail|on paper|in person|in hard ?copy)\b"
    rf"|\b{_FORMS}\b[^.?!]{{0,80}}\b(?:submitted|filed|accepted) (?:only )?"
    r"(?:by (?:postal )?mail|on paper|in hard ?copy) only\b"
    rf"|\bonly (?:paper|hard ?copy|mailed) {_FORMS} (?:are|will be) (?:accepted|processed)\b"
    rf"|\baccepts? only (?:paper|hard ?copy|mailed) {_FORMS}\b"
    rf"|\bno se aceptan? {_FORMAS} (?:en l[ií]nea|electr[oó]nic[oa]s?)"
    rf"|\b{_FORMAS}\b[^.?!]{{0,80}}\bno se puede[n]? (?:presentar|enviar|completar) en l[ií]nea\b"
)
_PAPER = re.compile(
    r"\bprint(?:,|,? and|,? then) (?:complete|sign|fill|mail)\b"
    r"|\bprint (?:out )?(?:the|this|your) (?:form|application|request|claim|petition)s?\b"
    rf"|\bmail (?:the |your |this )?(?:completed |signed |original ){{1,2}}{_FORMS}\b"
    rf"|\b(?:mail|fax|return|deliver|send) (?:the|your|this|it|these)? ?{_FORMS} (?:by mail )?to\b"
    r"(?! [^ @]{1,64}@)"
    rf"|\bfax (?:it|the|your|completed)\b|\b(?:submit|apply|file|return)[^.?!]{{0,40}} in person\b"
    r"|\bnotari[sz]ed\b|\bimprima (?:y|,|el|la|este|esta)\b"
    rf"|\benv[ií]e (?:por correo|por fax) (?:postal )?(?:el|la|su|este|esta)? ?{_FORMAS}\b"
)
# No match of any pattern here is longer.
_REACH = 200
_ONLY_WORDS = Stems(
    "not be ", "'t be ", "not accept", "not available", "only be ", "mail only", "paper only",
    "copy only", "only paper", "only hard", "only mailed", "no se acepta", "no se puede",
)  # fmt: skip
_PAPER_WORDS = Stems(
    "print", "mail", "fax", "return", "deliver", "send", "in person", "notari", "imprima", "envie",
    "envíe",
)  # fmt: skip
_ONLINE_WORDS = Stems("online", "electronically", "now", "linea", "línea", "start", "e-fil", "efil")
_ABOUT = re.compile(rf"\b{_FORMS}\b|\b{_FORMAS}\b")
_DO = (
    r"(?:apply|file|submit|complete|renew|register|enroll|request|pay|order|schedule|report|claim)"
)
ONLINE = re.compile(
    rf"\b{_DO}\b[^.?!]{{0,60}}\b(?:online|electronically|now)\b"
    r"|\bonline (?:application|form|portal)"
    rf"|\bstart (?:your|an?|the) (?:new )?{_FORMS}\b|\be-?fil(?:e|ing)\b"
    r"|\b(?:solicite|presente|complete|renueve|pague|env[ií]e|inscr[ií]base|ll[eé]ne)"
    r"[^.?!]{0,60}\ben l[ií]nea\b|\bsolicitud en l[ií]nea\b"
)


@dataclass(frozen=True, slots=True)
class Submission:
    """How forms are to be handed in, by the words of a page or a document.

    Attributes:
        only: the words that say paper and nothing else, or "".
        paper: the words that ask to print, post, fax or come, or "".
        online: what offers another way, or "".
    """

    only: str = ""
    paper: str = ""
    online: str = ""


def submission_of(
    words: str, links: Iterable[Link], *, web_form: bool, document: bool = False
) -> Submission:
    """What a text says, as it is compared, and what its links and forms offer; a document has its
    words alone."""
    only = _near(_ONLY_WORDS, _ONLY, words)
    paper = only or (_near(_PAPER_WORDS, _PAPER, words) if _ABOUT.search(words) else "")
    offered = "a form on the page" if web_form else _link(links)
    if not offered and (paper or document):
        offered = _near(_ONLINE_WORDS, ONLINE, words.replace(only, " ") if only else words)
    return Submission(only, paper, offered)


def _link(links: Iterable[Link]) -> str:
    return next((link.text for link in links if link.href and ONLINE.search(link.text)), "")


def _near(words: Stems, pattern: re.Pattern[str], text: str) -> str:
    """What a pattern finds near one of the words that it must have, with a little around it, so
    that a person can judge it; the rest of a long text is not searched."""
    found = first(pattern, text, words.stretches(text, _REACH))
    return text[max(0, found.start() - 60) : found.end() + 60].strip() if found else ""
