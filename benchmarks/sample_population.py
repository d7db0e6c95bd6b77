"""A whole site, every page rendered: what samples of it are measured against."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256

from ideaaudit.models import Outcome, PageObservation
from ideaaudit.storage import RunStore, Walked
from ideaaudit.structure import parts_of, structure_key
from ideaaudit.web import class_of_forms, class_of_url, parse_html

# What shares of pages are tried: none, one page (-1), all, and those between.
SHARES = (0.0, -1.0, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 0.9, 0.98, 1.0)


@dataclass(frozen=True, slots=True)
class Population:
    """One site.

    Attributes:
        pages: as sampling sees them.
        causes: by (check, cause), the URLs that it stands on.
        checks: by check, the URLs that fail it.
    """

    site: str
    pages: tuple[Walked, ...]
    causes: dict[tuple[str, str], frozenset[str]]
    checks: dict[str, frozenset[str]]

    def planted(self) -> Iterator[tuple[str, float, frozenset[str]]]:
        """Failures on given shares of the pages: strewn over the site, and together in templates,
        as faults of a template are; each with its name and its share.
        """
        together = [p.url for p in sorted(self.pages, key=lambda page: (page.template, page.url))]
        strewn = sorted(together, key=lambda url: sha256(url.encode()).digest())
        for share in SHARES:
            count = 1 if share < 0 else round(share * len(self.pages))
            for name, urls in (("strewn", strewn), ("together", together)):
                yield name, count / len(self.pages), frozenset(urls[:count])


def population(run: RunStore, site: str) -> Population:
    """A judged run's site; pages that no browser rendered are left out, and so is each page's
    second host, where both were walked."""
    linked = {page.url: page for page in run.walked(site)}
    rendered = {row.url: row for row in run.pages(site) if row.rendered and row.url in linked}
    kept = {url: row for url, row in rendered.items() if not _is_twin(url, rendered)}
    pages = tuple(
        _page(seen, linked[seen.url], kept[seen.url].title)
        for seen in run.page_observations(site)
        if seen.url in kept
    )
    causes = {
        (cause.check, cause.id): frozenset(cause.urls) & kept.keys()
        for cause in run.causes(site)
        if cause.outcome is Outcome.FAILED
    }
    failed: dict[str, set[str]] = {}
    for url, row in kept.items():
        for check, outcome in row.outcomes:
            failed.setdefault(check, set()).update((url,) if outcome is Outcome.FAILED else ())
    return Population(
        site,
        pages,
        {key: urls for key, urls in causes.items() if urls},
        {check: frozenset(urls) for check, urls in failed.items()},
    )


def _page(seen: PageObservation, walked: Walked, title: str) -> Walked:
    """Keyed anew, so that a stored site tries the sampling of today."""
    root = parse_html(seen.served_html or "")
    return Walked(
        url=walked.url,
        depth=walked.depth,
        template=structure_key(root),
        page_class=class_of_url(seen.url) or class_of_forms(root),
        linked_from=walked.linked_from,
        title=title,
        parts=parts_of(root),
    )


def _is_twin(url: str, known: dict[str, object]) -> bool:
    return "://www." not in url and url.replace("://", "://www.", 1) in known


def described(site: Population) -> str:
    """Its templates and causes in one line."""
    templates = Counter(page.template for page in site.pages)
    often = sum(len(urls) >= 0.02 * len(site.pages) for urls in site.causes.values())
    once = sum(len(urls) == 1 for urls in site.causes.values())
    return (
        f"{len(site.pages)} pages, {len(templates)} templates (the largest has "
        f"{max(templates.values()) / len(site.pages):.0%}), {len(site.causes)} causes: "
        f"{often} on 2 % of the pages or more, {once} on one page"
    )
