"""How often a failure is right: failures on real federal sites, labeled by hand.

    python -m benchmarks.precision draw --store DIR     draw what is new into precision.csv
    python -m benchmarks.precision                      what the labels say

`draw` takes, for each check of binding force (statute or must), the ten failures with the lowest
sha256 of check and URL among the newest runs of a store, one run a starting URL. A person writes
`right` or `wrong` into `label`, and why into `why`. Rows stay: one that does not fail any more has
`no` under `fails`, and its place in the ten is drawn afresh.

Ends with `RESULT precision=<right of labeled> lower=<95 % bound> checks=<with failures>`; exits
with 1 where a check's last ten hold a wrong one, or a row has no label.
"""

import argparse
import csv
import hashlib
import math
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, fields, replace
from pathlib import Path

from audits.catalogue import load_checks
from ideaaudit.models import Outcome, Strength, Verdict
from ideaaudit.storage import RunStore, Store

TABLE = Path(__file__).parent / "precision.csv"
EACH = 10
BINDING = (Strength.STATUTE, Strength.MUST)
Z = 1.959964


@dataclass(frozen=True, slots=True)
class Row:
    """One failure, with what it stands on, and a person's label."""

    check: str
    site: str
    subject: str
    summary: str
    detail: str
    markup: str
    fails: str = "yes"
    label: str = ""
    why: str = ""

    @property
    def key(self) -> tuple[str, str]:
        return self.check, self.subject

    @property
    def rank(self) -> str:
        return hashlib.sha256(f"{self.check}|{self.subject}".encode()).hexdigest()


def failures(store: Store) -> Iterator[Row]:
    """Every binding failure of the newest run of each starting URL."""
    seen: set[str] = set()
    checks = load_checks()
    for run in map(store.run, (one.id for one in store.runs())):
        starts = {target.url for target in run.targets()}
        if not starts - seen or not run.catalogue().cards:
            continue
        seen |= starts
        for verdict in _verdicts(run):
            known = checks.get(verdict.check)
            if known is not None and known.card.strength in BINDING:
                yield _row(verdict, " ".join(sorted(starts)))


def _verdicts(run: RunStore) -> Iterator[Verdict]:
    return (one for one in run.verdicts() if one.outcome is Outcome.FAILED)


def _row(verdict: Verdict, start: str) -> Row:
    first = verdict.evidence[0] if verdict.evidence else None
    detail = " ".join((f"{first.title} {first.detail}" if first else "").split())
    markup = " ".join((first.markup if first else "").split())
    subject = verdict.subject or start
    return Row(verdict.check, verdict.site or start, subject, verdict.summary, detail, markup[:300])


def drawn(found: Iterable[Row], kept: Iterable[Row]) -> list[Row]:
    """The table after a draw: what was kept, whether it still fails, and what is new."""
    failing: dict[str, dict[tuple[str, str], Row]] = defaultdict(dict)
    for row in found:
        failing[row.check].setdefault(row.key, row)
    table = [_again(row, failing[row.check].get(row.key)) for row in kept]
    for check in failing:
        have = {row.key for row in table if row.fails == "yes" and row.check == check}
        ranked = sorted(failing[check].values(), key=lambda row: row.rank)
        table += [row for row in ranked if row.key not in have][: max(0, EACH - len(have))]
    return sorted(table, key=lambda row: (row.check, row.rank))


def _again(row: Row, now: Row | None) -> Row:
    """The row as it is now; what it stands on may have changed, and then its label is open."""
    if now is None:
        return replace(row, fails="no")
    same = (row.summary, row.detail) == (now.summary, now.detail)
    return replace(now, label=row.label if same else "", why=row.why if same else "")


def read() -> list[Row]:
    """The table as it stands."""
    if not TABLE.exists():
        return []
    with TABLE.open(encoding="utf-8", newline="") as lines:
        return [Row(**row) for row in csv.DictReader(lines)]


def write(rows: Iterable[Row]) -> None:
    with TABLE.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.DictWriter(lines, [field.name for field in fields(Row)], lineterminator="\n")
        writer.writeheader()
        writer.writerows(asdict(row) for row in rows)


def lower_bound(right: int, labeled: int) -> float:
    """The lower end of Wilson's 95 % interval of a share."""
    if not labeled:
        return 0.0
    share = right / labeled
    center = share + Z * Z / (2 * labeled)
    spread = Z * math.sqrt(share * (1 - share) / labeled + Z * Z / (4 * labeled * labeled))
    return (center - spread) / (1 + Z * Z / labeled)


def tell(rows: list[Row]) -> bool:
    """Print each check's labels and the sums; whether all are labeled and none is wrong."""
    failing = [row for row in rows if row.fails == "yes"]
    by_check: dict[str, list[Row]] = defaultdict(list)
    for row in failing:
        by_check[row.check].append(row)
    for check, own in sorted(by_check.items()):
        counts = [sum(row.label == label for row in own) for label in ("right", "wrong", "")]
        print(f"{check}: {counts[0]} right, {counts[1]} wrong, {counts[2]} open, of {len(own)}")
    labeled = [row for row in failing if row.label]
    right = sum(row.label == "right" for row in labeled)
    bound = lower_bound(right, len(labeled))
    share = right / len(labeled) if labeled else 0.0
    print(
        f"RESULT precision={share:.3f} lower={bound:.3f} checks={len(by_check)} "
        f"({right} right of {len(labeled)} labeled, {len(failing) - len(labeled)} open)"
    )
    return right == len(failing)


def main() -> int:
    """Draw, or tell."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("do", nargs="?", choices=["draw"], default="")
    parser.add_argument("--store", default="")
    chosen = parser.parse_args()
    if chosen.do == "draw":
        write(drawn(failures(Store.open(chosen.store, make=False)), read()))
    return 0 if tell(read()) else 1


if __name__ == "__main__":
    sys.exit(main())
