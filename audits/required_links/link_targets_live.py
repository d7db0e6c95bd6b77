"""Do the required links lead to real pages?"""

from audits.check import Judgement, SiteView, cant_tell, failed, inapplicable, passed, site_check
from audits.facts import targets
from audits.facts.required_site import elsewhere, in_footers
from audits.facts.targets import reached
from ideaaudit.models import Automation, Evidence, Example, Strength

_KINDS = (
    "privacy", "accessibility", "foia", "about", "vdp", "no-fear", "privacy-program",
    "inspector-general", "performance", "usa-gov",
)  # fmt: skip
_DEAD = frozenset({targets.GONE, targets.HOME})


@site_check(
    id="link-targets-live",
    title="Required links lead to real pages",
    citation="derived",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Point each link listed to the page that it names, or redirect the old address there.",
    decided="Follows the footers' required links, or where a kind has none there the others. "
    "Failed where one leads to a page that is gone, to an answer like that for a made-up path, or "
    "from another address to the front page. cantTell where one was refused, asks to sign in, or "
    "was not visited. Passed where all lead to pages; inapplicable where there are none.",
    examples=(
        Example("passed", '<footer><a href="/privacy">Privacy policy</a></footer>, and it answers'),
        Example("failed", "A link to /foia, which answers 404."),
        Example("cantTell", "A link that the walk did not come to."),
        Example("inapplicable", "A site without such links."),
    ),
)
def link_targets_live(view: SiteView) -> Judgement:
    """A promise in the footer that leads nowhere is worse than none: people stop looking."""
    ends = {
        (kind, url): reached(view, url, kind)
        for kind in _KINDS
        for url in (in_footers(view, kind) or elsewhere(view, kind))[:3]
    }
    if not ends:
        return inapplicable("No required link was seen.")
    live = sum(end.state == targets.LIVE for end in ends.values())
    measures = [("required-links", len(ends)), ("required-links-live", live)]
    dead = _evidence(view, {key: end for key, end in ends.items() if end.state in _DEAD})
    if dead:
        return failed("Required links lead to no such page.", *dead, measures=measures)
    open_ = _evidence(view, {key: end for key, end in ends.items() if end.state != targets.LIVE})
    if open_:
        return cant_tell("Some required links' pages were not seen.", *open_, measures=measures)
    return passed("All required links lead to pages.", Evidence(view.target.url), measures=measures)


def _evidence(view: SiteView, ends: dict[tuple[str, str], targets.Reached]) -> list[Evidence]:
    return [
        Evidence(view.target.url, detail=f"{url}: {end.detail}", datum=f"{kind} {end.state}")
        for (kind, url), end in ends.items()
    ]
