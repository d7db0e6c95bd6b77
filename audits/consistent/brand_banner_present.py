"""Does the page show the banner that marks an official federal site?"""

from urllib.parse import urlsplit

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_OFFICIAL = "An official website of the United States government"


@page_check(
    id="brand-banner-present",
    title="Federal banner on every page",
    citation="IDEA 3(e); website standard Banner (Pending, by 2025-09-26); M-23-22 A.2",
    strength=Strength.PENDING,
    automation=Automation.FULL,
    remedy="Put the USWDS banner, or one with the same words, at the top of the template that "
    "makes this page: designsystem.digital.gov/components/banner.",
    decided="Passed where USWDS's banner (any generation, or its web component) stands with its "
    "words in English or Spanish, or all its words without it. cantTell where only a part was "
    "recognized, or scripts that did not run may add it. Failed where there is no trace of it. "
    "Inapplicable off .gov and .mil.",
    needs=("html",),
    examples=(
        Example("passed", f'<section class="usa-banner"><p>{_OFFICIAL}</p></section>'),
        Example("failed", "<header><h1>Agency</h1></header><main><p>Welcome</p></main>"),
        Example("cantTell", '<section class="usa-banner"><p>Bienvenue</p></section>'),
        Example("inapplicable", "A page on agency.org."),
    ),
)
def brand_banner_present(page: PageObservation) -> Judgement:
    """The banner tells people in one line that the site is the government's, and how to check
    that; without it a copy made to deceive looks just as real."""
    host = urlsplit(page.final_url).hostname or ""
    if not host.endswith((".gov", ".mil")):
        return inapplicable("The standard is for sites on .gov and .mil.")
    facts = facts_of(page)
    banner = facts.banner
    if banner.found:
        wording = "the wording of before 2021" if banner.legacy else "its words"
        return passed(
            f"The banner was found, with {wording}.", Evidence(page.final_url, markup=banner.markup)
        )
    if banner.hinted:
        where = Evidence(page.final_url, markup=banner.markup, path="banner")
        return cant_tell("Only a part of the banner was recognized.", where)
    if facts.unsettled:
        return cant_tell("No banner in the markup; scripts that did not run may add it.")
    return failed("No banner was found.", Evidence(page.final_url, detail="No banner on the page."))
