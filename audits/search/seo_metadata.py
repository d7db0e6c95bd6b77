"""Does the page describe itself to search engines?"""

import re

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import PageFacts, facts_of
from audits.facts.summary import class_of
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageObservation, Strength

_CANONICAL = re.compile(r"<[^<>]+>\s*;[^,]*\brel\s*=\s*\"?canonical\b", re.IGNORECASE)


@page_check(
    id="seo-metadata",
    title="Descriptive metadata (title, description, canonical, og, dates)",
    citation="M-23-22 A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Give each page a description, a canonical link, and Open Graph fields or dates in its "
    "metadata; most content management systems have a module for it.",
    decided="Passed where the page has a description, a canonical link (element or header), and "
    "one Open Graph field or date in its metadata. cantTell where it has a part of these, and "
    "where scripts that did not run may add them. Failed where it has none. Titles are judged by "
    "checks of their own. Sign-in and search result pages are inapplicable.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            '<head><meta name="description" content="How to get a permit.">'
            '<link rel="canonical" href="https://www.agency.gov/about">'
            '<meta property="og:title" content="Permits"></head>',
        ),
        Example("failed", "<head><title>Permits</title></head><body><p>Permits.</p></body>"),
        Example("cantTell", '<head><meta name="description" content="How to get one."></head>'),
        Example("inapplicable", "A sign-in page."),
    ),
)
def seo_metadata(page: PageObservation) -> Judgement:
    """The description is what people read in a list of results before they choose."""
    if class_of(page) in (PageClass.LOGIN, PageClass.SEARCH):
        return inapplicable("Sign-in and search result pages need not be described.")
    facts = facts_of(page)
    there = _fields(facts)
    lacking = [name for name, value in there.items() if not value]
    measures = (("metadata", " ".join(name for name, value in there.items() if value)),)
    if there["description"] and there["canonical"] and (there["og"] or there["date"]):
        return passed("The page describes itself.", measures=measures)
    where = Evidence(page.url, detail=f"Not found: {', '.join(lacking)}.", datum=" ".join(lacking))
    if len(lacking) < len(there):
        return cant_tell("The page describes itself in part.", where, measures=measures)
    if facts.unsettled:
        return cant_tell("No metadata was found; scripts that did not run may add it.", where)
    return failed("The page has no metadata that describes it.", where, measures=measures)


def _fields(facts: PageFacts) -> dict[str, bool]:
    document = facts.document
    names = [
        (element.get("property") or element.get("name") or "").strip().lower()
        for element in document.root.iter("meta")
        if (element.get("content") or "").strip()
    ]
    headers = (value for key, value in facts.page.headers if key == "link")
    return {
        "description": bool(document.meta("description")),
        "canonical": bool(document.canonical) or any(map(_CANONICAL.search, headers)),
        "og": any(name.startswith("og:") for name in names),
        "date": any(date.source in ("meta", "json-ld") for date in facts.dates),
    }
