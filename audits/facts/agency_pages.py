"""Pages that an agency's principal site must have, as its sites' summaries show them."""

from collections.abc import Sequence
from dataclasses import dataclass

from audits.check import Judgement, cant_tell, failed, passed
from ideaaudit.models import Evidence, SiteSummary, Tier


@dataclass(frozen=True, slots=True)
class Shown:
    """A page of an agency.

    Attributes:
        bound: whether a principal site was audited; else sites of unknown tier stand for it.
        seen: whether the page was seen.
        parts: all that was found in it, and in the pages below it.
        gone: whether the path that policy names answered that there is none.
        linked: whether a site links to such a page.
    """

    bound: bool
    seen: bool
    parts: frozenset[str]
    gone: bool
    linked: bool
    url: str

    def has(self, part: str) -> bool:
        return part in self.parts


def shown(sites: Sequence[SiteSummary], kind: str, path: str = "") -> Shown | None:
    """What an agency shows of a page; None where no site that must have it was audited.

    Args:
        kind: as in `audits.facts.policy_pages`, and the kind of the links to it.
        path: the name of the path that policy names for it, where that is another word.
    """
    principal = [site for site in sites if site.target.tier is Tier.PRINCIPAL]
    chosen = principal or [site for site in sites if site.target.tier is Tier.UNKNOWN]
    chosen = [site for site in chosen if site.pages]
    if not chosen:
        return None
    found = [words for site in chosen for words in site.all(f"page:{kind}")]
    answers = {said for site in chosen for said in site.all(f"path:{path or kind}")}
    return Shown(
        bound=bool(principal),
        seen=bool(found),
        parts=frozenset(word for words in found for word in words.split()),
        gone=answers == {"gone"},
        linked=any(site.all(f"footer-link:{kind}") + site.all(f"link:{kind}") for site in chosen),
        url=chosen[0].target.url,
    )


def not_judged(page: Shown | None, noun: str) -> Judgement | None:
    """The answer where the page was not seen: a failure only where its path is gone and no link
    of a principal site leads to one."""
    if page is None:
        return cant_tell("The agency's principal site is not among those that were audited.")
    if page.seen:
        return None
    if page.bound and page.gone and not page.linked:
        detail = f"No link leads to {noun}, and its usual address answers that there is none."
        return failed(f"The agency has no {noun}.", Evidence(page.url, detail=detail))
    return cant_tell(f"No {noun} was seen.")


def by_parts(
    sites: Sequence[SiteSummary], kind: str, noun: str, wanted: dict[str, str], few: int
) -> Judgement:
    """Passed where a page has all the parts that are wanted; failed where a principal site's page
    was seen whole and has no more than `few`; cantTell otherwise.

    Args:
        wanted: each part, and what it is called.
    """
    page = shown(sites, kind, {"privacy-program": "privacy"}.get(kind, ""))
    answer = not_judged(page, noun)
    if answer is not None or page is None:
        return answer or cant_tell(f"No {noun} was seen.")
    lacking = [name for part, name in wanted.items() if not page.has(part)]
    if not lacking:
        return passed(f"The {noun} has all that is asked for.", Evidence(page.url))
    where = Evidence(page.url, detail=f"Not recognized: {', '.join(lacking)}.")
    sure = page.bound and page.has("itself") and not page.has("unsettled")
    if sure and len(wanted) - len(lacking) <= few:
        return failed(f"The {noun} lacks most of what is asked for.", where)
    return cant_tell(f"Parts of what the {noun} must have were not recognized.", where)
