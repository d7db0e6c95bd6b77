"""Does the phone's menu open by tap and by keyboard?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.boxes import box_evidence
from audits.facts.openers import menu_buttons
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, MenuSeen, PageObservation, Strength


@page_check(
    id="mobile-nav-works",
    title="Menu opens by tap and by keyboard",
    citation="IDEA 3(a)(8)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Make the menu's button a <button> with aria-expanded and aria-controls, and open the "
    "menu on its click event, which a tap, Enter and Space all send.",
    decided="At 390 CSS pixels the button that looks like the menu's is tapped, and pressed by "
    "keyboard. Passed where links come into view both ways. Failed where a button that opens by "
    "tap does not by keyboard, or one that says aria-expanded opens by neither. cantTell where "
    "it is not sure to be a menu, could not be tried, or does not say that it is open. "
    "Inapplicable where the page has no such button.",
    needs=("phone",),
    examples=(
        Example("passed", "A menu button that shows the links when tapped, and on Enter."),
        Example("failed", "A menu that opens by tap alone."),
        Example("cantTell", "A button of which we could not tell whether it opens a menu."),
        Example("inapplicable", "<nav><a href='/a'>All links in view</a></nav>"),
    ),
)
def mobile_nav_works(page: PageObservation) -> Judgement:
    """On a phone the menu is the way to everything else; some people have no finger to tap with."""
    menu = page.rendering.menu if page.rendering else None
    if menu is None:
        there = menu_buttons(facts_of(page).document)
        if not there:
            return inapplicable("The page has no menu button.")
        where = Evidence(page.final_url, markup=there[0])
        return cant_tell("What looks like a menu button was not tried.", where)
    said = f"Links in view before: {menu.links_before}, after: {menu.links_after}."
    where, *_ = box_evidence(page.final_url, [menu.button], said, _ways(menu))
    if None in (menu.by_tap, menu.by_keyboard):
        return cant_tell("The menu button could not be tried both ways.", where)
    if menu.by_tap and menu.by_keyboard:
        before, after = menu.expanded
        if before and before == after:
            return cant_tell("The menu opens, and does not say so (aria-expanded).", where)
        return passed("The menu opens by tap and by keyboard.", where)
    if menu.by_tap:
        return failed("The menu opens by tap, and not by keyboard.", where)
    if menu.by_keyboard:
        return failed("The menu opens by keyboard, and not by tap.", where)
    if menu.expanded[0]:
        return failed("The menu opens neither by tap nor by keyboard.", where)
    return cant_tell("No link came into view; the button may open something else.", where)


def _ways(menu: MenuSeen) -> str:
    """What opens it, as the failing datum."""
    return f"tap {menu.by_tap}, keyboard {menu.by_keyboard}"
