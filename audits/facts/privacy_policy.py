"""What a privacy policy says of itself: its date, its way to the Privacy Program Page, its grade
(M-23-22 III.A.9a)."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.facts.page import PageFacts
from audits.facts.required import links_to
from audits.facts.site import own_pages, page_at
from ideaaudit.models import PageObservation, PathSeen

_STAMP = re.compile(
    r"\b(?:effective|in effect|as of|version|vigente|en vigor|a partir del?|last|date[d:]?"
    r"|fecha)\b[^.]{0,40}$"
)
_GOVERNMENT = re.compile(r"\.(?:gov|mil)(?::\d+)?$")


@dataclass(frozen=True, slots=True)
class Policy:
    """A privacy policy that was seen.

    Attributes:
        date: "dated", "hinted" (a date without a word, or one that visitors do not see), or "".
        program: "linked", "itself" where it stands at /privacy, or "".
        grade: of its English text (Flesch-Kincaid), or None.
        whole: whether what was seen is all that visitors get.
    """

    url: str
    date: str
    program: str
    grade: float | None
    whole: bool


def policy_signal(facts: PageFacts) -> str:
    """A policy in few words, for the page's summary."""
    grade = facts.readability.grade if facts.readability else ""
    return f"{_date(facts)}|{_program(facts)}|{grade}|{'' if facts.unsettled else 'whole'}"


def policies_of(view: SiteView) -> list[Policy]:
    """The site's privacy policies: what its footers' links to one lead to, where there are any.

    Else what other links lead to, and then pages that look like one. Those may be about privacy
    and no policy: they are never `whole`, for nothing that they lack is certain.
    """
    named = {url for page in own_pages(view) for url in page.all("footer-link:privacy")}
    if named:
        return [found for url in sorted(named) for found in _at(view, url)]
    links = {url for page in own_pages(view) for url in page.all("link:privacy")}
    likely = [found for url in sorted(links) for found in _at(view, url)]
    return [replace(one, whole=False) for one in likely or _alikes(view)]


def _alikes(view: SiteView) -> list[Policy]:
    paths = [path for path in view.observation.paths or () if path.name in _NAMES]
    return [
        *(_policy(page.url, said) for page in own_pages(view) for said in page.all("policy")),
        *(found for path in paths for found in _read(path, view)),
    ]


_NAMES = ("link:privacy", "privacy")


def _at(view: SiteView, url: str) -> Iterable[Policy]:
    page = page_at(view, url)
    if page is not None:
        return [_policy(page.url, said) for said in page.all("policy")]
    paths = [path for path in view.observation.paths or () if path.name in _NAMES]
    return [found for path in paths if _alike(path.url, url) for found in _read(path, view)]


def _alike(one: str, other: str) -> bool:
    return one.rstrip("/") == other.rstrip("/")


def _read(path: PathSeen, view: SiteView) -> list[Policy]:
    """A probed page, if it is a policy."""
    facts = facts_of_path(path, view)
    if facts is None or not any(one.kind == "privacy" for one in facts.policy_pages):
        return []
    return [_policy(path.url, policy_signal(facts))]


def facts_of_path(path: PathSeen, view: SiteView) -> PageFacts | None:
    """The facts of a probed page; None where no page answered, or only as for a made-up path."""
    if path.status is None or path.status >= 300 or path.soft_404 or not path.text:
        return None
    seen = PageObservation(
        site=view.target.site,
        url=path.url,
        hops=path.hops,
        media_type=path.media_type,
        served_html=path.text,
        fetched_at=view.observation.observed_at,
    )
    return PageFacts(seen)


def _policy(url: str, said: str) -> Policy:
    date, program, grade, whole = (said.split("|") + [""] * 4)[:4]
    return Policy(url, date, program, float(grade) if grade else None, bool(whole))


def _date(facts: PageFacts) -> str:
    dates = [one for one in facts.dates if one.kind != "moment"]
    if any(one.visible and (one.kind != "unknown" or _stamped(facts, one.text)) for one in dates):
        return "dated"
    return "hinted" if dates else ""


def _stamped(facts: PageFacts, text: str) -> bool:
    """Whether a word that tells what the date is stands before it."""
    shown = facts.document.text.lower()
    at = shown.find(text.lower())
    return at >= 0 and bool(_STAMP.search(shown[max(0, at - 60) : at]))


def _program(facts: PageFacts) -> str:
    own = urlsplit(facts.page.final_url)
    links = links_to("privacy-program", facts.links)
    if any(_leads_on(link.where, own.netloc.lower(), own.path.lower()) for link in links):
        return "linked"
    return "itself" if own.path.rstrip("/").lower() == "/privacy" else ""


def _leads_on(where: str, host: str, path: str) -> bool:
    """Whether a link leads to another page of a government's host."""
    if where.rstrip("/") == f"//{host}{path}".rstrip("/"):
        return False
    return bool(_GOVERNMENT.search(where[2:].partition("/")[0]))
