"""A hundred kills at random moments: `python -m tests.faults [--kills N] [--seed N] [--log FILE]`.

Each audit goes on, by itself or with `--resume`, and must end as one that nobody disturbed. Exits
with 1 where one does not, where too few kills met a page in flight, or where a process is left.
"""

import argparse
import random
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from tests.faults.digest import Line, difference, digest
from tests.faults.kills import Injector, Kill, write_log
from tests.faults.prey import PREY
from tests.faults.site import HOST, Slow
from tests.flow.loopback import audit, loopback

KILLS_A_RUN = 8
# Of the kills, at least so many must meet a page in flight.
IN_FLIGHT = 0.8
OPTIONS = ["--delay", "0", "--render", "7", "--pages", "60", "--documents", "0", "--seed", "7"]


def undisturbed(slowness: float) -> frozenset[Line]:
    """The digest of an audit that is left alone."""
    with tempfile.TemporaryDirectory() as name:
        site = Slow(slowness)
        with loopback({HOST: site.answer}) as served:
            done = audit(Path(name), f"http://{HOST}/", *served.connect_to, *OPTIONS)
        assert done.returncode in (0, 1), done.stderr
        return digest(Path(name))


def disturbed(run: int, prey: list[str], seed: int, slowness: float) -> tuple[Injector, str]:
    """An audit with kills, and what is wrong with it beside its digest."""
    with tempfile.TemporaryDirectory() as name:
        site = Slow(slowness)
        with loopback({HOST: site.answer}) as served:
            options = [f"http://{HOST}/", *OPTIONS]
            dice = random.Random(seed)
            made = Injector(run, Path(name), served, site, dice, prey, options)
            code = made.audit()
        if code in (0, 1):
            wrong = difference(expected(slowness), digest(Path(name)))
        else:
            wrong = f"it ended with {code}"
    if "Traceback" in made.said:
        wrong += "\nit printed a traceback"
    if made.left:
        wrong += f"\nprocesses were left: {made.left}"
    return made, wrong if not wrong else f"{wrong}\n{made.said[-2000:]}"


_expected: dict[float, frozenset[Line]] = {}


def expected(slowness: float) -> frozenset[Line]:
    """What an undisturbed audit finds, made once; two must agree, else nothing can be compared.

    Raises:
        AssertionError: they do not.
    """
    if slowness not in _expected:
        first, second = undisturbed(slowness), undisturbed(slowness)
        assert first == second, f"two undisturbed audits differ:\n{difference(first, second)}"
        _expected[slowness] = first
    return _expected[slowness]


def turns(kills: int, dice: random.Random) -> list[str]:
    """Whose turn it is: each kind as often, in random order."""
    made = [PREY[number % len(PREY)] for number in range(kills)]
    dice.shuffle(made)
    return made


def main() -> int:
    """The long round; see above."""
    parser = argparse.ArgumentParser(description=__doc__, prog="python -m tests.faults")
    parser.add_argument("--kills", type=int, default=102)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--slowness", type=float, default=0.5)
    parser.add_argument("--log", type=Path)
    asked = parser.parse_args()
    dice = random.Random(asked.seed)
    waiting = turns(asked.kills, dice)
    kills: list[Kill] = []
    equal = run = 0
    while waiting:
        run += 1
        began = time.monotonic()
        now = waiting[:KILLS_A_RUN]
        made, wrong = disturbed(run, list(now), dice.randrange(2**31), asked.slowness)
        # What its audit was too quick for waits for the next.
        waiting = [*made.prey, *waiting[KILLS_A_RUN:]]
        kills += made.kills
        equal += not wrong
        met = sum(kill.in_flight for kill in made.kills)
        print(
            f"run {run}: {len(made.kills)} kills, {met} with a page in flight, "
            f"{'equal' if not wrong else 'DIFFERENT'}, {time.monotonic() - began:.0f} s",
            flush=True,
        )
        if wrong:
            print(wrong, flush=True)
        if asked.log:
            write_log(asked.log, kills)
    counts = Counter(kill.prey for kill in kills)
    met = sum(kill.in_flight for kill in kills)
    each = " ".join(f"{prey}={counts[prey]}" for prey in PREY)
    print(f"RESULT kills={len(kills)} {each} in_flight={met} runs={run} equal={equal}")
    return 0 if equal == run and met >= IN_FLIGHT * len(kills) else 1


if __name__ == "__main__":
    sys.exit(main())
