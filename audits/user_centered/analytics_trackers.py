"""Which services of others count or follow the site's visitors?"""

from audits.check import Judgement, SiteView, cant_tell, passed, site_check
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength


@site_check(
    id="analytics-trackers",
    title="Third-party trackers/cookies inventoried",
    citation="M-23-22 fn 42; OMB M-10-22 [M]",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Compare the list with your privacy impact assessments and your privacy policy; take "
    "out what nobody uses.",
    decided="An inventory, and no verdict on the site: cantTell with the list of well-known "
    "trackers and of others' domains that set cookies, for a privacy review. Passed where a "
    "browser opened pages and none was found; cantTell where none was opened. DAP is the "
    "government's own and is not listed.",
    examples=(
        Example("passed", "No tracker on 10 rendered pages."),
        Example("cantTell", "Hotjar, and cookies of doubleclick.net."),
    ),
)
def analytics_trackers(view: SiteView) -> Judgement:
    """People who come to their government should know who else is told of it."""
    pages = own_pages(view)
    names, domains = _found(pages, "tracker"), _found(pages, "cookie-of")
    measures = [
        ("trackers", ", ".join(names)),
        ("cookie-domains", ", ".join(domains)),
    ]
    evidence = [
        Evidence(page.url, title=name, detail=f"A request or a cookie of {name}.", datum=name)
        for name, page in names.items()
    ]
    evidence += [
        Evidence(page.url, title=domain, detail=f"A cookie of {domain}.", datum=domain)
        for domain, page in domains.items()
    ]
    if evidence:
        summary = "Trackers or cookies of others were found; see whether each is assessed."
        return cant_tell(summary, *evidence, measures=measures)
    if any(page.rendered for page in pages):
        return passed("No tracker and no cookie of others was found.", measures=measures)
    return cant_tell("No page was opened in a browser, so that no tracker could be seen.")


def _found(pages: tuple[PageSummary, ...], signal: str) -> dict[str, PageSummary]:
    """Each value of a signal, sorted, and the first page that has it."""
    found: dict[str, PageSummary] = {}
    for page in pages:
        for value in page.all(signal):
            found.setdefault(value, page)
    return dict(sorted(found.items()))
