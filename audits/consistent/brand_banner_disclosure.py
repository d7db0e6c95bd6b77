"""Does the banner open, and say how to tell a .gov site and a secure connection?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.banner import Banner
from audits.facts.domains import is_government
from audits.facts.page import facts_of
from audits.facts.tree import normal
from ideaaudit.models import (
    Automation,
    Disclosure,
    Evidence,
    Example,
    PageObservation,
    Strength,
)


@page_check(
    id="brand-banner-disclosure",
    title="Drop-down with domain text and HTTPS text",
    citation="Banner standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Load USWDS's script on every page, and keep both texts in the panel: official "
    "websites use .gov, and secure .gov websites use HTTPS.",
    decided="Passed where a press on the banner's button changes its panel, and the panel speaks "
    "of .gov or .mil and of HTTPS. Failed where either text is missing, or the press opens "
    "nothing. cantTell where the button could not be pressed or found, or its panel is always "
    "open. Inapplicable off .gov and .mil, and where there is no banner.",
    needs=("html", "rendering"),
    examples=(
        Example("passed", "“Here's how you know” opens a panel with both texts."),
        Example("failed", '<div class="usa-banner">An official website of the US government</div>'),
        Example("cantTell", "A dialog covers the button."),
        Example("inapplicable", "<main><p>A page without a banner</p></main>"),
    ),
)
def brand_banner_disclosure(page: PageObservation) -> Judgement:
    """Who doubts a site presses “Here's how you know”; a button that opens nothing is worse than
    none."""
    if not is_government(page.final_url):
        return inapplicable("The standard is for sites on .gov and .mil.")
    facts = facts_of(page)
    if not facts.banner.there:
        return inapplicable("The page has no banner.")
    seen = page.rendering.disclosure if page.rendering else None
    if seen is None:
        return _unpressed(page.final_url, facts.banner, unsettled=facts.unsettled)
    return _pressed(page.final_url, seen)


def _unpressed(url: str, banner: Banner, *, unsettled: bool) -> Judgement:
    where = Evidence(url, markup=banner.markup, path="banner", datum="no button")
    if banner.button or unsettled or not banner.text:
        return cant_tell("The banner's button was not pressed.", where)
    if banner.domain or banner.https:
        return cant_tell("The banner has its texts, and nothing to press was recognized.", where)
    return failed("The banner has no drop-down, and neither of its two texts.", where)


def _pressed(url: str, seen: Disclosure) -> Judgement:
    def where(datum: str) -> Evidence:
        button = seen.button
        detail = seen.detail or seen.text[:200]
        return Evidence(url, button.selector, button.markup, detail, path="banner", datum=datum)

    if not seen.pressed:
        return cant_tell("A press did not arrive at the banner's button.", where("covered"))
    moved = seen.panel_before != seen.panel_after
    if not moved and not seen.panel_after:
        return failed("The banner's button opens nothing.", where("dead"))
    text = normal(seen.text)
    wanted = (("domain", (".gov", ".mil")), ("HTTPS", ("https",)))
    missing = [name for name, words in wanted if not any(word in text for word in words)]
    if missing and text:
        names = " and ".join(missing)
        return failed(f"The banner's panel lacks its {names} text.", where(names))
    if not text:
        return cant_tell("The text of the banner's panel could not be read.", where("unread"))
    if not moved:
        return cant_tell("The banner's panel is open whatever is pressed.", where("open"))
    return passed("The banner opens, and has both texts.", where(""))
