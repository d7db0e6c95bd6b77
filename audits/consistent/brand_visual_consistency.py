"""Do the pages of the site have one look?"""

from collections import Counter
from collections.abc import Sequence

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import own_pages, share, with_signal
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

_ALIKE = 0.95


@site_check(
    id="brand-visual-consistency",
    title="Same fonts, colors, design system across pages",
    citation="IDEA 3(a)(2)",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Let the pages listed load the style sheets that the rest of the site has.",
    decided="Pages that a browser opened are compared by the set of their style sheets. Passed "
    "where 95 % or more load one set; else cantTell, for other sheets may look the same. The most "
    "used font of each page is measured beside it. Inapplicable where the whole site has one page.",
    examples=(
        Example("passed", "All pages load one set of style sheets."),
        Example("cantTell", "Half of the pages load another set."),
        Example("inapplicable", "A site of one page."),
    ),
)
def brand_visual_consistency(view: SiteView) -> Judgement:
    """A page that looks unlike the others makes people ask whether it is still the same site."""
    pages = with_signal(own_pages(view), "style-set")
    if len(pages) < 2:
        if view.complete and len(own_pages(view)) < 2:
            return inapplicable("The site has one page.")
        return cant_tell("Fewer than two pages were opened in a browser.")
    usual, same = _most(pages, "style-set")
    font, fonts = _most(pages, "font")
    ratio = same / len(pages)
    measures = (
        ("style-set-share", round(ratio, 4)),
        ("font", font),
        ("font-share", round(fonts / len(pages), 4)),
    )
    summary = f"{share(same, len(pages))} pages load one set of style sheets."
    if ratio >= _ALIKE:
        return passed(summary, Evidence(pages[0].url, detail=font), measures=measures)
    strays = [page for page in pages if usual not in page.all("style-set")]
    where = [
        Evidence(page.url, detail="Another set of style sheets.", datum=page.all("style-set")[0])
        for page in strays[:20]
    ]
    return cant_tell(summary, *where, measures=measures)


def _most(pages: Sequence[PageSummary], name: str) -> tuple[str, int]:
    """The value of a signal that most pages have, and how many do."""
    counted = Counter(value for page in pages for value in page.all(name))
    best = max(sorted(counted), key=lambda value: counted[value], default="")
    return best, counted[best]
