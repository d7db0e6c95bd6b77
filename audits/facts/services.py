"""Government-wide services that a page uses: sign-in, surveys, notices, hosting, USWDS."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audits.facts.document import Document
from audits.facts.feedback import TOUCHPOINTS
from audits.facts.links import Link
from audits.facts.near import Stems

_PROVIDERS = (
    ("login.gov", re.compile(r"//(?:secure|idp\.int)\.(?:login\.gov|identitysandbox\.gov)")),
    ("id.me", re.compile(r"//(?:[\w-]+\.)?id\.me/")),
    ("okta", re.compile(r"//[\w.-]+\.okta(?:-gov|preview)?\.com")),
    ("microsoft", re.compile(r"//login\.microsoftonline\.(?:com|us)")),
    ("nih", re.compile(r"//auth\.nih\.gov")),
    ("cdc-sams", re.compile(r"//sams\.cdc\.gov")),
    ("max.gov", re.compile(r"//(?:login|portal)\.max\.gov")),
    ("orcid", re.compile(r"//(?:www\.)?orcid\.org/(?:oauth|signin)")),
)
_SIGN_IN = re.compile(
    r"^(?:sign|log)[- ]?in(?:$| (?:to|with|here|now|or|using|as)\b|[^\w -]| [^\w ])"
    r"|^iniciar sesi[oó]n|\bsign in (?:to|with)\b|^my account$"
)
_SURVEYS = Stems(
    "digital-cloud-gov.medallia.com",
    "medallia.com/",
    "siteintercept.qualtrics.com",
    "foresee.com",
    "foreseeresults",
    "answerscloud",
    "verint.com",
    "usabilla.com",
    "surveymonkey.com/r/",
    "widget.surveymonkey.com",
)
_GOVDELIVERY = re.compile(
    r"(?:public|service|content|updates)\.govdelivery\.com|govdelivery\.com/", re.I
)
_NOTIFY = re.compile(
    r"\b(?:subscribe|e-?mail updates|(?:sign up for|get|receive) (?:\w+ ){0,3}"
    r"(?:updates|alerts|notifications|newsletters?|news)|text alerts|notification preferences"
    r"|communication preferences|newsletter|suscr[ií]b\w*)\b"
)
_USWDS = Stems("uswds")
_USWDS_VERSION = re.compile(
    r"uswds(?:[@/ -]v?|\s+v|[\w./-]{0,40}\?v(?:er)?=v?)(\d+\.\d+(?:\.\d+)?)"
)
# Class names that only the first generation had, and the package that only the third has.
_USWDS_1 = frozenset({"usa-banner-header", "usa-banner-content", "usa-grid", "usa-width-one-half"})
_USWDS_3 = "@uswds/uswds"
_CLOUD_GOV = re.compile(r"cloud\.gov", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Uswds:
    """Where the page stands on the evidence ladder (law 3.3).

    Attributes:
        rung: "version" (5 or more blocks, and a version), "used", "part" (fewer blocks), "banner"
            (only that), or "".
        version: as it was found in the markup or in a style sheet, or "".
        blocks: how many distinct blocks of USWDS are used.
        major: "1", "2" or "3" by its version, else by what only one generation has; "" unknown.
    """

    rung: str
    version: str
    blocks: int
    major: str = ""


def uswds_of(document: Document, markup: str, folded: str, marks: Sequence[str] = ()) -> Uswds:
    """USWDS by its class names and custom elements, whatever else an element is called.

    Args:
        markup, folded: served and rendered HTML, as it is and in lower case.
        marks: what the style sheets name, as `Styles.marks` has it ("uswds 3.8.1").
    """
    names = {c for e in document.usa_elements for c in document.classes.get(e, ())}
    blocks = {re.split(r"__|--", name)[0] for name in names if name.startswith("usa-")}
    elements = {str(e.tag) for e in document.usa_elements if str(e.tag).startswith("usa-")}
    named = _USWDS_VERSION.search(folded) if _USWDS.stand_in(folded) else None
    found = named or _USWDS_VERSION.search(" ".join(marks))
    version = found[1] if found else ""
    beyond = blocks - {"usa-banner", "usa-accordion", "usa-media", "usa-media-block"}
    used = len(blocks) >= 5 or len(elements - {"usa-banner"}) > 0
    rung = "version" if used and found else "used" if used else ""
    if not rung and (blocks or elements):
        rung = "part" if beyond else "banner"
    major = version.partition(".")[0]
    if not major and names & _USWDS_1:
        major = "1"
    elif not major and (_USWDS_3 in markup or elements):
        major = "3"
    return Uswds(rung, version, len(blocks | elements), major)


def sign_in_of(document: Document, links: Sequence[Link], has_login: bool) -> tuple[str, ...]:
    """Who signs visitors in: names of known providers, "own" or "unknown"; () for no sign-in."""
    targets = [link.href for link in links]
    targets += [e.get("action") or "" for e in document.body.iter("form")]
    joined = " ".join(targets).lower()
    providers = tuple(name for name, pattern in _PROVIDERS if pattern.search(joined))
    if has_login:
        return (*providers, "own")
    named = any(_SIGN_IN.search(link.text) for link in links)
    return providers or (("unknown",) if named else ())


def survey_of(folded: str) -> str:
    """The survey tool on a page, by its markup in lower case: "touchpoints", "other", or ""."""
    if TOUCHPOINTS.stand_in(folded):
        return "touchpoints"
    return "other" if _SURVEYS.stand_in(folded) else ""


def notices_of(document: Document, links: Sequence[Link], has_form: bool) -> str:
    """How a visitor can ask to be notified: "govdelivery", "form", "link", or ""."""
    targets = [link.href for link in links] + [link.raw for link in links]
    targets += [e.get("action") or "" for e in document.body.iter("form")]
    joined = " ".join(targets)
    if "govdelivery" in joined.lower() and _GOVDELIVERY.search(joined):
        return "govdelivery"
    if has_form:
        return "form"
    return "link" if any(_NOTIFY.search(link.text) for link in links) else ""


def hosting_of(headers: Sequence[tuple[str, str]]) -> str:
    """ "cloud.gov" where the answer's headers say so."""
    named = (value for name, value in headers if name in ("x-server", "server", "via"))
    return "cloud.gov" if any(_CLOUD_GOV.search(value) for value in named) else ""
