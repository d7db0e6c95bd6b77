"""Reports on the Act itself: ("idea-report", url), ("idea-hint", url) for what may lead to one."""

import re
from collections.abc import Iterator

from audits.check import SiteView
from audits.facts.page import PageFacts
from audits.facts.tree import normal

RANK = 9
_NAMED = re.compile(
    r"\b21st century (?:integrated digital experience|idea)\b|\bintegrated digital experience act\b"
    r"|\bp\.?l\.? ?115-336\b"
)
_WORDS = ("21st", "digital", "115-336", "idea-")
_PATH = re.compile(r"21st-?century-?(?:idea|integrated)|[/_-]idea-(?:act-)?report")
_HINT = re.compile(r"\bdigital (?:experience|strategy|government strategy)\b|/digitalstrategy\b")
# Where the law and what is said of it stand, and no agency's report.
_LAW = re.compile(
    r"//(?:[\w-]+\.)*(?:congress\.gov|govinfo\.gov|digital\.gov|whitehouse\.gov|house\.gov|gpo\.gov"
    r"|archives\.gov|cio\.gov|performance\.gov|wikipedia\.org)/"
)


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    reports, hints = [], []
    if _NAMED.search(normal(facts.document.title)):
        reports.append(facts.page.final_url)
    for link in facts.links:
        named = f"{link.text} {link.where}"
        if not any(word in named for word in _WORDS) or not link.where or _LAW.search(link.where):
            continue
        if _NAMED.search(link.text) or _PATH.search(link.where):
            reports.append(link.href)
        elif _HINT.search(link.text) or _HINT.search(link.where):
            hints.append(link.href)
    yield from (("idea-report", url) for url in reports[:1])
    yield from (("idea-hint", url) for url in hints[:1])


def site_signals(view: SiteView) -> Iterator[tuple[str, str]]:
    seen = view.observation.path("digitalstrategy")
    if seen is None or seen.status != 200 or seen.soft_404:
        return
    named = _NAMED.search(normal(seen.text))
    yield ("idea-report" if named else "idea-hint"), seen.url
