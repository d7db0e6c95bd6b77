"""Whether a page holds what is soon out of date: the content types of the draft standard Content
timeliness indicator (news, alerts, data, policy, health, what changes every year)."""

import re
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit

from audits.facts.document import Document
from audits.facts.tree import normal

_SEGMENTS = {
    "news": r"news|newsroom|news-?releases?|press|press-?(?:room|releases?)|media-?releases?"
    r"|noticias|comunicados?(?:-de-prensa)?|sala-de-prensa",
    "alert": r"alerts?|announcements?|advisor(?:y|ies)|recalls?|alertas?|anuncios?",
    "data": r"statistics|stats|data|datasets?|data-?tables?|estad[ií]sticas|datos",
    "policy": r"polic(?:y|ies)|regulations?|rules?|rulemakings?|guidance|laws?|legal|directives?"
    r"|pol[ií]ticas?|reglamentos?|leyes",
    "health": r"health|health-?topics?|diseases?|conditions|vaccines?|outbreaks?|salud"
    r"|enfermedades|vacunas",
    "yearly": r"rates|fees|per-?diem|tax-?(?:years?|brackets)|cola|deadlines|tarifas|plazos",
}
_TITLES = {
    "news": r"press release|news release|media advisory|comunicado de prensa",
    "alert": r"\balert\b|\brecall\b|\badvisory:|\balerta\b",
    "data": r"\bstatistics\b|\bdata tables?\b|\bestad[ií]sticas\b",
    "policy": r"\bpolicy\b|\bregulations?\b|\bguidance\b|\bpol[ií]tica\b|\breglamento\b",
    "health": r"\bdiseases?\b|\bvaccin\w+|\bsymptoms?\b|\boutbreak\b|\benfermedad|\bvacuna",
    "yearly": r"\bfiscal year\b|\btax year\b|\bannual\b|\brates for\b|\baño fiscal\b",
}
_BY_SEGMENT = {kind: re.compile(words) for kind, words in _SEGMENTS.items()}
_BY_TITLE = {kind: re.compile(words) for kind, words in _TITLES.items()}
_RELEASE = re.compile(
    r"for immediate release|para (?:su )?(?:publicaci[oó]n|divulgaci[oó]n) inmediata"
)
_NEWS_TYPE = re.compile(r'"@type"\s*:\s*\[?\s*"(?:NewsArticle|ReportageNewsArticle|SpecialAnn)')
# An item of a list stands below it and has a name of several words; lists themselves do not.
_ITEM = re.compile(r"\w+(?:[-_+ ]\w+){2,}")
_TURNS = frozenset({"news", "alert"})
_FIRST = 300


@dataclass(frozen=True, slots=True)
class Timely:
    """What kind of soon outdated content a page is: "" for none; `sure` where there is no doubt."""

    kind: str = ""
    sure: bool = False


def timely_of(document: Document) -> Timely:
    """The kind by the page's own words and metadata, else by its path, else by its title."""
    scripts = (
        e for e in document.root.iter("script") if "ld+json" in (e.get("type") or "").lower()
    )
    if any(_NEWS_TYPE.search((script.text or "")[:20_000]) for script in scripts):
        return Timely("news", sure=True)
    if _RELEASE.search(normal(document.main_text[:_FIRST])):
        return Timely("news", sure=True)
    segments = [part for part in unquote(urlsplit(document.url).path).lower().split("/") if part]
    for index, segment in enumerate(segments):
        for kind, words in _BY_SEGMENT.items():
            if words.fullmatch(segment):
                item = index + 1 < len(segments) and _ITEM.match(segments[-1])
                return Timely(kind, sure=kind in _TURNS and bool(item))
    title = normal(" ".join([document.title, *(text for n, text in document.headings if n == 1)]))
    kinds = (kind for kind, words in _BY_TITLE.items() if words.search(title))
    return Timely(next(kinds, ""))
