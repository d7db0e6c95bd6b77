"""Does a page on HTTPS take everything over HTTPS too?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.hosts import host_of
from audits.facts.insecure import Insecure
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="tls-mixed-content",
    title="No mixed content",
    citation="M-15-13",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Write every address of an image, script, style, font or frame with https://, or "
    "leave it out where the other host has none.",
    decided="Failed where the markup, a style or a request of the page asks for a file over "
    "http; links to follow and the targets of forms are not meant here. Passed where none does, "
    "or where the page tells browsers to upgrade such requests; cantTell where scripts that did "
    "not run may add some. Inapplicable to a page that is itself on http.",
    needs=("html",),
    examples=(
        Example("passed", '<img src="/seal.png" alt="Seal"><a href="http://example.com/">E</a>'),
        Example("failed", '<script src="http://example.com/a.js"></script>'),
        Example("cantTell", "Scripts write the page, and no browser ran them."),
        Example("inapplicable", "The page is at http://agency.gov/about."),
    ),
)
def tls_mixed_content(page: PageObservation) -> Judgement:
    """One file over an open line is a hole in the page: browsers block it or warn, and what they
    let through can be read and changed on the way."""
    if not page.final_url.lower().startswith("https:"):
        return inapplicable("The page itself is not on HTTPS.")
    facts = facts_of(page)
    if facts.insecure and facts.upgrades_insecure:
        return passed("Browsers are told to ask for everything over HTTPS.")
    if facts.insecure:
        evidence = [_evidence(page.final_url, one) for one in facts.insecure[:20]]
        return failed("The page takes files over plain HTTP.", *evidence)
    if facts.unsettled:
        return cant_tell("No open request was seen; scripts that did not run may make some.")
    return passed("Everything that was seen comes over HTTPS.")


def _evidence(url: str, one: Insecure) -> Evidence:
    detail = f"{one.how}: {one.url[:200]}"
    datum = f"{host_of(one.url)} {one.how}"
    return Evidence(url, markup=one.markup, title="Asked for over HTTP", detail=detail, datum=datum)
