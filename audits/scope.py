"""Which pages are judged at all, and what is said of those that are not (law 13.0)."""

from audits.check import Check, Judgement
from audits.facts.page import facts_of
from audits.facts.summary import class_of
from ideaaudit.models import Gap, Outcome, PageClass, PageObservation, Reason
from ideaaudit.web import site_of

# Where one of these parts was not seen, that is why the part on its right was not.
_BEHIND = {
    "phone": ("layout", "rendering"),
    "html": ("served_html", "page", "rendering"),
    "served_html": ("page",),
    "headers": ("page",),
}
# Faults of a document that are our own bounds, and say nothing of it.
_UNREAD = frozenset({"timeout", "memory", "size"})
_WALKED = frozenset({"html", "served_html", "headers", "file", "links"})
_REFUSALS = frozenset({401, 403, 407, 429, 451})
# In the reader's words.
_PARTS = {
    "html": "the page's markup",
    "served_html": "the markup that the server sent",
    "axe": "axe's results",
    "rendering": "the page in a browser",
    "phone": "the page on a phone",
    "requests": "what the page asked for",
    "headers": "the answer's headers",
    "file": "what the document holds",
    "links": "where the page's links lead",
    "widths": "the page at common phone widths",
    "overlays": "what covers the page",
    "keyboard": "what the keyboard reaches",
    "strains": "the page under a visitor's own settings",
    "parity": "what the phone shows of the desktop",
    "vitals": "how fast the page came",
    "styles": "how the page looks",
    "passwords": "what became of a pasted password",
    "engines": "the page in other browsers",
}


def out_of_scope(page: PageObservation, judges: str = "pages") -> Judgement | None:
    """The same judgement for every check, where a page is not one of this site to be judged.

    Args:
        judges: what the checks are about: "pages", "files" or "both".
    """
    if not page.hops and page.html is None:
        return None  # never fetched: each check says which part it misses
    status = page.status
    if status is not None and status >= 400:
        return _error(status)
    here = {page.site, site_of(page.url)}
    if page.hops and site_of(page.final_url) not in here:
        where = "The visitor is sent on to another site, which is judged by itself."
        return untested(where, Reason.OFF_SITE)
    kind = class_of(page)
    if kind is PageClass.DOCUMENT and judges == "pages":
        return Judgement(Outcome.INAPPLICABLE, "This is a file and no web page.")
    if kind is not PageClass.DOCUMENT and judges == "files":
        return Judgement(Outcome.INAPPLICABLE, "This is a web page and no document.")
    if kind is PageClass.ERROR:
        return Judgement(Outcome.INAPPLICABLE, "This is an error page.")
    if facts_of(page).redirect:
        return Judgement(Outcome.INAPPLICABLE, "This page only sends visitors on to another.")
    return None


def missing(check: Check, page: PageObservation) -> Judgement | None:
    """The reason not to judge, where a part that the check needs was not seen."""
    document = check.judges == "both" and page.file is not None
    for part in ("file",) if document else check.needs:
        if _part(part, page) is None:
            return unseen(_PARTS.get(part, part), _gap(part, page))
    if "html" in check.needs and not document and facts_of(page).hollow:
        reason = Reason.ERROR if facts_of(page).lost_scripts else Reason.NOT_SAMPLED
        return untested("Scripts write this page, and they did not run here.", reason)
    return None


def _part(name: str, page: PageObservation) -> object | None:
    """A part of a page by its name: of the observation itself, or of its rendering."""
    if name == "headers":
        return page.hops or None
    if name == "file" and page.file is not None and page.file.fault in _UNREAD:
        return None
    found: object | None = getattr(page if hasattr(page, name) else page.rendering, name, None)
    return found


def unseen(part: str, gap: Gap | None) -> Judgement:
    """`untested`, with the gap's reason and words."""
    if gap is None:
        return untested(f"We did not see {part}.", Reason.ERROR)
    why = gap.detail.rstrip(".") or gap.reason.value.replace("-", " ")
    return untested(f"We did not see {part}: {why}.", gap.reason)


def untested(summary: str, reason: Reason) -> Judgement:
    return Judgement(Outcome.UNTESTED, summary, reason=reason.value)


def _gap(part: str, page: PageObservation) -> Gap | None:
    gaps = page.gaps + (page.rendering.gaps if page.rendering else ())
    for name in (part, *_BEHIND.get(part, () if part in _WALKED else ("rendering",))):
        for gap in gaps:
            if gap.part == name:
                return gap
    if page.rendering is None and part not in _WALKED:
        return Gap(part, Reason.NOT_SAMPLED, "the page was not in the sample that was rendered")
    return gaps[0] if gaps else None


def _error(status: int) -> Judgement:
    if status in _REFUSALS:
        return untested(f"The server refused the page (HTTP {status}).", Reason.BLOCKED)
    if status >= 500:
        return untested(f"The server failed (HTTP {status}).", Reason.HTTP_ERROR)
    return Judgement(Outcome.INAPPLICABLE, f"There is no such page (HTTP {status}).")
