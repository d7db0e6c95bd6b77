"""Can the PDF form be filled in on a screen?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="form-fillable",
    title="PDF forms fillable",
    citation="advisory step",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Make a web form of it; until then give the PDF form fields with names.",
    decided="A PDF is a form where it has fields, or its name, numbers or labels say so. Passed "
    "where it has fields to fill in (AcroForm). Failed where it has five blanks or boxes at least, "
    "and no field. cantTell where it is a dynamic XFA form, which few viewers can open, or where "
    "only its name or labels say that it is a form.",
    judges="files",
    needs=("file",),
    examples=(
        Example("passed", "A PDF with 12 fields."),
        Example("failed", "A PDF with “Name: ________” and no field."),
        Example("cantTell", "A dynamic XFA form that opens in Adobe Reader alone."),
        Example("inapplicable", "A report."),
    ),
)
def form_fillable(page: PageObservation) -> Judgement:
    """Who cannot fill the form in on the screen needs a printer, a pen, and good hands."""
    paper, file = facts_of(page).paper, page.file
    if paper is None or file is None or file.kind != "pdf":
        return inapplicable("This is no PDF form.")
    where = Evidence(page.url, datum=paper.shape)
    if paper.shape == "fillable":
        return passed("The PDF form has fields.", where, measures=[("form:fields", file.fields)])
    if paper.shape == "xfa":
        return cant_tell("This is a dynamic XFA form; browsers and phones cannot open it.", where)
    if paper.shape == "flat":
        return failed("The PDF form has blanks and no fields.", where)
    return cant_tell("The PDF looks like a form and has no fields.", where)
