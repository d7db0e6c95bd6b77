"""How long one host, or one address, is left in peace: by its answers, and by what it asks for."""

import asyncio
from dataclasses import dataclass, field
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

# A pause grows to so many times --delay at most, by slow answers and by refusals.
MOST_TIMES = 10.0
SLOWER = 2.0
EASIER = 0.98
# Where a host says "later" and not when.
FIRST_WAIT = 10.0
# Whoever asks for more than this, or for more in all without an answer between, is left alone.
LONGEST_WAIT = 300.0
MOST_WAITING = 900.0
FOREVER = 1e9
# A URL that is answered with "later" is asked for again so often.
MOST_ASKED_AGAIN = 2
LONGEST_HEADER = 100


class Closed(OSError):  # noqa: N818  a state, not a fault
    """The host asked us to stay away for longer than an audit can wait."""


@dataclass(slots=True, eq=False)
class Pace:
    """The pace of one host, or of one address.

    Attributes:
        next: when it may be asked again, by the clock of the event loop.
        address: the pace of the address that a host was last found at.
        asked: seconds that the host asks for between two requests (Crawl-delay).
        closed: why nothing is asked of it any more, or "".
    """

    lock: asyncio.Lock = field(default_factory=asyncio.Lock)
    shut: asyncio.Event = field(default_factory=asyncio.Event)
    next: float = 0.0
    address: "Pace | None" = None
    asked: float = 0.0
    closed: str = ""
    _times: float = 1.0
    _answers: float = 0.0
    _waits: int = 0
    _waited: float = 0.0

    def pause(self, delay: float) -> float:
        """Seconds between two requests: as long as its answers take, ten times ours at most; or
        as long as it asks for."""
        return max(self.asked, min(max(delay * self._times, self._answers), delay * MOST_TIMES))

    def note(self, seconds: float) -> None:
        """One answer took so long to begin."""
        if seconds > 0:
            self._answers = (self._answers + seconds) / 2 if self._answers else seconds

    def slow(self) -> None:
        """It asked us to slow down."""
        self._times = min(self._times * SLOWER, MOST_TIMES)

    def ease(self) -> None:
        """It answered well."""
        self._times = max(1.0, self._times * EASIER)
        self._waits, self._waited = 0, 0.0

    def hold(self, now: float, asked: float | None, delay: float, *, told: bool) -> float | None:
        """Leaves it in peace, and says for how long; None where it did not ask for that.

        Args:
            asked: seconds that it asks for, None where it does not say.
            delay: ours, which the pause stands on where it does not say.
            told: whether it means us (429), not its own state.
        """
        if asked is None and not told:
            return None
        wait = FIRST_WAIT * delay * SLOWER**self._waits if asked is None else asked
        self._waits += 1
        self._waited += max(0.0, now + wait - max(now, self.next))
        if wait > LONGEST_WAIT:
            self._close(f"the host asked us to stay away for {wait:.0f} s")
        elif self._waited > MOST_WAITING:
            self._close(f"the host asked us to wait for {self._waited:.0f} s in a row")
        else:
            self.next = max(self.next, now + wait)
        return wait

    def _close(self, why: str) -> None:
        self.closed = self.closed or f"{why}, longer than an audit can wait"
        self.shut.set()


def seconds_of(retry_after: str, now: datetime | None = None) -> float | None:
    """The seconds that a Retry-After asks for (RFC 9110 10.2.3), None where it asks for none.

    Args:
        now: the time to count a date from, in UTC.
    """
    text = retry_after.strip()[:LONGEST_HEADER]
    if text.isascii() and text.isdigit():
        return min(float(text), FOREVER)
    try:
        then = parsedate_to_datetime(text)
    except (ValueError, OverflowError):
        return None
    then = then if then.tzinfo else then.replace(tzinfo=UTC)
    return max(0.0, (then - (now or datetime.now(UTC))).total_seconds())
