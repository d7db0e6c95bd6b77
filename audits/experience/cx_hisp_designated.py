"""Does the site belong to a designated service of a High Impact Service Provider?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import at_home
from ideaaudit.models import Automation, Example, Strength


@site_check(
    id="cx-hisp-designated",
    title="Site belongs to a HISP designated service",
    citation="A-11 280",
    strength=Strength.ADVISORY,
    automation=Automation.FULL,
    remedy="Nothing is to be mended: this says whether section 280's duties bind the site. Name "
    "the designated service in the column hisp of the list of sites.",
    decided="By the list of sites that was given, in its column hisp; no complete list is "
    "published. Passed says no more than that it is one. Inapplicable where the list says it is "
    "none, cantTell where no list says anything.",
    examples=(
        Example("passed", "The list names the service “Passport renewal”."),
        Example("cantTell", "The list has no such column."),
        Example("inapplicable", "The list says that the site belongs to none."),
    ),
)
def cx_hisp_designated(view: SiteView) -> Judgement:
    """Millions depend on these services, so that more is asked of them: surveys after each use,
    and results for all to see."""
    service = view.target.hisp
    if service is None:
        return cant_tell("No list says whether the site belongs to a designated service.")
    if not service:
        return inapplicable("The list of sites names no designated service for this site.")
    return passed(
        f"The site belongs to a designated service: {service}.",
        at_home(view, "As the list of sites says.", service),
        measures=[("hisp-service", service)],
    )
