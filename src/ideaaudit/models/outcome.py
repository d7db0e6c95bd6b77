"""The closed vocabularies: what may be concluded, how binding it is, and about what."""

from dataclasses import dataclass
from enum import StrEnum


class Outcome(StrEnum):
    """The five outcomes of W3C's EARL 1.0, in its own words."""

    # An enum's own asks Python each time, and outcomes are counted by the million.
    __hash__ = str.__hash__

    PASSED = "passed"
    FAILED = "failed"
    CANT_TELL = "cantTell"
    INAPPLICABLE = "inapplicable"
    UNTESTED = "untested"


class Strength(StrEnum):
    """How binding a requirement is, strongest first (catalogue, section 13.0)."""

    STATUTE = "statute"
    MUST = "must"
    PENDING = "pending"
    SHOULD = "should"
    DRAFT = "draft"
    ADVISORY = "advisory"
    LEGACY = "legacy"


class Level(StrEnum):
    """What a verdict is about."""

    PAGE = "page"
    SITE = "site"
    AGENCY = "agency"


class Automation(StrEnum):
    """How far a machine can go before a person must judge."""

    FULL = "full"
    PARTLY = "partly"
    MANUAL = "manual"


class Reason(StrEnum):
    """Why something was not seen, or a known URL was not visited."""

    ROBOTS = "robots"
    BUDGET = "budget"
    BLOCKED = "blocked"
    CHALLENGED = "challenged"
    TIMEOUT = "timeout"
    DNS = "dns"
    REFUSED = "refused"
    TLS = "tls"
    PRIVATE_ADDRESS = "private-address"
    OFF_SITE = "off-site"
    REDIRECT_LOOP = "redirect-loop"
    REDIRECTED = "redirected"
    DUPLICATE = "duplicate"
    TRAP = "trap"
    NOT_HTML = "not-html"
    TOO_LARGE = "too-large"
    NOT_FOUND = "not-found"
    HTTP_ERROR = "http-error"
    CRASHED = "crashed"
    INTERRUPTED = "interrupted"
    NOT_SAMPLED = "not-sampled"
    UNSUPPORTED = "unsupported"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Gap:
    """A part that we tried to see and could not, and why.

    Attributes:
        part: the name of the part, as a check's `needs` names it.
        reason: one word of a closed vocabulary.
        detail: the same in plain words, for the report.
    """

    part: str
    reason: Reason
    detail: str = ""
