"""Where a page or a document collects information, as evidence."""

from audits.facts.page import PageFacts
from ideaaudit.models import Evidence

MOST = 20


def collections_of(facts: PageFacts) -> list[Evidence]:
    """A page's forms that ask for information, or the document that is such a form."""
    url = facts.page.final_url
    if facts.paper is not None:
        return [Evidence(url, datum=facts.paper.name, path="document")]
    forms = [form for form in facts.forms if form.kind == "collection"]
    return [Evidence(url, markup=f.markup, datum=f.action, path="form") for f in forms[:MOST]]
