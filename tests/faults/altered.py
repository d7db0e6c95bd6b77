"""ideaaudit in a world that is altered while it runs: `python -m tests.faults.altered WORLD ...`.

WORLD is `dns:FILE`, where names lead to this machine as long as the file is there, or
`clock:SECONDS`, where the clock jumps so far ahead and back again at every other look.
"""

import datetime
import itertools
import sys
import time
from collections.abc import Iterator
from pathlib import Path


def alter_names(file: Path) -> None:
    """A resolver whose table empties when the file goes."""
    from crawler.guard import guard

    guard.FOUND_TTL = guard.LOST_TTL = 0.0

    def addresses(_name: str) -> tuple[str, ...]:
        if not file.exists():
            raise OSError("Temporary failure in name resolution")
        return ("127.0.0.1",)

    guard._addresses = addresses


def alter_clock(seconds: float) -> None:
    """Before anything of ours is imported: `from datetime import datetime` takes what is there."""
    real, real_time = datetime.datetime, time.time
    shifts: Iterator[float] = itertools.cycle((0.0, seconds, -seconds))

    class Jumping(real):
        @classmethod
        def now(cls, tz: datetime.tzinfo | None = None) -> "Jumping":
            later = real.now(tz) + datetime.timedelta(seconds=next(shifts))
            return cls.fromtimestamp(later.timestamp(), tz)

    datetime.datetime = Jumping  # type: ignore[misc]
    time.time = lambda: real_time() + next(shifts)


def main() -> None:
    """Alters the world, then does what was asked."""
    world, _, value = sys.argv[1].partition(":")
    sys.argv[1:] = sys.argv[2:]
    if world == "clock":
        alter_clock(float(value))
    from ideaaudit.__main__ import main as ideaaudit

    if world == "dns":
        alter_names(Path(value))
    ideaaudit()


if __name__ == "__main__":
    main()
