"""Whether people do more on a site than read."""

from collections.abc import Iterable

from audits.facts.site import settled
from ideaaudit.models import PageSummary

_FORMS = frozenset({"collection", "login", "filter"})


def transactional(pages: Iterable[PageSummary]) -> list[PageSummary]:
    """Pages with a form to fill in or to choose by, or a way to sign in."""
    return [one for one in pages if _FORMS.intersection(one.all("form")) or one.has("sign-in")]


def only_informs(pages: tuple[PageSummary, ...], complete: bool) -> bool:
    """Whether the whole site was seen, and people can do no more than read there."""
    return complete and len(settled(pages)) == len(pages) > 0 and not transactional(pages)
