"""How much of what published suites expect does the project find, and does it fail what is right?

    python -m benchmarks.suites [--act DIR] [--axe DIR] [--uswds DIR] [--quick] [--all]
                                [--cache DIR] [--size N]

Each folder is a copy of a repository on GitHub:

- `--act`: act-rules/act-rules.github.io, the test cases of W3C's ACT rules;
- `--axe`: dequelabs/axe-core, the pages of axe's own integration tests;
- `--uswds`: uswds/uswds, built: `npm ci --ignore-scripts`, then `npx webpack build --config
  webpack.twig.config.js`, and the folder `dist` of the package `@uswds/uswds` of that version
  (`npm pack @uswds/uswds@VERSION`) put beside `packages`.

Every page is served on loopback, rendered by the project's own pool and judged by its checks, once
more without a browser. As ACT's consistency asks: a case that must fail shall fail, or point a
person to it; one that passes, or that the rule does not apply to, must not fail the criteria that
the rule names. `--quick` takes every seventh page, `--all` names what is missed; `--cache`
keeps renderings, so that a change of a check can be tried again in seconds.
"""

import argparse
import os
import sys
from collections.abc import Collection
from pathlib import Path

from audits.catalogue import load_checks
from benchmarks import suite_act, suite_axe, suite_uswds
from benchmarks.suite_pages import timed
from benchmarks.suite_scores import Row, axe_score, criteria_rows, failures, unrecognized

_EVERY = 7
# What fails on USWDS's own components, and is theirs to mend.
THEIRS = {
    ("usa-button", "a11y-axe-wcag20:link-name"): "the template's link has no words",
    ("usa-footer", "a11y-statement-footer"): "the link stands in another component",
    **{
        (group, what): "it is wider than 320 CSS pixels"
        for group in ("usa-button-group", "usa-pagination")
        for what in ("a11y-current-wcag", "mobile-content-width", "mobile-reflow-320")
    },
}


def main() -> int:
    """Run what was asked for; 1 where something fails that is right, or is not recognized."""
    asked = _arguments()
    every = _EVERY if asked.quick else 1
    results, wrong = [], 0
    for name, folder, run in (
        ("act", asked.act, _act),
        ("axe", asked.axe, _axe),
        ("uswds", asked.uswds, _uswds),
    ):
        if folder is None:
            continue
        print(f"## {name}\n", flush=True)
        result, faults = run(folder, every, asked)
        results.append(result)
        wrong += faults
        print()
    print("RESULT " + " ".join(results))
    return 1 if wrong else 0


def _act(folder: Path, every: int, asked: argparse.Namespace) -> tuple[str, int]:
    suite, rules = suite_act.load(folder, every)
    found, seconds = timed(suite, asked.size, asked.cache)
    rows = criteria_rows(found, suite_act.EXPLAINED)
    print("| rule | criteria | must fail: failed + pointed to | must not: false | standing |")
    print("|---|---|---|---|---|")
    for key, row in sorted(rows.items(), key=lambda one: (one[1].standing, one[0])):
        rule = rules[key]
        criteria = ", ".join(rule.criteria) + (" (secondary)" if rule.secondary else "")
        counts = f"{row.found} + {row.hinted} of {row.failed}"
        wrong = f"{len({*row.false, *row.walked})} of {row.good}"
        print(f"| {key} {rule.name} | {criteria} | {counts} | {wrong} | {row.standing} |")
    faults = _faults(rows, asked.all)
    left = [rule for rule in rules.values() if not rule.criteria and not rule.deprecated]
    print(
        f"\n{len(found)} pages in {seconds:.0f} s. {len(left)} rules name no criterion of level A"
    )
    print(
        f"or AA and were left out; {sum(one.deprecated for one in rules.values())} are deprecated."
    )
    _share("all rules", rows.values())
    _share("rules for conformance", [row for key, row in rows.items() if not rules[key].secondary])
    must = max(1, sum(row.failed for row in rows.values()))
    hit, hint = (sum(getattr(row, of) for row in rows.values()) for of in ("found", "hinted"))
    consistent = sum(row.standing == "consistent" for row in rows.values())
    known = sum(row.explained for row in rows.values())
    result = (
        f"act_failed={hit / must:.2f} act_pointed={(hit + hint) / must:.2f} act_false={faults} "
        f"act_explained={known} act_consistent={consistent}/{len(rows)}"
    )
    return result, faults


