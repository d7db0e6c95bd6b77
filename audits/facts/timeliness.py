"""Whether a page says of itself how old it is: what two checks ask of its dates (M-23-22 A.3d,
A.4)."""

from dataclasses import dataclass

from audits.check import SiteView
from ideaaudit.models import PageClass, PageSummary

_EXEMPT = frozenset({PageClass.LOGIN, PageClass.SEARCH})


@dataclass(frozen=True, slots=True)
class Timeliness:
    """What is known of a page's date.

    Attributes:
        state: "dated"; "unclear" (a date that no word explains, or a server's clock); "sitemap"
            (only the site's sitemap has dates); "unsettled"; "none"; or "exempt".
        kind, source: of the best date, as `audits.facts.dates` has them.
    """

    state: str
    kind: str = ""
    source: str = ""


def timeliness_of(page: PageSummary, view: SiteView) -> Timeliness:
    """How a page shows its age, as far as it, its answer and the site's sitemaps say."""
    if page.page_class in _EXEMPT:
        return Timeliness("exempt")
    for value in page.all("dated"):
        kind, _, source = value.partition(" ")
        state = "unclear" if kind in ("unknown", "moment") else "dated"
        return Timeliness(state, kind, source)
    if any(one.dated for one in view.observation.sitemaps or ()):
        return Timeliness("sitemap")
    return Timeliness("unsettled" if page.has("unsettled") else "none")
