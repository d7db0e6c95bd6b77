"""Each step of a load under its own deadline, timed, and its failures told apart."""

import asyncio
import time
from collections.abc import Awaitable, Iterator
from contextlib import contextmanager
from typing import TypeVar

from playwright.async_api import Error as PlaywrightError

from crawler.browser.world import ScriptFailed
from ideaaudit.models import Reason

T = TypeVar("T")
CRASHED = ("crashed", "has been closed", "Connection closed", "Target closed", "Session closed")
MOVED = ("context was destroyed", "Cannot find context", "navigated", "No frame for given id")


class Lost(Exception):  # noqa: N818  a state of the page, not a fault of ours
    """The page is gone, hangs, or has become another: nothing more will be seen of it."""

    def __init__(self, reason: Reason, detail: str) -> None:
        super().__init__(detail)
        self.reason = reason
        self.detail = detail


class StepFailed(Exception):  # noqa: N818
    """This step came to nothing; the page is still there."""


class Steps:
    """The steps of one load.

    Attributes:
        timings: step name to milliseconds, in order; a name may come again.
    """

    def __init__(self) -> None:
        self.timings: list[tuple[str, float]] = []

    async def take(self, name: str, limit: float, work: Awaitable[T]) -> T:
        """What the work gives.

        Raises:
            Lost: it took longer than `limit` seconds, or the page was lost under it.
            StepFailed: it failed by itself.
        """
        try:
            with self._timed(name):
                async with asyncio.timeout(limit):
                    return await work
        except TimeoutError:
            raise Lost(Reason.TIMEOUT, f"The step {name!r} took over {limit:g} s.") from None
        except ScriptFailed as error:
            raise StepFailed(str(error)) from error
        except (PlaywrightError, LookupError) as error:
            raise sort_out(str(error)) from error

    async def wait(self, name: str, limit: float, work: Awaitable[object]) -> bool:
        """Whether the work was done in time; raises as `take` does where the page was lost."""
        try:
            with self._timed(name):
                async with asyncio.timeout(limit):
                    await work
        except TimeoutError:
            return False
        except PlaywrightError as error:
            raise sort_out(str(error)) from error
        return True

    @contextmanager
    def _timed(self, name: str) -> Iterator[None]:
        began = time.perf_counter()
        try:
            yield
        finally:
            self.timings.append((name, round((time.perf_counter() - began) * 1000, 1)))


def sort_out(said: str) -> Lost | StepFailed:
    """What an error of the browser means for the load."""
    if any(word in said for word in CRASHED):
        return Lost(Reason.CRASHED, "The browser lost the page (it crashed or was closed).")
    if any(word in said for word in MOVED):
        return Lost(Reason.REDIRECTED, "It went on to another page while it was looked at.")
    return StepFailed(said.strip().partition("\n")[0][:200])
