"""Who counts the visitors of a page.

("dap-source", where DAP comes from; see `audits.facts.dap_version`), ("dap-version", version),
("dap-hidden", why DAP may be there unseen), ("tracker", name) and ("cookie-of", domain).
"""

from collections.abc import Iterator

from audits.facts.dap_version import source_of
from audits.facts.page import PageFacts

RANK = 3


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    page, dap = facts.page, facts.dap
    version = page.rendering.dap_version if page.rendering else ""
    for name, value in (
        ("dap-source", source_of(page, dap)),
        ("dap-version", version[:60]),
        ("dap-hidden", "" if dap.how else dap.hidden_by),
    ):
        if value:
            yield name, value
    yield from (("tracker", name) for name in facts.trackers.names)
    yield from (("cookie-of", domain) for domain in facts.trackers.cookies[:20])
