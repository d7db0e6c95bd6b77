"""Are passages in another language marked with it?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check
from audits.facts.axe import axe_evidence, named
from audits.facts.page import facts_of
from audits.facts.place import place_of
from audits.facts.tree import markup
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_RULE = frozenset({"valid-lang"})
_MOST = 20
_SPANISH = (
    "Para obtener más información sobre los programas de la agencia y para presentar su solicitud, "
    "llame por teléfono o visite una de las oficinas."
)


@page_check(
    id="a11y-lang-parts",
    title="Foreign-language passages marked",
    citation="WCAG 3.1.2; TT 11.B",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy='Put the language on the element that holds the passage: <p lang="es">. Where axe ran, '
    "wrong values are also the elements of its rule valid-lang.",
    decided="Failed where an element with text has a lang whose first part names no language. "
    "cantTell where a passage of 100 characters or more is surely in another language than the "
    "one it is marked with, or passages are marked: whether all are takes a person. Inapplicable "
    "where all is in one language. At most 40 passages of a page are compared.",
    needs=("html",),
    examples=(
        Example("failed", '<html lang="en"><body><p lang="spanish">Bienvenidos</p></body></html>'),
        Example("cantTell", f'<html lang="en"><body><p>{_SPANISH}</p></body></html>'),
        Example("inapplicable", '<html lang="en"><body><p>Welcome</p></body></html>'),
    ),
)
def a11y_lang_parts(page: PageObservation) -> Judgement:
    """Spanish that a screen reader takes for English is noise."""
    facts = facts_of(page)
    found = facts.passages
    rules = named(page.axe.violations, _RULE) if page.axe else []
    evidence = axe_evidence(rules, page.final_url) or tuple(
        Evidence(
            page.final_url,
            markup=markup(element),
            detail="Its lang names no language.",
            path=place_of(element),
            datum=element.get("lang") or "",
        )
        for element in found.invalid[:_MOST]
    )
    if evidence:
        return failed("A passage is marked with what is no language.", *evidence)
    unmarked = [
        Evidence(
            page.final_url,
            markup=markup(element),
            detail="It seems to be in another language, and is not marked.",
            path=place_of(element),
            datum=language,
        )
        for element, language in found.unmarked[:_MOST]
    ]
    if unmarked:
        return cant_tell("Passages seem to be in another language and are not marked.", *unmarked)
    if found.marked:
        return cant_tell("Passages are marked with languages; whether all are takes a person.")
    if facts.unsettled:
        return cant_tell("No other language was found; scripts that did not run may add some.")
    return inapplicable("The page is in one language, so far as could be told.")
