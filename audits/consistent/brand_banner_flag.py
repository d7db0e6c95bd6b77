"""Does the banner show the flag of the United States?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.domains import is_government
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_TEXT = "<p>An official website of the United States government</p>"


@page_check(
    id="brand-banner-flag",
    title="Flag image",
    citation="Banner standard (Pending); IDEA 3(e)",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Put the flag (us_flag_small.png of the USWDS banner) at the beginning of the banner.",
    decided="Passed where the banner holds a picture named for the flag, or a browser drew one. "
    "cantTell for a picture without such a name, for one that only a style sheet may draw, and "
    "for one that was named and not drawn. Failed where the banner has no picture. Inapplicable "
    "off .gov and .mil, and where there is no banner (see brand-banner-present).",
    needs=("html",),
    examples=(
        Example(
            "passed",
            f'<section class="usa-banner"><img src="us_flag_small.png" alt="">{_TEXT}</section>',
        ),
        Example("failed", f'<section class="usa-banner">{_TEXT}</section>'),
        Example(
            "cantTell",
            f'<section class="usa-banner"><i class="banner-flag"></i>{_TEXT}</section>',
        ),
        Example("inapplicable", "<main><p>A page without a banner</p></main>"),
    ),
)
def brand_banner_flag(page: PageObservation) -> Judgement:
    """The flag is seen before the sentence is read, and by people who read another language."""
    if not is_government(page.final_url):
        return inapplicable("The standard is for sites on .gov and .mil.")
    facts = facts_of(page)
    banner = facts.banner
    if not banner.there:
        return inapplicable("The page has no banner.")
    where = Evidence(page.final_url, markup=banner.markup, path="banner", datum=banner.flag)
    styles = page.rendering.styles if page.rendering else None
    drawn = styles.banner_flag if styles else None
    if drawn or (drawn is None and banner.flag == "image"):
        return passed("The banner shows the flag.", where)
    if banner.flag == "image":
        return cant_tell("The banner names the flag's picture, and it was not drawn.", where)
    if banner.flag == "unnamed":
        return cant_tell("The banner has a picture that is not named for the flag.", where)
    if banner.flag == "background" and drawn is None:
        return cant_tell("Only a style sheet may draw the flag.", where)
    if facts.unsettled or not banner.text:
        return cant_tell("No flag in the markup; scripts that did not run may add it.", where)
    return failed("The banner shows no flag.", where)
