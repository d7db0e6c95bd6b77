"""Forms, on the page and as files: ("form", kind), ("omb", number), ("document", extension),
("form-file", "type url")."""

from collections.abc import Iterator

from audits.facts.page import PageFacts
from audits.facts.paperwork import file_type, form_files

RANK = 8


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    yield from sorted({("form", form.kind) for form in facts.forms})
    if facts.clearance is not None:
        yield "omb", facts.clearance.number
    kinds = {file_type(link) for link in facts.links} - {""}
    yield from (("document", kind) for kind in sorted(kinds))
    yield from (("form-file", f"{kind} {url}") for kind, url in form_files(facts.links))
