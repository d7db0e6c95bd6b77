"""Whether a site has a link that law or policy asks for, and whether it leads anywhere."""

from collections.abc import Iterable

from audits.check import Judgement, SiteView, cant_tell, failed, passed
from audits.facts import targets
from audits.facts.site import own_pages
from audits.facts.targets import reached
from ideaaudit.models import Evidence, Outcome, PageClass, PageSummary, Tier

BOUND = frozenset({Tier.PRINCIPAL, Tier.SUB_AGENCY})
_KNOWN_LANGUAGES = frozenset({"", "en", "es"})
_UNKNOWN = "Only a principal site must have it, and the site's tier is unknown."
_DEAD = frozenset({targets.GONE, targets.HOME})


def in_footers(view: SiteView, kind: str) -> list[str]:
    """The targets of the footers' links of one kind, sorted."""
    return _targets(own_pages(view), f"footer-link:{kind}")


def elsewhere(view: SiteView, kind: str) -> list[str]:
    """The targets of such links that stand outside footers, sorted."""
    return _targets(own_pages(view), f"link:{kind}")


def footer_link(view: SiteView, kind: str, noun: str) -> Judgement:
    """A link that a footer must have: found there and live, outside it, absent, or not told.

    A site of unknown tier that has it needs no tier to pass; one that lacks it may be free to.

    Args:
        noun: what it leads to, as a sentence has it: "the FOIA page".
    """
    tier, footer = view.target.tier, in_footers(view, kind)
    if footer:
        found = followed(view, kind, footer, noun)
        return found if tier in BOUND else unless_bound(found)
    if tier not in BOUND:
        return cant_tell(f"No footer with a link to {noun} was seen. {_UNKNOWN}")
    if any(kind in page.all("footer-kinds")[0].split() for page in _naming(view)):
        return cant_tell(f"Footers of other pages than the front page link to {noun}.")
    outside = elsewhere(view, kind)
    if outside:
        summary = f"A link to {noun} stands outside the footer."
        return cant_tell(summary, Evidence(view.target.url, detail=f"It leads to {outside[0]}."))
    return absent(view, noun)


def unless_bound(found: Judgement) -> Judgement:
    """The same of a site whose tier is unknown: what it has, it has; what it lacks is open."""
    if found.outcome is not Outcome.FAILED:
        return found
    return cant_tell(f"{found.summary} {_UNKNOWN}", *found.evidence)


def anywhere(view: SiteView, kind: str, noun: str) -> Judgement:
    """A link that may stand anywhere on the front page: found and live, absent, or not told."""
    found = in_footers(view, kind) + elsewhere(view, kind)
    return followed(view, kind, found, noun) if found else absent(view, noun)


def followed(view: SiteView, kind: str, urls: Iterable[str], noun: str) -> Judgement:
    """What the links' targets make of it: one that answers is enough."""
    found = [(url, reached(view, url, kind)) for url in dict.fromkeys(urls)]
    evidence = [
        Evidence(view.target.url, detail=f"{url}: {end.detail}", datum=f"{kind} {end.state}")
        for url, end in found[:5]
    ]
    states = {end.state for _, end in found}
    if targets.LIVE in states:
        return passed(f"The site links to {noun}, and the page answers.", *evidence)
    if states <= _DEAD:
        return failed(f"The link to {noun} leads to no such page.", *evidence)
    return cant_tell(f"The site links to {noun}; the page was not seen.", *evidence)


def absent(view: SiteView, noun: str) -> Judgement:
    """No such link: a failure only where the front page was seen whole, in a language we read."""
    fronts = [page for page in own_pages(view) if page.page_class is PageClass.HOME]
    if not fronts:
        return cant_tell(f"The front page was not seen; no link to {noun} is known.")
    if all(page.has("unsettled") for page in fronts):
        return cant_tell(f"No link to {noun} in the markup; scripts that did not run may add one.")
    if not any(page.language.lower().partition("-")[0] in _KNOWN_LANGUAGES for page in fronts):
        return cant_tell(f"No link to {noun} was recognized; the site is in another language.")
    detail = f"The front page has no link to {noun}."
    return failed(f"The site does not link to {noun}.", Evidence(view.target.url, detail=detail))


def _targets(pages: tuple[PageSummary, ...], name: str) -> list[str]:
    return sorted({url for page in pages for url in page.all(name)})


def _naming(view: SiteView) -> tuple[PageSummary, ...]:
    return tuple(page for page in own_pages(view) if page.has("footer-kinds"))
