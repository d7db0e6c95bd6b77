"""Is the PDF tagged, so that assistive technology can read it, and titled, with its language?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check
from audits.facts.pdf import lacks_of
from ideaaudit.models import Automation, Evidence, Example, FileSeen, PageObservation, Strength


@page_check(
    id="a11y-pdf",
    title="Linked PDFs tagged, titled, language set",
    citation="E205.4 with document exceptions",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Make the PDF again from its source with tags, a title and a language, or put its "
    "content on a web page; run text recognition on a scan, then tag it.",
    decided="Failed where the PDF has neither tags nor the mark that it is tagged, or holds "
    "pictures of pages and no text. cantTell where it is tagged, for no program knows whether the "
    "tags are right; what else it lacks (title, language, names of fields) is in the evidence, for "
    "WCAG lets a file's name be its title, and parts name their own language. cantTell too where "
    "it is damaged or asks for a password. Whether an exception of Section 508 holds (archives, "
    "E202) only a person can say.",
    judges="files",
    needs=("file",),
    examples=(
        Example("failed", "A PDF without tags, or a scan without text."),
        Example("cantTell", "A tagged PDF with a title and a language."),
        Example("inapplicable", "A Word file."),
    ),
)
def a11y_pdf(page: PageObservation) -> Judgement:
    """Without tags a screen reader has to guess the order of the text, and finds no headings,
    tables or form fields; in a scan it finds nothing at all."""
    file = page.file
    if file is None or file.kind != "pdf":
        return inapplicable("This document is no PDF.")
    if file.fault:
        how = "asks for a password" if file.fault == "encrypted" else "is damaged"
        return cant_tell(f"The PDF {how}, and could not be read.", _fault(page, file.fault))
    lacks = tuple(Evidence(page.url, title=t, detail=d, datum=k) for k, t, d in lacks_of(file))
    if file.tagged is not True and not file.text_pages and file.images:
        where = Evidence(page.url, detail=_all(file), datum="image-only")
        said = "The PDF holds pictures of its pages and no text."
        return failed(said, where, measures=_measures(file))
    if file.tagged is False:
        where = Evidence(page.url, detail=_all(file), datum="untagged")
        return failed("The PDF is not tagged.", where, measures=_measures(file))
    if file.tagged is None:
        return cant_tell("The PDF is tagged in part.", _fault(page, "half-tagged"), *lacks)
    said = "The PDF is tagged; whether the tags are right, a person must see."
    return cant_tell(said, *lacks, measures=_measures(file))


def _fault(page: PageObservation, datum: str) -> Evidence:
    return Evidence(page.url, datum=datum)


def _all(file: FileSeen) -> str:
    """How much there is to mend, in one piece of evidence: it is one fix."""
    pages = "1 page" if file.pages == 1 else f"{file.pages:,} pages"
    return "; ".join([pages, *(what.lower() for _, what, _ in lacks_of(file))])


def _measures(file: FileSeen) -> tuple[tuple[str, int | bool | None], ...]:
    return ("pdf:pages", file.pages), ("pdf:tagged", file.tagged), ("pdf:fields", file.fields)
