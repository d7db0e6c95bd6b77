"""Pages that law or policy asks for: ("page:KIND", parts) for the kinds of
`audits.facts.policy_pages`, "itself" among the parts where it is no page below it and "unsettled"
where scripts may add to it; ("policy", words) of a privacy policy; for agency checks also
("path:NAME", "live" or "gone") of the paths that policy names."""

from collections.abc import Iterator
from datetime import date, timedelta

from audits.check import SiteView
from audits.facts.days import read_day
from audits.facts.fiscal import reaches_to
from audits.facts.page import PageFacts
from audits.facts.privacy_policy import facts_of_path, policy_signal
from audits.facts.tree import normal

RANK = 1
_FILES = (".pdf", ".xlsx", ".xls", ".docx", ".csv")
_PATHS = ("about", "foia", "no-fear", "privacy", "developer")
_LINKED = ("link:about", "link:foia", "link:no-fear", "link:privacy-program", "link:developer")
# A quarter, the 30 days after it within which figures are due, and a week for the site to do it.
_DUE = timedelta(days=92 + 30 + 7)
_STALE = timedelta(days=548)


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    for page in facts.policy_pages:
        if page.kind == "privacy":
            yield "policy", policy_signal(facts)
            continue
        words = [*page.parts]
        words += ["itself"] if page.itself else []
        words += ["unsettled"] if facts.unsettled else []
        words += _figures(facts) if page.kind == "no-fear" else []
        yield f"page:{page.kind}", " ".join(words)


def site_signals(view: SiteView) -> Iterator[tuple[str, str]]:
    for path in view.observation.paths or ():
        if path.name not in _PATHS and path.name not in _LINKED:
            continue
        facts = facts_of_path(path, view)
        if facts is not None:
            yield f"path:{path.name}", "live"
            yield from (found for found in page_signals(facts) if found[0].startswith("page:"))
        elif path.status in (404, 410) or path.soft_404:
            yield f"path:{path.name}", "gone"


def _figures(facts: PageFacts) -> list[str]:
    """How new the newest figures of a No FEAR page are, and whether it leads to files."""
    seen = read_day(facts.page.fetched_at)
    near = [link for link in facts.links if link.region in ("main", "")]
    files = ["files"] if any(link.where.endswith(_FILES) for link in near) else []
    said = f"{normal(facts.document.main_text)} {' '.join(link.text for link in near)}"
    newest = reaches_to(said, seen) if seen else None
    return files + ([_age(newest, seen)] if newest and seen else [])


def _age(newest: date, seen: date) -> str:
    if seen - newest <= _DUE:
        return "fresh"
    return "stale" if seen - newest > _STALE else "late"
