"""Does the agency publish nearly the same page more than once?"""

from audits.check import Judgement, agency_check, cant_tell, inapplicable, passed
from audits.facts.clusters import clusters
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength


@agency_check(
    id="dup-near",
    title="No near-duplicate pages within agency",
    citation="IDEA 3(a)(3); M-23-22 A.3a",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="For each group choose the one page to keep, redirect the others to it, or name it as "
    "their canonical page.",
    version=2,
    decided="The main texts of all pages with 100 words or more are compared by SimHash; pages "
    "that name another as canonical are left out. cantTell, with the groups, where texts are "
    "nearly the same, for only a person knows whether they serve different people. Passed where "
    "none are.",
    examples=(
        Example("passed", "Every page has a text of its own."),
        Example("cantTell", "Two sites of the agency publish the same leaflet."),
        Example("inapplicable", "Fewer than two pages have 100 words or more."),
    ),
)
def dup_near(agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:  # noqa: ARG001
    """When two pages say almost the same, people cannot know which one to trust, and one of
    them grows old."""
    prints = [one for site in sites for one in site.prints]
    if len(prints) < 2:
        return inapplicable("Fewer than two pages have 100 words or more.")
    groups = clusters(prints)
    if not groups:
        return passed(f"No two of {len(prints)} pages have nearly the same text.")
    pages = sum(len(group) for group in groups)
    count = "one group" if len(groups) == 1 else f"{len(groups)} groups"
    summary = f"{pages} of {len(prints)} pages are nearly the same as another, in {count}."
    return cant_tell(summary, *map(_evidence, groups[:50]))


def _evidence(group: tuple[str, ...]) -> Evidence:
    others = ", ".join(group[1:10])
    more = f" and {len(group) - 10} more" if len(group) > 10 else ""
    detail = f"Nearly the same: {others}{more}."
    return Evidence(group[0], detail=detail, datum=group[0], count=len(group))