def _axe(folder: Path, every: int, asked: argparse.Namespace) -> tuple[str, int]:
    suite, wanted = suite_axe.load(folder, every)
    found, seconds = timed(suite, asked.size, asked.cache)
    score = axe_score(found, wanted)
    print(f"{score.pages} pages in {seconds:.0f} s; all as expected on {score.held}.")
    print(f"Elements that must fail: {score.found} of {score.wanted}; left for review: ", end="")
    print(f"{score.left} of {score.asked}; failures not expected: {len(score.more)}.")
    print(f"Rules that are not run (experimental, AAA): {', '.join(sorted(score.unrun))}.")
    for line in (*score.differing, *score.more):
        print(f"- {line}")
    result = f"axe_elements={score.found}/{score.wanted} axe_false={len(score.more)}"
    return result, len(score.more)


def _uswds(folder: Path, every: int, asked: argparse.Namespace) -> tuple[str, int]:
    suite = suite_uswds.load(folder, every)
    found, seconds = timed(suite, asked.size, asked.cache)
    heads = {key: check.card.head for key, check in load_checks().items()}
    missed = [(seen.case.name, lost) for seen in found if (lost := unrecognized(seen))]
    failing: dict[str, list[str]] = {}
    for seen in found:
        for what in failures(seen, heads):
            why = THEIRS.get((seen.case.group, what), "")
            failing.setdefault(f"{what} fails ({why})" if why else f"{what} FAILS", []).append(
                seen.case.name
            )
    known = sum(seen.case.group in suite_uswds.WANTED for seen in found)
    print(
        f"{len(found)} pages in {seconds:.0f} s; {known - len(missed)} of {known} with something to"
    )
    print("recognize (banner, identifier, search, languages, whole pages) are recognized whole.")
    for name, lost in missed:
        print(f"- {name}: not recognized: {', '.join(lost)}")
    for what, names in sorted(failing.items()):
        print(f"- {what} on {len(names)}: {', '.join(names[:6])}")
    clean = sum(not failures(seen, heads) for seen in found)
    print(f"No check of accessibility and phones fails on {clean} of {len(found)}.")
    open_ = sum(len(names) for what, names in failing.items() if what.endswith("FAILS"))
    result = f"uswds_recognized={known - len(missed)}/{known} uswds_clean={clean}/{len(found)}"
    return f"{result} uswds_false={open_}", len(missed) + open_


def _faults(rows: dict[str, Row], everything: bool) -> int:
    """Print what fails that is right; how many cases that are."""
    faults = set()
    for key, row in rows.items():
        for how, cases in (("", row.false), (" without a browser", row.walked)):
            for name, what in cases:
                print(f"- FALSE {key} {name}{how}: {what}")
                faults.add((key, name))
        if row.lost:
            print(f"- LOST {key}: {row.lost} pages were not seen")
        if everything and row.missed:
            print(f"- missed {key}: {', '.join(row.missed)}")
    return len(faults)


def _share(what: str, rows: Collection[Row]) -> None:
    must, good = sum(row.failed for row in rows), sum(row.good for row in rows)
    hit, hint = sum(row.found for row in rows), sum(row.hinted for row in rows)
    beyond, noisy = sum(row.beyond for row in rows), sum(row.noisy for row in rows)
    print(f"\nOf {what}, {must} cases must fail: {hit} do ({hit / max(1, must):.0%}), {beyond} of")
    print(f"them by our own probes alone; {hint} more point a person to something. {good} must not")
    known = sum(row.explained for row in rows)
    print(f"fail; {noisy} of them point a person to something, and {known} fail as explained.")


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    for name in ("act", "axe", "uswds", "cache"):
        parser.add_argument(f"--{name}", type=Path, metavar="DIR")
    parser.add_argument("--quick", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--size", type=int, default=os.cpu_count() or 2)
    asked = parser.parse_args()
    if not (asked.act or asked.axe or asked.uswds):
        parser.error("name a folder: --act, --axe or --uswds")
    return asked


if __name__ == "__main__":
    sys.exit(main())
