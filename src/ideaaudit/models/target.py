"""Who is to be audited."""

from dataclasses import dataclass
from enum import StrEnum


class Tier(StrEnum):
    """The site's rank in its agency; M-23-22 III.A.9c binds the first two to more links."""

    PRINCIPAL = "principal"
    SUB_AGENCY = "sub-agency"
    SECONDARY = "secondary"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Target:
    """One site to audit, and whose it is.

    Attributes:
        url: where the walk starts, absolute, http or https.
        site: the site's key: its host, lower case, without a leading "www.".
        visits: visits in the last 30 days, where a list says so.
        pageviews: as visits. sources: names of the lists that the list says it was made from.
        excluded: why the site is in the list and not audited, or "".
        listed: the published inventory that has the site, and of which day, or "".
        hisp: the designated service of a High Impact Service Provider (A-11, sec. 280) that the
            site belongs to, as a list says it; "" where the list says none, None where none does.
        also: other URLs of the site that were named, to start from too.
    """

    url: str
    site: str
    agency: str = ""
    bureau: str = ""
    branch: str = ""
    tier: Tier = Tier.UNKNOWN
    visits: int | None = None
    excluded: str = ""
    pageviews: int | None = None
    sources: tuple[str, ...] = ()
    listed: str = ""
    hisp: str | None = None
    also: tuple[str, ...] = ()

    @property
    def starts(self) -> tuple[str, ...]:
        """Every URL of the site that was named."""
        return (self.url, *self.also)
