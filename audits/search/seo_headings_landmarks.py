"""Does the page have a main part, one first heading, and headings in order?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.outline import outline_of
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="seo-headings-landmarks",
    title="main element, one h1, ordered headings",
    citation="good structure; M-23-22 A.4",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Put the content into one main element with one h1, and go down one level of heading "
    "at a time.",
    decided="Failed where there is no main (element or role), not exactly one heading of the first "
    "level (h1, or role heading with aria-level 1), or a heading in the main part is more than one "
    "level below the one before it. Empty headings do not count. cantTell where something is "
    "absent and scripts that did not run may add it. Passed otherwise.",
    needs=("html",),
    examples=(
        Example("passed", "<main><h1>Permits</h1><h2>Fees</h2></main>"),
        Example("failed", "<main><h1>Permits</h1><h3>Fees</h3></main>"),
        Example("cantTell", "A page without a main part, whose scripts no browser ran."),
    ),
)
def seo_headings_landmarks(page: PageObservation) -> Judgement:
    """Headings are how people skim a page, by eye or by screen reader."""
    facts = facts_of(page)
    found = outline_of(facts.document)
    lacking = [what for what, so in (("main", not found.main), ("h1", not found.firsts)) if so]
    wrong = {f"no {what}": f"There is no {what}." for what in lacking}
    if found.firsts > 1:
        wrong[f"{found.firsts} h1"] = f"There are {found.firsts} h1 headings."
    for above, below in found.skips[:5]:
        wrong[f"h{above} then h{below}"] = f"An h{above} is followed by an h{below}."
    evidence = [Evidence(page.url, detail=said, datum=fault) for fault, said in wrong.items()]
    if not wrong:
        return passed("The page has a main part, one first heading, and headings in order.")
    if len(wrong) == len(lacking) and facts.unsettled:
        return cant_tell("Parts are absent; scripts that did not run here may add them.", *evidence)
    return failed("The page's main part or its headings are not in order.", *evidence)
