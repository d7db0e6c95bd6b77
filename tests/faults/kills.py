"""Audits whose crawler, browser and driver are killed at random moments until they are done."""

import json
import os
import random
import signal
import subprocess
import time
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path

from sqlalchemy import create_engine, text

from tests.faults.prey import below, left_after, pid_of
from tests.faults.site import HOST, Slow
from tests.flow.loopback import Loopback, command

MOST_SECONDS = 600
LONGEST_PAUSE = 2.5
# So many kills wait for a page in flight; the others take the moment as it comes.
WAITING = 0.9
_MARKED = text(
    "SELECT url FROM page WHERE (attempts > 0 AND state = 'queued') "
    "OR (render_attempts > 0 AND render_state = 'queued')"
)


@dataclass(frozen=True)
class Kill:
    """One `kill -9`, as the injector saw it.

    Attributes:
        asked: paths that the server was answering at that moment.
        marked: URLs that the store had as begun and not ended.
    """

    run: int
    prey: str
    seconds: float
    asked: list[str]
    marked: list[str]

    @property
    def in_flight(self) -> bool:
        return bool(self.asked or self.marked)


@dataclass
class Injector:
    """Kills what is to be killed in one audit, until it is done.

    No page is hit twice by one kind of kill, and no start of a browser: a URL at which the audit
    ended twice is given up, and so is a page over which the browser was lost twice, for nobody
    can tell such an end from the page's own fault.

    Attributes:
        prey: whose turn it is, in order.
        said: everything that the audit printed.
        kills: the log.
    """

    run: int
    folder: Path
    served: Loopback
    site: Slow
    random: random.Random
    prey: list[str]
    options: list[str]
    kills: list[Kill] = field(default_factory=list)
    said: str = ""
    left: list[int] = field(default_factory=list)
    _family: list[int] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)
    _hit: dict[bool, set[str]] = field(default_factory=lambda: {True: set(), False: set()})

    def audit(self) -> int:
        """The exit code of the audit that came to its end."""
        ends = time.monotonic() + MOST_SECONDS
        resumed: list[str] = []
        while time.monotonic() < ends:
            told = self.folder / "said.txt"
            with told.open("w", encoding="utf-8") as out:
                process = subprocess.Popen(
                    command(self.folder, *resumed, *self.options, *self.served.connect_to),
                    stdout=out,
                    stderr=out,
                    cwd=self.folder,
                )
                crawler_died = self._hunt(process, ends)
            self.said += told.read_text(encoding="utf-8")
            if not crawler_died:
                return process.wait(MOST_SECONDS)
            resumed = ["--resume"] if self._is_begun() else [f"http://{HOST}/"]
            self.options = [] if self._is_begun() else self.options
        raise TimeoutError(f"The audit took over {MOST_SECONDS} s.")

    def _hunt(self, process: "subprocess.Popen[bytes]", ends: float) -> bool:
        """Whether the audit was killed; else it came to its own end."""
        waits, at = self._next_moment()
        at_start = False
        while process.poll() is None and time.monotonic() < ends:
            time.sleep(0.02)
            if not self.prey or time.monotonic() < at:
                continue
            kill = self._strike(process.pid, waits=waits, at_start=at_start)
            if kill is None:
                continue
            if kill.prey == "crawler":
                process.wait(20)
                self.left += left_after(self._family)
                return True
            at_start |= not kill.marked
            waits, at = self._next_moment()
        if process.poll() is None:
            process.kill()
            raise TimeoutError(f"The audit took over {MOST_SECONDS} s.")
        return False

    def _next_moment(self) -> tuple[bool, float]:
        """Whether the next kill waits for a page in flight, and when it comes at the earliest."""
        wait = self.random.uniform(0.1, LONGEST_PAUSE)
        return self.random.random() < WAITING, time.monotonic() + wait

    def _strike(self, audit: int, *, waits: bool, at_start: bool) -> Kill | None:
        """The kill, or None where now is not the moment.

        Args:
            at_start: whether a browser or driver was killed before any page was in flight.
        """
        prey = self.prey[0]
        pid, marked, asked = pid_of(prey, audit), self._marked(), self.site.in_flight()
        is_crawler = prey == "crawler"
        again = bool(self._hit[is_crawler] & set(marked)) or (
            at_start and not (is_crawler or marked)
        )
        if pid is None or again or (waits and not marked):
            return None
        self._family = list(below(audit))
        seconds = round(time.monotonic() - self._began, 2)
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
        kill = Kill(self.run, self.prey.pop(0), seconds, asked, marked)
        self.kills.append(kill)
        self._hit[is_crawler] |= set(marked)
        return kill

    def _is_begun(self) -> bool:
        return any((self.folder / "store" / "runs").glob("*.sqlite"))

    def _marked(self) -> list[str]:
        """URLs in flight, by the store's own marks; [] where there is no store yet."""
        for file in (self.folder / "store" / "runs").glob("*.sqlite"):
            engine = create_engine(f"sqlite:///file:{file}?mode=ro&uri=true")
            with suppress(Exception), engine.connect() as connection:
                return sorted(row.url for row in connection.execute(_MARKED))
        return []


def write_log(path: Path, kills: list[Kill]) -> None:
    """One line of JSON a kill."""
    lines = [json.dumps(asdict(kill)) for kill in kills]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
