"""What a page says of signatures, and what it offers to sign with (law 10)."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import compress

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.index import index_of
from audits.facts.near import Stems, Stretch, first
from audits.facts.tree import markup, normal
from ideaaudit.models import FileSeen

_WET = re.compile(
    r"\bwet[- ](?:ink )?signatures?\b|\boriginal,? (?:ink |handwritten |wet )?signatures?\b"
    r"|\bsign(?:ed)? (?:it |the form |this form )?in (?:blue |black )?(?:or black )?ink\b"
    r"|\bink signatures?\b|\bhandwritten signatures?\b|\bnotari[sz]ed (?:signature|form|copy)\b"
    r"|\bsignatures? must be (?:original|notari[sz]ed|handwritten)\b"
    r"|\bfirma (?:manuscrita|original)\b"
    r"|\bprint,? (?:complete,? )?(?:and )?sign\b|\bfaxed signatures? (?:are|is|will) not\b"
)
_REFUSES = re.compile(
    r"\b(?:electronic|digital|e-?) ?signatures? (?:are|is|will|can)(?:not| not|n't)(?: be)?"
    r" ?(?:accepted|allowed|permitted|valid)?|\b(?:do|does|will|can) ?not accept"
    r" (?:any )?(?:electronic|digital|e-?) ?(?:or \w+ )?signatures?"
    r"|\bno se aceptan firmas (?:electr[oó]nicas|digitales)\b"
)
_ACCEPTS = re.compile(
    r"\b(?:e-?sign(?:ature|atures|ed|ing)?|electronic(?:ally)?[- ]sign(?:ature|atures|ed|ing)?"
    r"|sign(?:ed)? (?:\w+ ){0,4}?(?:electronically|online|digitally)"
    r"|digital(?:ly)?[- ]sign(?:ature|atures|ed)?|firmas? electr[oó]nicas?"
    r"|type your (?:full )?(?:legal )?name (?:to sign|as your signature|below to sign))\b"
)
# Words that offer it to the reader; a text on digital signatures asks nobody for one.
_OFFERED = re.compile(
    r"\be-?sign\b|\be-?signatures? (?:will do|works?|suffices?)\b|\belectronically sign\b"
    r"|\bdigitally sign (?:the|this|your) (?:\w+ )?(?:form|application|document|agreement|request)"
    r"|\bfirm(?:e|ar) electr[oó]nicamente\b"
    r"|\bsign(?:ed)? (?:\w+ ){0,4}?(?:electronically|online|digitally)\b"
    r"|\b(?:e-?|electronic |digital )signatures? (?:is|are|may be|can be|will be)"
    r" (?:also |now )?(?:accept|allow|permitt)"
    r"|\b(?:e-?|electronic )signatures? (?:is|are|will be) (?:valid|requir|need)"
    r"|\b(?:accepts?|allows?|permits?) (?:an? |your )?(?:e-?|electronic |digital )signatures?\b"
    r"|\b(?:requires?|provide|add|apply|use) (?:an? |your )?(?:e-?|electronic )signatures?\b"
    r"|\btype your (?:full )?(?:legal )?name (?:to sign|as your signature|below to sign)\b"
    r"|\b(?:se aceptan?|use (?:su|una)|con) firmas? electr[oó]nicas?\b"
)
_ASKED = re.compile(
    r"\b(?:your|applicant'?s?|claimant'?s?|his or her) signatures?\b"
    r"|\bsignature of (?:the |an? |each )?(?:\w+ )?(?:applicant|claimant|petitioner|parent|guardian"
    r"|owner|employee|witness|preparer|person|individual|veteran|beneficiary|patient|official"
    r"|representative|requester|student|taxpayer|spouse|party|notary|officer|agent|attorney"
    r"|member|sponsor|employer|physician|supervisor|contractor|participant)"
    r"|\bsignatures? (?:is|are) required\b|\brequires? (?:a |your )?signatures?\b"
    r"|\bsign (?:and|&) (?:date|return|mail|submit|send)\b"
    r"|\bsign (?:the|this|your) (?:form|application)\b|\bsign below\b"
    r"|\bfirm(?:e|ar) (?:el|este|la|esta) (?:formulario|solicitud)\b"
)
# One of these stands in all that the patterns above find.
_STEMS = Stems("sign", "firm", "notari")
_VENDORS = Stems(
    "docusign", "echosign", "adobesign", "onespan", "esignlive", "signnow", "hellosign",
    "dropbox sign", "pandadoc", "rightsignature",
)  # fmt: skip
_CONTROL = re.compile(
    r"\b(?:e-?|electronic |digital )?signature\b|type your (?:full |legal )*name|\bfirma\b"
)
_CERTIFY = re.compile(r"\bi (?:certify|attest|agree|declare|affirm)\b.{0,200}?\bsign", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Signing:
    """What a page says of signing.

    Attributes:
        asked: the words that ask for a signature of any kind, or "".
        wet: the words that ask for ink, or "".
        refuses: the words that turn electronic signatures away, or "".
        accepts: the words that say a signature may be electronic, or "".
        means: how to sign there: "vendor", "control", "certification", "field" (of a PDF) or "".
    """

    asked: str = ""
    wet: str = ""
    refuses: str = ""
    accepts: str = ""
    means: str = ""
    markup: str = ""

    @property
    def digital(self) -> bool:
        return bool(self.accepts or self.means) and not self.refuses


def signing_of(document: Document) -> Signing:
    """What the main text of a page says, and what its fields offer."""
    text = document.main_normal
    return _signing(text, *_means(document, text))


def signing_of_file(file: FileSeen) -> Signing:
    """What the text of a document says; a signature field (ISO 32000-2, 12.7.5.5) is a means,
    unless the text asks for ink."""
    text = normal(file.text)
    field = file.signature_fields and not _WET.search(text)
    return _signing(text, "field" if field else "", "")


def _signing(text: str, means: str, where: str) -> Signing:
    parts = _STEMS.stretches(text)
    wet, refuses = _words(_WET, text, parts), _words(_REFUSES, text, parts)
    left = _REFUSES.sub(" ", text) if refuses else text
    accepts = _words(_ACCEPTS, left, _STEMS.stretches(left) if refuses else parts)
    asked = wet or refuses or _words(_OFFERED, text, parts) or _words(_ASKED, text, parts)
    asked = asked or means
    return Signing(asked, wet, refuses, accepts if asked else "", means, where)


def _words(pattern: re.Pattern[str], text: str, parts: Sequence[Stretch]) -> str:
    """The words found, with a little around them, so that a person can judge them."""
    found = first(pattern, text, parts)
    return text[max(0, found.start() - 60) : found.end() + 60].strip() if found else ""


def _means(document: Document, text: str) -> tuple[str, str]:
    sources = list(document.body.iter("a", "iframe", "script", "form"))
    leads = ["\n".join(e.get(key) or "" for key in ("href", "src", "action")) for e in sources]
    if _VENDORS.stand_in("\n".join(leads).lower()):
        named = (any(word in lead.lower() for word in _VENDORS.words) for lead in leads)
        return "vendor", markup(next(compress(sources, named)))
    for element in document.body.iter("input", "canvas", "textarea"):
        if _signs(element):
            return "control", markup(element)
    boxes = [e for e in document.body.iter("input") if (e.get("type") or "").lower() == "checkbox"]
    if boxes and _CERTIFY.search(text):
        return "certification", markup(boxes[0])
    return "", ""


def _signs(element: Element) -> bool:
    if (element.get("type") or "").lower() in ("hidden", "submit", "search", "image", "file"):
        return False
    keys = ("name", "id", "aria-label", "placeholder", "class", "title")
    words = " ".join(element.get(key) or "" for key in keys)
    labels = index_of(element).labels.get(element.get("id") or " ", ())
    words += " ".join(label.text_content() for label in labels)
    return bool(_CONTROL.search(normal(words.replace("_", " ").replace("-", " "))))
