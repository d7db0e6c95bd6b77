"""Does the page come fast, and stand still once it is there?"""

from audits.check import Judgement, cant_tell, page_check, passed
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

# Core Web Vitals, "good": at the 75th percentile of real visits, which one load is not.
_LCP_MS, _CLS = 2_500, 0.1


@page_check(
    id="mobile-performance",
    title="Fast and light",
    citation="M-23-22 A.8",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="See what the largest element of the first screen waits for; send less, sooner; give "
    "images and frames a width and a height, so that nothing jumps.",
    decided="Measured in one load, from where the audit ran. Passed where the largest contentful "
    "paint came within 2.5 s and the cumulative layout shift is 0.1 or less. cantTell otherwise: "
    "one load says little of what visitors meet; their own figures decide.",
    needs=("vitals",),
    examples=(
        Example("passed", "The largest element after 1.2 s, and a shift of 0.02."),
        Example("cantTell", "The largest element after 6 s."),
    ),
)
def mobile_performance(page: PageObservation) -> Judgement:
    """On a slow line every second makes people give up, and a button that jumps is pressed by
    mistake."""
    vitals = page.rendering.vitals if page.rendering else None
    if vitals is None:
        return cant_tell("The page's speed was not measured.")
    measures = (
        ("largest-contentful-paint", _rounded(vitals.lcp, 0)),
        ("cumulative-layout-shift", _rounded(vitals.cls, 4)),
        ("time-to-first-byte", _rounded(vitals.ttfb, 0)),
        ("transferred-bytes", vitals.transferred),
        ("requests", vitals.requests),
    )
    if vitals.lcp is None or vitals.cls is None:
        return cant_tell("The browser did not tell all of the page's speed.", measures=measures)
    slow = ["it comes slowly"] if vitals.lcp > _LCP_MS else []
    shifty = ["its content shifts"] if vitals.cls > _CLS else []
    detail = f"Largest paint after {vitals.lcp:.0f} ms; layout shift {vitals.cls:.3f}."
    where = Evidence(page.final_url, detail=detail, datum=" ".join([*slow, *shifty]))
    if slow or shifty:
        found = f"Measured here, {' and '.join([*slow, *shifty])}."
        return cant_tell(found, where, measures=measures)
    return passed("Measured here, the page comes fast and stands still.", where, measures=measures)


def _rounded(value: float | None, digits: int) -> float | None:
    return None if value is None else round(value, digits)
