"""Can each form that is offered as a file be filled in on the web too?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.form_sites import form_files_of
from ideaaudit.models import Automation, Evidence, Example, Strength

_MOST = 100


@site_check(
    id="form-digital-twin",
    title="Paper/PDF form has web-based equivalent",
    citation="IDEA 4(c) (by 2020-12-20)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Make web forms of the files that most people need, and link each from the page of its "
    "file.",
    decided="A file that is a form has a twin where a page with a web form names its number, where "
    "its page has few files and offers to apply online, or where the file itself says so. Failed "
    "where a page or a document says that a form is taken on paper alone. Passed where every file "
    "has a twin; cantTell where one was not found, for it may stand behind a sign-in. Inapplicable "
    "where a whole walk found no form as a file.",
    examples=(
        Example("passed", "SF-86.pdf, and a page “SF-86” with a web form."),
        Example("failed", "“This form cannot be submitted online.”"),
        Example("cantTell", "SF-86.pdf, and no web form for it."),
        Example("inapplicable", "A site without forms as files."),
    ),
)
def form_digital_twin(view: SiteView) -> Judgement:
    """The law gave agencies two years to bring every paper form for the public online."""
    told = [(page.url, words) for page in view.pages for words in page.all("paper-only")]
    if told:
        where = [Evidence(url, detail=f"“{words}”", path="main") for url, words in told[:_MOST]]
        return failed("A form is taken on paper alone.", *where)
    files = form_files_of(view)
    if not files:
        if view.complete and view.pages:
            return inapplicable("No form is offered as a file.")
        return cant_tell("No form was found as a file; not every page was walked.")
    alone = [file for file in files if not file.twin]
    measures = [("forms:files", len(files)), ("forms:without-twin", len(alone))]
    if alone:
        where = [Evidence(file.url, datum=file.url) for file in alone[:_MOST]]
        said = "Forms are offered as files, and no web form was found for them."
        return cant_tell(said, *where, measures=measures)
    where = [Evidence(file.url, detail=f"on the web: {file.twin}") for file in files[:_MOST]]
    return passed("Every form that is offered as a file is on the web too.", *where,
                  measures=measures)  # fmt: skip
