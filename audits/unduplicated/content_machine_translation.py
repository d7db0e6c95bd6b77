"""Are translations left to a machine?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.languages import other_languages
from audits.facts.site import own_pages, settled, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="content-machine-translation",
    title="No sole reliance on auto-translation",
    citation="M-23-22 A.3c (2025 DOJ guidance allows MT)",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Let a qualified person translate or check what people act on, and say so where a "
    "machine has translated.",
    decided="cantTell where a page has a tool that translates by machine (Google, Microsoft, "
    "Weglot, GTranslate and others): a person must say whether anyone checks it. Inapplicable "
    "where there are neither such tools nor other languages. Passed where there are other "
    "languages and no such tool on a page that was seen whole; where none was, cantTell.",
    examples=(
        Example("passed", "Pages in Spanish, and no tool."),
        Example("cantTell", "A Google Translate menu in the header."),
        Example("inapplicable", "All pages are in English, and there is no tool."),
    ),
)
def content_machine_translation(view: SiteView) -> Judgement:
    """A wrong word in a translated form can cost a benefit, and its reader cannot see it."""
    pages = own_pages(view)
    found = with_signal(pages, "translator")
    if found:
        tools = sorted({tool for page in found for tool in page.all("translator")})
        evidence = [
            Evidence(next(p.url for p in found if tool in p.all("translator")), datum=tool)
            for tool in tools
        ]
        measures = (("translators", " ".join(tools)),)
        return cant_tell("Pages are translated by machine.", *evidence, measures=measures)
    if not other_languages(view):
        return inapplicable("There are no translations.")
    if not settled(pages):
        return cant_tell("No tool was found; scripts that did not run may add one.")
    return passed("There are other languages, and no tool that translates by machine.")
