"""What telling needs of a stored run: the read side of the store, as a protocol."""

from collections.abc import Iterator, Mapping
from typing import Protocol

from ideaaudit.models import (
    Catalogue,
    Cause,
    Coverage,
    Gap,
    HostSeen,
    Level,
    Measure,
    Outcome,
    PageObservation,
    PageRow,
    Run,
    Target,
    Verdict,
)


class Source(Protocol):
    """One stored run; `ideaaudit.storage.RunStore` is one, and so is the tests' fake."""

    @property
    def run(self) -> Run: ...

    def catalogue(self) -> Catalogue: ...

    def targets(self) -> tuple[Target, ...]: ...

    def coverage(self, site: str, /) -> Coverage: ...

    def site_gap(self, site: str, /) -> Gap | None:
        """Why the whole site could not be audited, or None where it was."""

    def hosts(self, site: str, /) -> tuple[HostSeen, ...]:
        """Other hosts of the site's registered domain that its walk came upon, by name."""

    def pages(self, site: str, /) -> Iterator[PageRow]:
        """Every known URL, in order of URL."""

    def page(self, site: str, url: str, /) -> PageObservation | None: ...

    def verdicts(
        self, level: Level | None = None, site: str | None = None, subject: str | None = None
    ) -> Iterator[Verdict]:
        """Rows for failed, cantTell and untested only, in the order of their writing."""

    def causes(self, site: str, /) -> Iterator[Cause]:
        """A fault of the site itself stands on 1 page and has no URLs."""

    def counts(self, site: str = "", agency: str = "") -> Mapping[str, Mapping[Outcome, int]]:
        """Check id to outcomes, all five; for page checks one for each page."""

    def picture(self, digest: str, /) -> bytes: ...

    def measures(self, site: str, /) -> Iterator[Measure]:
        """Named values of a site and of its pages, in the order of their writing."""
