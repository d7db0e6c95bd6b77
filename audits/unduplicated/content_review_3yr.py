"""Has somebody looked at this page in the last three years?"""

from datetime import date, timedelta

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.dates import newest
from audits.facts.days import read_day
from audits.facts.page import facts_of
from audits.facts.summary import class_of
from ideaaudit.models import (
    Automation,
    Evidence,
    Example,
    PageClass,
    PageObservation,
    Strength,
)

_THREE_YEARS = timedelta(days=3 * 365 + 1)
_EXEMPT = (PageClass.LOGIN, PageClass.SEARCH)


@page_check(
    id="content-review-3yr",
    title="Unmaintained content reviewed within 3 years",
    citation="M-23-22 A.3d",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Review the page at least every three years, and show the date of the review; retire "
    "what nobody owns.",
    decided="The newest date by which the page says that it was published, updated or reviewed. "
    "Passed where that is less than three years before the visit. cantTell where it is older, or "
    "there is none: a review may have been noted elsewhere. A Last-Modified header of the moment "
    "of the visit does not count. Sign-in and search result pages are inapplicable.",
    needs=("html",),
    examples=(
        Example("passed", "<p>Last reviewed: March 5, 2026</p>"),
        Example("cantTell", "<p>Last updated: March 5, 2019</p>"),
        Example("inapplicable", "A sign-in page."),
    ),
)
def content_review_3yr(page: PageObservation) -> Judgement:
    """Old advice that nobody has looked at can cost people a benefit or a deadline."""
    if class_of(page) in _EXEMPT:
        return inapplicable("Sign-in and search result pages hold no content to review.")
    found, seen = newest(facts_of(page).dates), read_day(page.fetched_at)
    if found is None or seen is None:
        return cant_tell("The page does not say when it was last looked at.")
    measures = (("newest-date", found.day),)
    where = Evidence(page.url, detail=f"{found.kind} {found.day} ({found.source}: {found.text})")
    if date.fromisoformat(found.day) > seen - _THREE_YEARS:
        return passed("The page was looked at in the last three years.", where, measures=measures)
    return cant_tell("The page's newest date is over three years old.", where, measures=measures)
