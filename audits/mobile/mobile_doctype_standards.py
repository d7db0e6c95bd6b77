"""Is the page written in today's HTML, so that browsers draw it by the standard?"""

from collections import Counter

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.doctype import doctype_of
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

# HTML Standard, 16.2: elements that are obsolete, but for those that hide in others (param, rb).
_OBSOLETE = (
    "acronym", "applet", "basefont", "bgsound", "big", "blink", "center", "dir", "font", "isindex",
    "keygen", "listing", "marquee", "multicol", "nextid", "nobr", "noembed", "plaintext", "spacer",
    "strike", "tt", "xmp",
)  # fmt: skip


@page_check(
    id="mobile-doctype-standards",
    title="HTML5 doctype, no deprecated elements, standards mode",
    citation="M-23-22 A.8 latest HTML",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Begin the template with <!doctype html>, use a page in place of frames, and set "
    "fonts, colors and alignment in the style sheet.",
    decided="Failed where browsers draw the page in quirks mode, for its doctype is missing, comes "
    "too late or is one of the old ones that the HTML Standard names, or where it is a frameset. "
    "cantTell where it has obsolete elements or an older doctype that keeps standards mode. "
    "Passed otherwise.",
    needs=("html",),
    examples=(
        Example("passed", "<!doctype html><html lang=en><title>A</title><p>Text"),
        Example("failed", "<html><title>A</title><p>Text without a doctype"),
        Example("cantTell", "<!doctype html><title>A</title><center>Text</center>"),
    ),
)
def mobile_doctype_standards(page: PageObservation) -> Judgement:
    """In quirks mode each browser draws a page as in 1998: sizes and boxes come out otherwise."""
    document = facts_of(page).document
    found = doctype_of(page.served_html or page.html or "")
    seen = page.rendering.styles if page.rendering else None
    by_type = found.quirks and page.media_type != "application/xhtml+xml"
    quirks = by_type if seen is None else seen.quirks
    url = page.final_url
    if next(document.root.iter("frameset"), None) is not None:
        detail = "The page is made of frames."
        return failed("The page is a frameset.", Evidence(url, detail=detail, datum="frameset"))
    if quirks:
        detail = "The doctype puts the page into quirks mode." if found.text else "No doctype."
        where = Evidence(url, detail=detail, markup=found.text, datum=found.text or "none")
        return failed("Browsers draw the page in quirks mode.", where)
    counts = Counter(str(element.tag) for element in document.root.iter(*_OBSOLETE))
    old = tuple(
        Evidence(url, detail=f"<{tag}> is obsolete.", datum=tag, count=count)
        for tag, count in sorted(counts.items())
    )
    measures = [("obsolete-elements", counts.total())]
    if old:
        return cant_tell("The page has obsolete elements.", *old, measures=measures)
    if not found.html5:
        where = Evidence(url, detail="An older doctype.", markup=found.text, datum=found.text)
        return cant_tell("The page keeps an older doctype.", where, measures=measures)
    return passed("The page is in today's HTML.", Evidence(url), measures=measures)
