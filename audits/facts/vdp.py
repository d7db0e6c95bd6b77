"""A vulnerability disclosure policy against what BOD 20-01 asks it to say."""

import re

from audits.facts.document import Document
from audits.facts.tree import normal

_TITLE = re.compile(
    r"vulnerabilit(?:y|ies)[ -]disclosure|divulgaci[oó]n de (?:las )?vulnerabilidades"
)
_PATH = re.compile(r"/[\w-]*vulnerability[-_]?disclosure|/vdp(?:[/.]|$)", re.IGNORECASE)
_FEWEST_WORDS = 100
_PARTS = {
    "scope": r"\bscope\b|systems covered|\balcance\b",
    "authorization": r"\bauthoriz|\blegal action|good[- ]faith|safe harbou?r|\bautoriza"
    r"|acci[oó]n legal|buena fe",
    "report": r"(?:report|submit|send|inform|env[ií]).{0,400}?"
    r"(?:[\w.+-]+@[\w-]+\.\w|\bform\b|https?://|bugcrowd|hackerone|formulario)",
    "data": r"personal(?:ly)?[ -](?:identif|data|information)|\bpii\b"
    r"|sensitive (?:data|information)|proprietary information|datos personales"
    r"|informaci[oó]n personal",
    "acknowledgment": r"acknowledg|business days|within (?:\d+|one|two|three|five|ten) "
    r"|acuse de recibo|d[ií]as h[aá]biles",
    "issued": r"(?:issued|effective|updated|published|version|reviewed|change history|revised|date)"
    r".{0,120}?\b20\d\d\b|(?:publicad|actualizad|vigente).{0,120}?\b20\d\d\b",
    "anonymous": r"anonym|an[oó]nim",
}
PARTS = tuple(_PARTS)
_LIMITS = {
    "citizens": r"\b(?:u\.?s\.?|united states) (?:citizens?|persons|nationals)\b"
    r"|ciudadanos (?:estadounidenses|de (?:los )?estados unidos)",
    "name": r"\b(?:must|required to|shall|need to) (?:provide|include|submit|give|state)"
    r"(?: us)?(?: with)? your (?:\w+ )?name\b|debe(?:r[aá])? (?:proporcionar|indicar) su nombre",
    "list": r"\bonly the following (?:\w+ )?(?:domains?|systems?|sites?|websites?|hosts?)\b"
    r"|\b(?:solo|sólo|solamente|únicamente) los siguientes (?:dominios|sistemas|sitios)",
}
_FOUND = {name: re.compile(words, re.DOTALL) for name, words in {**_PARTS, **_LIMITS}.items()}
_LONGEST = 100_000


def is_vdp(url: str, document: Document) -> bool:
    """Whether a page is a policy, by its title, its first headings or its address, and not only
    a line that leads to one."""
    heads = [document.title, *(text for _, text in document.headings[:5])]
    named = any(_TITLE.search(normal(head)) for head in heads)
    if not named and not _PATH.search(url):
        return False
    return len(document.main_text.split()) >= _FEWEST_WORDS


def vdp_of(document: Document) -> str:
    """What a policy says, as sorted words: names of `PARTS`, and "no-..." for the limits that it
    sets and must not: "no-citizens", "no-name", "no-list"."""
    text = normal(document.main_text[:_LONGEST])
    parts = [name for name in _PARTS if _FOUND[name].search(text)]
    limits = [f"no-{name}" for name in _LIMITS if _FOUND[name].search(text)]
    return " ".join(sorted([*parts, *limits]))
