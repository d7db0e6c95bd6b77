"""Does a phone show the same text, links, search and forms as a desktop?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.openers import menu_buttons, opens_search
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Parity, Strength

_ENOUGH, _LITTLE = 0.9, 0.7
# Of fewer words a share says nothing.
_FEW_WORDS = 50


@page_check(
    id="mobile-parity",
    title="Same main content, links, search, forms on phone",
    citation="IDEA 3(a)(8) fully functional",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Do not hide content from small screens (display: none in a media query): fold it "
    "away behind a button, or let it flow below.",
    decided="In one load, at 1280 and at 390 CSS pixels; what a closed menu or disclosure holds "
    "counts as there. Failed where the phone has less than 70 % of the main text's words, or no "
    "form or search box where the desktop has one and nothing on the page might open it. cantTell "
    "below 90 % of the words, links or controls, or where a button might open what is gone. "
    "Passed otherwise.",
    needs=("parity",),
    examples=(
        Example("passed", "The same page in one column."),
        Example("failed", "A table of figures that is hidden from phones."),
        Example("cantTell", "A phone's page with four links of five."),
    ),
)
def mobile_parity(page: PageObservation) -> Judgement:
    """For many people the phone is the only way online; the service must be all there."""
    parity = page.rendering.parity if page.rendering else None
    if parity is None:
        return cant_tell("The phone was not compared with the desktop.")
    shares = {name: _share(getattr(parity, name)) for name in ("words", "links", "controls")}
    measures = [(f"phone-{name}-share", round(share, 3)) for name, share in shares.items()]
    if shares["words"] < _LITTLE and parity.words[0] >= _FEW_WORDS:
        where = _evidence(page, "words", parity.words)
        return failed("The phone lacks much of the desktop's text.", where, measures=measures)
    gone = [_evidence(page, name, getattr(parity, name)) for name in _gone(parity)]
    if gone and not _may_be_folded(page):
        return failed("The phone lacks what the desktop has.", *gone, measures=measures)
    less = [
        _evidence(page, name, getattr(parity, name))
        for name, share in shares.items()
        if share < _ENOUGH
    ]
    if gone or less:
        return cant_tell("The phone shows less than the desktop.", *gone, *less, measures=measures)
    return passed(
        "The phone shows what the desktop shows.", Evidence(page.final_url), measures=measures
    )


def _share(pair: tuple[int, int]) -> float:
    desktop, phone = pair
    return min(1.0, phone / desktop) if desktop else 1.0


def _gone(parity: Parity) -> list[str]:
    return [
        name
        for name in ("searches", "forms")
        if getattr(parity, name)[0] and not getattr(parity, name)[1]
    ]


def _may_be_folded(page: PageObservation) -> bool:
    """Whether a button might open a search box or a form that the phone does not show."""
    document = facts_of(page).document
    return bool(menu_buttons(document)) or opens_search(document)


def _evidence(page: PageObservation, name: str, pair: tuple[int, int]) -> Evidence:
    detail = f"{name.capitalize()} on the desktop: {pair[0]}, on the phone: {pair[1]}."
    return Evidence(page.final_url, detail=detail, datum=name)
