"""What former runs read of the same sites: what to ask with, and what to take over."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from email.utils import parsedate_to_datetime
from itertools import islice

from ideaaudit.models import PageObservation
from ideaaudit.storage import RunStore, StoreError

# A site that is in none of so many runs before this one is new.
MOST_RUNS = 10
LONGEST_VALIDATOR = 500
# A date this close to its answer says little: the page may have changed again within that second
# (RFC 9110 8.8.2.2).
SETTLED = timedelta(seconds=60)


class Former:
    """Former runs in which a site was walked to its end; each page is that of the newest run that
    read it, for a run of home pages alone says nothing of the rest.

    A store that fails costs nothing but the pages that would have been taken from it.

    Args:
        off: every page is asked for anew (--fresh).
    """

    def __init__(self, store: RunStore, *, off: bool = False) -> None:
        self._store = store
        self._off = off
        self._runs: list[RunStore] | None = None
        self._of: dict[str, list[RunStore]] = {}

    def conditions(self, site: str, url: str) -> dict[str, str]:
        """If-None-Match and If-Modified-Since for a page that was read before (RFC 9110 13.1)."""
        before, _ = self._newest(site, url)
        if before is None or before.status != 200:
            return {}
        etag, date = before.header("etag"), before.header("last-modified")
        found = {"If-None-Match": etag} if _is_sound(etag) else {}
        if _is_sound(date) and (found or _is_settled(date, before.header("date"))):
            found["If-Modified-Since"] = date
        return found

    def page(self, site: str, url: str, etag: str) -> PageObservation | None:
        """The page that a 304 stands for, with the run in which it was really read.

        Args:
            etag: of the 304; where it is another than the page's, the 304 stands for another page.
        """
        _, run = self._newest(site, url)
        before = _read(run, site, url, html=True) if run else None
        if run is None or before is None:
            return None
        if etag and _opaque(etag) != _opaque(before.header("etag")):
            return None
        return replace(before, unchanged_since=before.unchanged_since or run.run.id)

    def close(self) -> None:
        """Lets go of the runs."""
        for run in self._runs or ():
            run.close()

    def _newest(self, site: str, url: str) -> tuple[PageObservation | None, RunStore | None]:
        """The newest reading of a page, without its text, and whose it is."""
        for run in self._walked(site):
            before = _read(run, site, url, html=False)
            if before is not None:
                return before, run
        return None, None

    def _walked(self, site: str) -> list[RunStore]:
        if self._off:
            return []
        if site not in self._of:
            if self._runs is None:
                self._runs = list(self._alike())
            self._of[site] = [run for run in self._runs if _was_walked(run, site)]
        return self._of[site]

    def _alike(self) -> Iterator[RunStore]:
        """Former runs that met the same servers under the same names."""
        here = self._store.run.settings.get("connect_to")
        for run in islice(self._store.former(), MOST_RUNS):
            if run.run.settings.get("connect_to") == here:
                yield run
            else:
                run.close()


def _read(run: RunStore, site: str, url: str, *, html: bool) -> PageObservation | None:
    try:
        return run.read_before(site, url, html=html)
    except StoreError:
        return None


def _was_walked(run: RunStore, site: str) -> bool:
    try:
        return run.site_state(site) == "done" and run.site_gap(site) is None
    except StoreError:
        return False


def _is_sound(value: str) -> bool:
    return 0 < len(value) <= LONGEST_VALIDATOR and value.isascii() and value.isprintable()


def _is_settled(modified: str, answered: str) -> bool:
    try:
        return parsedate_to_datetime(answered) - parsedate_to_datetime(modified) >= SETTLED
    except (ValueError, TypeError, OverflowError):
        return False


def _opaque(etag: str) -> str:
    """An ETag for the weak comparison that If-None-Match asks for (RFC 9110 8.8.3.2)."""
    return etag.strip().removeprefix("W/")
