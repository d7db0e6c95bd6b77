"""Does the accessibility statement say how to call through a relay service?"""

from audits.check import Judgement, agency_check
from audits.facts.statements import Item, has, judge_item
from ideaaudit.models import Automation, Example, SiteSummary, Strength

_ITEM = Item(
    has("relay"),
    "The statement tells of a relay service.",
    "No relay service in the markup; scripts may add it.",
    "The statement tells of no relay service.",
)


@agency_check(
    id="a11y-statement-relay",
    title="Relay service instructions",
    citation="M-24-08 item 6",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Say that people who are deaf or have a speech disability can dial 7-1-1 for the "
    "telecommunications relay service; fcc.gov/trs explains it.",
    decided="Passed where a site's statement has TRS, 7-1-1, 711, a relay service, or a link to "
    "the FCC's page on it. Failed where it does not (a TTY number alone is none); cantTell where "
    "scripts may add more.",
    examples=(
        Example("passed", "“Dial 7-1-1 to reach the telecommunications relay service.”"),
        Example("failed", "Only a telephone number, or a TTY number."),
        Example("cantTell", "The same, on a page that scripts may add to."),
    ),
)
def a11y_statement_relay(_agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    """Whoever cannot hear or speak on the telephone calls through a relay service."""
    return judge_item(sites, _ITEM)
