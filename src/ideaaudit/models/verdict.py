"""What was concluded, and from what."""

from dataclasses import dataclass

from ideaaudit.models.outcome import Level, Outcome


@dataclass(frozen=True, slots=True)
class Evidence:
    """One place where a verdict can be seen.

    Attributes:
        url: the page or file.
        selector: CSS; frames and shadow hosts joined by " >>> ".
        markup: at most 300 characters of the element.
        title: what is wrong, in a phrase, where the detail is longer than that.
        detail: what is wrong there, in words.
        rule: the tool's rule, where a tool found it (axe's "color-contrast").
        path: the element's normalized path below its landmark; see `audits.cause`.
        datum: the failing datum: what makes two failures the same fix.
        count: how many places like this one the page has.
        help_url: where the rule is explained.
        cause: the id of the cause; written by the engine, "" where nothing failed.
    """

    url: str
    selector: str = ""
    markup: str = ""
    detail: str = ""
    rule: str = ""
    path: str = ""
    datum: str = ""
    count: int = 1
    help_url: str = ""
    title: str = ""
    cause: str = ""


@dataclass(frozen=True, slots=True)
class Verdict:
    """One check's conclusion about one page, one site or one agency.

    Attributes:
        subject: the page's URL, the site's key, or the agency's name.
        site: the site's key, or "" at agency level.
        version: of the check that concluded.
        summary: one sentence that says why.
        reason: for `untested`: a `Reason`'s value, or "check-error".
    """

    check: str
    level: Level
    subject: str
    site: str
    outcome: Outcome
    version: int
    summary: str
    reason: str = ""
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Cause:
    """What makes several failures one fix.

    Attributes:
        id: stable across runs; see `audits.cause`.
        example: the first evidence met, in the order of URLs.
        pages: how many pages it stands on (1 for a fault of the site itself).
        places: how many elements in all.
        urls: the pages, sorted; at most 1,000.
        outcome: "failed" or "cantTell".
    """

    id: str
    check: str
    site: str
    outcome: Outcome
    example: Evidence
    pages: int
    places: int
    urls: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Measure:
    """A named value read off a page or a site, for reports and exports."""

    name: str
    site: str
    subject: str
    value: str | int | float | bool | None
