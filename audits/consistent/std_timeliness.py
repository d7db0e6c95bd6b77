"""Does content that is soon out of date say of when it is?"""

import re

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.dates import OF_CONTENT
from audits.facts.page import facts_of
from audits.facts.timely import timely_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_YEAR = re.compile(r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.-]\d{1,2}[/.-]\d{2}\b")


@page_check(
    id="std-timeliness",
    title="Date on time-sensitive content",
    citation="website standard Timeliness (Draft); M-23-22 A.4",
    strength=Strength.DRAFT,
    automation=Automation.PARTLY,
    remedy="Show when the content was published, updated or reviewed, as in “Updated March 3, "
    "2026”, and change the date with the content.",
    decided="For news, alerts, data, policy, health and what changes every year, told by metadata, "
    "the path or the title. Passed where a date is shown with published, updated or reviewed, in "
    "English or Spanish, or in a `time` element so named. cantTell for a date of another form or "
    "in metadata alone, and without a date where the kind of content is a guess. Failed where an "
    "item of news or an alert has no date at all. Inapplicable to other content.",
    needs=("html",),
    examples=(
        Example(
            "passed",
            "<main><p>FOR IMMEDIATE RELEASE</p><p>Published March 3, 2026</p></main>",
        ),
        Example("failed", "<main><p>FOR IMMEDIATE RELEASE</p><p>We open an office.</p></main>"),
        Example("cantTell", "<main><p>FOR IMMEDIATE RELEASE</p><p>In spring 2026</p></main>"),
        Example("inapplicable", "<main><p>How to apply</p></main>"),
    ),
)
def std_timeliness(page: PageObservation) -> Judgement:
    """A warning of last year that looks like one of today sends people the wrong way."""
    facts = facts_of(page)
    timely = timely_of(facts.document)
    if not timely.kind:
        return inapplicable("The page is of no kind that is soon out of date.")
    where = Evidence(page.final_url, detail=f"Recognized as: {timely.kind}.", datum=timely.kind)
    for one in facts.dates:
        if one.visible and one.kind in OF_CONTENT:
            detail = f"Recognized as: {timely.kind}; {one.kind} {one.day}."
            return passed("The page says of when it is.", Evidence(page.final_url, detail=detail))
    if facts.dates:
        return cant_tell("The page has a date, and not in the standard's form.", where)
    if not timely.sure:
        return cant_tell("No date was found; whether the page needs one is a guess.", where)
    if facts.unsettled or _YEAR.search(facts.document.text):
        return cant_tell("No date was recognized; there may be one.", where)
    return failed("An item of news or an alert has no date.", where)
