"""How far a crawl is: a live line on a terminal, plain lines elsewhere, nothing when quiet."""

import sys
import time
from dataclasses import dataclass, field

from rich.console import Console
from rich.live import Live
from rich.text import Text

from crawler.budget import PROBE_TURNS
from ideaaudit.models import Gap, Reason
from ideaaudit.privacy import masked

SECONDS_BETWEEN_LINES = 10.0
LONG_PAUSE = 3.0


@dataclass
class Progress:
    """Counts of one crawl, and where they are shown.

    Args:
        expected: seconds the crawl is estimated to take.
        sites: how many sites are to be audited.
        quiet: whether nothing is shown.
    """

    expected: float
    sites: int
    quiet: bool = False
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("sites", "walked", "rendered", "lost"), 0)
    )

    def __post_init__(self) -> None:
        self._console = Console(stderr=True)
        self._started = time.monotonic()
        self._said = self._started
        self._here = ""
        self._live: Live | None = None
        self._paced: set[str] = set()

    def start(self) -> None:
        if not self.quiet and self._console.is_terminal:
            self._live = Live(self._line(), console=self._console, refresh_per_second=4)
            self._live.start()

    def stop(self) -> None:
        if self._live:
            self._live.update(self._line())
            self._live.stop()
            self._live = None
        elif not self.quiet:
            self._say()

    def abandon(self) -> None:
        """The end is now: only the terminal is put back as it was."""
        self._console.show_cursor(True)

    def stopping(self) -> None:
        """The user asked for the end."""
        print(
            "\nFinishing the pages in flight; press Ctrl-C again to stop at once.",
            file=sys.stderr,
        )

    def cut_off(self) -> None:
        """No name is found any more, so that every site would be lost."""
        said = "Names lead nowhere any more: this machine has lost its resolver or its network."
        self._console.print(said, highlight=False, soft_wrap=True)

    def unaudited(self, site: str, gap: Gap) -> None:
        """A site that cannot be audited is said in one line, however quiet the rest."""
        line = f"{_printable(site)} could not be audited: {_printable(gap.detail)}"
        self._console.print(line, highlight=False, markup=False, soft_wrap=True)

    def paced(self, site: str, pause: float) -> None:
        """A site's robots.txt asks for longer pauses: for minutes there may be nothing to count."""
        if pause < LONG_PAUSE or site in self._paced:
            return
        self._paced.add(site)
        probing = PROBE_TURNS * pause
        self.expected = max(self.expected, time.monotonic() - self._started + probing)
        if not self.quiet:
            said = (
                f"robots.txt of {_printable(site)} asks for {pause:g} s between requests: "
                f"its probes alone take about {_minutes(probing)}."
            )
            self._console.print(said, highlight=False, markup=False, soft_wrap=True)

    def site_done(self, _site: str) -> None:
        self._count("sites", "")

    def walked(self, _site: str, url: str) -> None:
        self._count("walked", url)

    def rendered(self, _site: str, url: str) -> None:
        self._count("rendered", url)

    def lost(self, _site: str, url: str, gap: Gap) -> None:
        """A loss is said at once on a plain log: a page lost in silence is worse than an error."""
        self._count("lost", url)
        told = self.quiet or self._live or gap.reason is Reason.NOT_FOUND
        if not told:
            print(f"lost {_printable(url)}: {_printable(gap.detail)}", file=sys.stderr)

    def _count(self, what: str, url: str) -> None:
        self.counts[what] += 1
        self._here = url or self._here
        now = time.monotonic()
        if self._live:
            self._live.update(self._line())
        elif not self.quiet and now - self._said > SECONDS_BETWEEN_LINES:
            self._say()

    def _say(self) -> None:
        self._said = time.monotonic()
        print(self._words(), file=sys.stderr, flush=True)

    def _words(self) -> str:
        spent = time.monotonic() - self._started
        counts = self.counts
        sites = f"{counts['sites']} of {self.sites} sites, " if self.sites > 1 else ""
        done = counts["sites"] >= self.sites
        left = _minutes(max(0.0, self.expected - spent))
        return (
            f"{sites}{counts['walked']} walked, {counts['rendered']} rendered, "
            f"{counts['lost']} lost; {_minutes(spent)}{'' if done else f', about {left} left'}"
        )

    def _line(self) -> Text:
        line = Text(self._words())
        if self._here:
            line.append(f"\n{_printable(self._here)[: self._console.width - 1]}", style="dim")
        return line


def _minutes(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 60}:{whole % 60:02d}"


def _printable(text: str) -> str:
    """What a site sent, without its secrets and what would move a terminal's cursor."""
    return "".join(letter if letter.isprintable() else "?" for letter in masked(text))
