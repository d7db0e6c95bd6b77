"""Does the site work in every browser, and ask for none in particular?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

# One page that did not come may be chance.
_TWICE = 2


@site_check(
    id="mobile-browser-neutral",
    title="Works in Chromium, Firefox, WebKit",
    citation="M-23-22 A.9b",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Write to the standards and test for features, never for a browser's name; take out "
    "the advice to use a certain browser.",
    decided="Rendered pages are opened in the other engines that the audit was told to use. Failed "
    "where one engine shows less than a tenth of the words on every page of two or more. "
    "cantTell where it shows less than 90 %, its scripts stop with errors, or a page "
    "asks for a certain browser. Passed where all engines show the same. Untested without them.",
    needs=("engines",),
    examples=(
        Example("passed", "Firefox and WebKit show the words that Chromium shows."),
        Example("failed", "Two pages on which Firefox shows nothing."),
        Example("cantTell", "“Best viewed in Internet Explorer 6”."),
    ),
)
def mobile_browser_neutral(view: SiteView) -> Judgement:
    """People use the browser that they have; at work they may not choose another."""
    pages = own_pages(view)
    tried = [(page, *_seen(value)) for page in pages for value in page.all("engine")]
    for engine in sorted({name for _, name, _ in tried}):
        blocked = [page for page, name, how in tried if (name, how) == (engine, "blocked")]
        if len(blocked) >= _TWICE and len(blocked) == sum(name == engine for _, name, _ in tried):
            evidence = _evidence(blocked, f"{engine.capitalize()} shows next to nothing.", engine)
            return failed(f"Pages do not show in {engine.capitalize()}.", *evidence)
    asking = [page for page in pages if page.has("one-browser")]
    if asking:
        said = f"It says “{asking[0].all('one-browser')[0]}”."
        return cant_tell("A page asks for a certain browser.", *_evidence(asking, said, "words"))
    other = [page for page, _, how in tried if how != "same"]
    if other:
        summary = "Other browsers show some pages otherwise, or their scripts stop."
        return cant_tell(summary, *_evidence(other, "It differs in another browser.", "differs"))
    if not tried:
        return cant_tell("No page of this site was opened in another browser.")
    pages_seen = len({page.url for page, _, _ in tried})
    where = Evidence(view.target.url, detail=f"Pages opened in other browsers: {pages_seen}.")
    return passed("Other browsers show what Chromium shows.", where)


def _seen(value: str) -> tuple[str, str]:
    engine, _, how = value.partition(" ")
    return engine, how


def _evidence(pages: list[PageSummary], detail: str, datum: str) -> list[Evidence]:
    return [Evidence(page.url, detail=detail, datum=datum) for page in pages[:10]]
