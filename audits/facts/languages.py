"""In which languages a site is offered, by its pages' summaries."""

from audits.check import SiteView
from audits.facts.site import own_pages
from audits.facts.translation import language_in
from ideaaudit.models import PageSummary


def other_languages(view: SiteView) -> dict[str, PageSummary]:
    """Each language but English that pages are in, or say that they are offered in, with the
    first page that shows it."""
    found: dict[str, PageSummary] = {}
    for page in own_pages(view):
        own = page.language.strip().lower().partition("-")[0]
        named = " ".join(page.all("languages")).split()
        for language in (own, language_in(page.final_url), *named):
            if language not in ("", "en"):
                found.setdefault(language, page)
    return dict(sorted(found.items()))
