"""Does the site publish the same page under more than one URL?"""

from collections import defaultdict

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

Copies = tuple[PageSummary, ...]


@site_check(
    id="dup-exact",
    title="No identical pages under different URLs",
    citation="IDEA 3(a)(3); M-23-22 A.3a",
    strength=Strength.STATUTE,
    automation=Automation.FULL,
    remedy="Keep one of the URLs and redirect the others to it (301), or name it in each as the "
    'canonical one: <link rel="canonical" href="…">.',
    decided="The main texts of pages with 100 words or more are compared word by word; pages that "
    "name another URL as canonical, pages that end at one URL, and pages in different languages "
    "are no copies. Failed where two pages share all their words. cantTell where that is true "
    "only of what the server sent and scripts may add to it, and where none were found in a walk "
    "that left pages out. Passed where the whole site has none.",
    examples=(
        Example("passed", "A whole site, every page with a text of its own."),
        Example("failed", "/permits and /apply/permits with the same text, neither canonical."),
        Example("cantTell", "No copies among 500 of 9,000 pages."),
    ),
)
def dup_exact(view: SiteView) -> Judgement:
    """Two addresses for one text split search results, and one of them grows old unseen."""
    groups = _copies(view)
    sure = [group for group in groups if sum(not page.has("unsettled") for page in group) > 1]
    count = sum(len(group) for group in sure or groups)
    measures = (("duplicate-pages", count),)
    if sure:
        groups_ = "one group" if len(sure) == 1 else f"{len(sure)} groups"
        summary = f"{count} pages share their whole text with another, in {groups_}."
        return failed(summary, *map(_evidence, sure[:50]), measures=measures)
    if groups:
        summary = "Pages share all the text that the server sent; scripts may add to it."
        return cant_tell(summary, *map(_evidence, groups[:50]), measures=measures)
    if not view.complete:
        return cant_tell("No copies were found among the pages that were seen, which are not all.")
    return passed("No two pages of the site share their whole text.", measures=measures)


def _copies(view: SiteView) -> list[Copies]:
    """Groups of pages with one text, largest first; each page by where it ended, once."""
    alike: dict[tuple[str, str], dict[str, PageSummary]] = defaultdict(dict)
    for page in own_pages(view):
        if page.text_hash and page.canonical in ("", page.url, page.final_url):
            language = page.language.lower().partition("-")[0]
            alike[page.text_hash, language].setdefault(page.final_url, page)
    groups = [tuple(pages[url] for url in sorted(pages)) for pages in alike.values()]
    return sorted((g for g in groups if len(g) > 1), key=lambda g: (-len(g), g[0].url))


def _evidence(group: Copies) -> Evidence:
    more = f" and {len(group) - 10} more" if len(group) > 10 else ""
    detail = f"The same text: {', '.join(page.url for page in group[1:10])}{more}."
    return Evidence(group[0].url, detail=detail, datum=group[0].text_hash, count=len(group))
