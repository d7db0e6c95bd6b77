"""Do the pages of the site share one header and one footer?"""

from collections import Counter, defaultdict
from collections.abc import Sequence

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts.duplicates import likeness
from audits.facts.site import own_pages, settled
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

# Regions that have this share of links and words in common are one; a menu that marks the
# current page, or a line that differs, leaves more than this.
_ALIKE = 0.6


@site_check(
    id="brand-header-footer-consistent",
    title="Same header/footer/nav across pages",
    citation="IDEA 3(a)(2)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Move the pages listed to the template that the rest of the site uses.",
    decided="Headers and footers are compared by their links and words, pages of one language "
    "with each other. Passed where 95 % of pages or more share theirs, cantTell from 70 %, "
    "failed below. Inapplicable where the whole site has fewer than two pages to compare.",
    examples=(
        Example("passed", "All pages share one header and one footer."),
        Example("failed", "Half of the pages have another header."),
        Example("cantTell", "One page in ten has another footer."),
    ),
)
def brand_header_footer_consistent(view: SiteView) -> Judgement:
    """A header that changes from page to page makes people wonder whether they have left the
    site, and hides the way back."""
    pages = [page for page in settled(own_pages(view)) if page.header_key or page.footer_key]
    if len(pages) < 2:
        few = "Fewer than two pages with a header or footer were seen."
        return inapplicable(few) if view.complete else cant_tell(few)
    groups = defaultdict(list)
    for page in pages:
        groups[page.language.lower().split("-")[0]].append(page)
    strays = sorted(page.url for group in groups.values() for page in _strays(group))
    same = len(pages) - len(strays)
    ratio = same / len(pages)
    summary = f"{same} of {len(pages)} pages share the site's header and footer."
    measures = (("header-footer-share", round(ratio, 4)),)
    evidence = [Evidence(url, detail="Another header or footer.") for url in strays[:20]]
    if ratio >= 0.95:
        return passed(summary, measures=measures)
    answer = cant_tell if ratio >= 0.7 else failed
    return answer(summary, *evidence, measures=measures)


def _strays(pages: Sequence[PageSummary]) -> list[PageSummary]:
    """The pages that are not like the most usual header and footer of their language."""
    header = _usual([page.header_key for page in pages])
    footer = _usual([page.footer_key for page in pages])
    return [p for p in pages if not (_like(p.header_key, header) and _like(p.footer_key, footer))]


def _usual(keys: Sequence[str]) -> str:
    """The key that most others are like; "" where most pages have none."""
    counts = Counter(keys)
    near = {
        key: sum(n for other, n in counts.items() if _like(other, key))
        for key, _ in counts.most_common(50)
    }
    return max(sorted(near), key=lambda key: near[key])


def _like(one: str, other: str) -> bool:
    return one == other or likeness(one, other) >= _ALIKE
