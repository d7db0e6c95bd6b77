"""How many of GSA's shared services does the site use?"""

from audits.check import Judgement, SiteView, Value, passed, site_check
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageSummary, Strength

# Each service, and the signal that shows it: its name, and its values ("" for any).
_SERVICES = (
    ("DAP", "dap", ()),
    ("Search.gov", "search", ("search.gov",)),
    ("Touchpoints", "survey", ("touchpoints",)),
    ("Login.gov", "sign-in", ("login.gov",)),
    ("USWDS", "uswds", ("version", "used")),
    ("cloud.gov", "hosting", ("cloud.gov",)),
)


@site_check(
    id="shared-dap-touchpoints-uswds",
    title="Count of GSA shared services used",
    citation="IDEA 7(a)",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="See whether a shared service could take the place of what the site runs by itself: "
    "DAP, Search.gov, Touchpoints, Login.gov, USWDS, cloud.gov.",
    decided="A count, and no verdict on the site: always passed where pages were seen.",
    examples=(Example("passed", "DAP and USWDS: 2 of 6."),),
)
def shared_dap_touchpoints_uswds(view: SiteView) -> Judgement:
    """What one office has built well need not be built again, and people know it already."""
    pages = own_pages(view)
    used = [(name, page) for name, key, values in _SERVICES if (page := _first(pages, key, values))]
    names = ", ".join(name for name, _ in used) or "none"
    versions = sorted({v for page in pages for v in page.all("uswds-version")})
    measures: list[tuple[str, Value]] = [
        ("shared-services", len(used)),
        ("shared-services-used", names),
    ]
    measures += [("uswds-version", ", ".join(versions))] if versions else []
    return passed(
        f"{len(used)} of {len(_SERVICES)} shared services were recognized: {names}.",
        *(Evidence(page.url, detail=name) for name, page in used),
        measures=measures,
    )


def _first(pages: tuple[PageSummary, ...], key: str, values: tuple[str, ...]) -> PageSummary | None:
    for page in pages:
        found = page.all(key)
        if found and (not values or set(values).intersection(found)):
            return page
    return None
