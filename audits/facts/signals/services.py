"""Shared services and the like: ("uswds", rung), ("uswds-version", v), ("uswds-major", n),
("dap", how),
("dap-agency", name), ("dap-agency-missing", "1"), ("search", how), ("survey", tool),
("notices", how), ("hosting", who), ("sign-in", provider)."""

from collections.abc import Iterator

from audits.facts.page import PageFacts
from audits.facts.services import hosting_of

RANK = 1


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    uswds, dap = facts.uswds, facts.dap
    named = (
        ("uswds", uswds.rung),
        ("uswds-version", uswds.version),
        ("uswds-major", uswds.major),
        ("dap", dap.how),
        ("dap-agency", dap.agency),
        ("dap-agency-missing", "1" if dap.how and dap.agency_known and not dap.agency else ""),
        ("search", facts.search.how),
        ("survey", facts.survey),
        ("notices", facts.notices),
        ("hosting", hosting_of(facts.page.headers)),
    )
    yield from ((name, value) for name, value in named if value)
    yield from (("sign-in", provider) for provider in facts.sign_in)
