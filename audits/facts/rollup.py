"""What the pages of a site came to, criterion by criterion.

The value of a measure "sc:1.4.3" is one of these, and reports may show it as it stands:
"failed 3 of 20 pages", "failed 3 of 20 pages; review 2", "review 2 of 20 pages", "not failed on
20 pages" (rules looked and found nothing, which is no pass), "absent on 20 pages" (sound and video
alone), "not tested" (no rule sees it: a person must), and "always met" (4.1.1, by the erratum).
"""

from collections.abc import Sequence
from dataclasses import dataclass

from audits.check import SiteView
from audits.facts.site import own_pages
from ideaaudit.models import PageSummary
from ideaaudit.wcag import ALWAYS_MET, Criterion


@dataclass(frozen=True, slots=True)
class Standing:
    """How a site stands on one criterion.

    Attributes:
        failed, review: URLs of the pages where it fails, and those where a person must look.
        tested: on how many pages anything was looked for.
        absent: whether what the criterion is about is on no page of the site.
    """

    criterion: Criterion
    failed: tuple[str, ...]
    review: tuple[str, ...]
    tested: int
    absent: bool = False

    @property
    def value(self) -> str:
        """As this module's docstring has it."""
        if self.failed:
            left = f"; review {len(self.review)}" if self.review else ""
            return f"failed {len(self.failed)} of {_pages(self.tested)}{left}"
        if self.criterion.id == ALWAYS_MET:
            return "always met"
        if self.review:
            return f"review {len(self.review)} of {_pages(self.tested)}"
        if self.absent:
            return f"absent on {_pages(self.tested)}"
        if self.criterion.axe and self.tested:
            return f"not failed on {_pages(self.tested)}"
        return "not tested"


def standings(view: SiteView, criteria: Sequence[Criterion]) -> tuple[Standing, ...]:
    """Every criterion over all pages of the site that were seen."""
    pages = own_pages(view)
    rendered = frozenset(page.url for page in pages if page.has("axe"))
    failed = {page.url: _numbers(page, "axe-failed") for page in pages}
    review = {page.url: _numbers(page, "axe-review") for page in pages}
    silent = view.complete and bool(pages) and not any(
        page.has("media") or page.has("unsettled") for page in pages
    )  # fmt: skip
    return tuple(
        _standing(one, view, rendered, failed, review, len(pages) if silent else 0)
        for one in criteria
    )


def _standing(
    criterion: Criterion,
    view: SiteView,
    rendered: frozenset[str],
    failed: dict[str, frozenset[str]],
    review: dict[str, frozenset[str]],
    silent: int,
) -> Standing:
    key, own = criterion.id, frozenset(criterion.checks)
    bad = [url for url in failed if key in failed[url] or own & view.failed.get(url, frozenset())]
    open_ = [url for url in review if key in review[url] and url not in bad]
    absent = criterion.media and silent > 0
    tested = silent if absent else len(rendered.union(bad))
    return Standing(criterion, tuple(bad), tuple(open_), tested, absent)


def _numbers(page: PageSummary, name: str) -> frozenset[str]:
    return frozenset(" ".join(page.all(name)).split())


def _pages(count: int) -> str:
    return f"{count} page{'' if count == 1 else 's'}"
