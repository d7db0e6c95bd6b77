"""What does a sample of a site tell of it: are its intervals true and narrow, and what is missed?

    python -m benchmarks.sample --store DIR [--store DIR ...] [--trials N] [--quick]

Each folder is a store whose newest run has every page of a site rendered:

    ideaaudit audit https://SITE/ --profile full --documents 0 --store DIR

with a copy of the site served on loopback and named by `--connect-to`. For each site, samples of
a quarter of its pages are drawn with seeds 1 to N by the crawler's own sampling, and told by the
reports' own rollup, and so are failures on fourteen shares of the pages, strewn over the site and
together in templates, and every check that failed as it did. Asked are, per share, in how many
trials the interval held the truth, and how wide it was against the exact interval of a simple
random sample of as many pages as were rendered (chosen and drawn together); and of the causes,
how many stand on a page of the sample.

Ends with `RESULT sample=<least share of trials that held> width=<greatest ratio of mean widths>
recall=<least mean share found of the causes on 2 % of a site's pages or more>`; 1 where one of the
aims is missed (0.93, 1.3, 0.95).
"""

import argparse
import random
from collections.abc import Mapping
from dataclasses import dataclass, field
from statistics import fmean

from benchmarks.sample_population import Population, described, population
from crawler.sampling import choose_sample
from ideaaudit.models import BY_CHANCE, Outcome, PageRow, PageState
from ideaaudit.storage import Store
from reports.rollup.rate import failing
from reports.rollup.sample import Sample, sampled

PART = 4
COVERED, AS_WIDE, FOUND = 0.93, 1.3, 0.95
OFTEN = 0.02


@dataclass(slots=True)
class Held:
    """One set of failing pages over all trials."""

    name: str
    urls: frozenset[str]
    held: list[bool] = field(default_factory=list)
    width: list[int] = field(default_factory=list)
    simple: list[int] = field(default_factory=list)

    @property
    def ratio(self) -> float:
        return fmean(self.width) / fmean(self.simple) if any(self.simple) else 1.0


@dataclass(slots=True)
class Recall:
    """Shares of causes found, one of each for each trial."""

    often: list[float] = field(default_factory=list)
    once: list[float] = field(default_factory=list)
    weighted: list[float] = field(default_factory=list)


def main() -> int:
    """Measure every site named; 1 where an aim is missed."""
    asked = _arguments()
    trials = 100 if asked.quick else asked.trials
    covered, wide, found = 1.0, 0.0, 1.0
    for folder in asked.store:
        run = Store.open(folder, make=False).run()
        for target in run.targets():
            site = population(run, target.site)
            print(f"\n## {site.site}: {described(site)}\n", flush=True)
            held, recall = measure(site, trials)
            _print(site, held, recall, trials)
            covered = min(covered, *(fmean(one.held) for one in held))
            wide = max(wide, *(one.ratio for one in held))
            found = min(found, fmean(recall.often))
    print(f"\nRESULT sample={covered:.3f} width={wide:.2f} recall={found:.3f}")
    return int(covered < COVERED or wide > AS_WIDE or found < FOUND)


def measure(site: Population, trials: int) -> tuple[list[Held], Recall]:
    """All trials of one site."""
    planted = [Held(f"{name} {share:.1%}", urls) for name, share, urls in site.planted()]
    real = [Held(check, urls) for check, urls in sorted(site.checks.items()) if urls]
    every, recall = [*planted, *real], Recall()
    failures = {one.name: one.urls for one in every}
    outcomes = {page.url: _outcomes(page.url, failures) for page in site.pages}
    urls = sorted(outcomes)
    for seed in range(1, trials + 1):
        sample = choose_sample(site.pages, len(site.pages) // PART, seed)
        simple = frozenset(random.Random(seed).sample(urls, len(sample)))
        told = sampled(_row(url, sample.get(url, ""), outcomes[url]) for url in urls)
        for one in every:
            _note(one, told, simple, len(urls))
        _recall(site, sample, recall)
    return every, recall


def _outcomes(url: str, failures: Mapping[str, frozenset[str]]) -> tuple[tuple[str, Outcome], ...]:
    return tuple(
        (name, Outcome.FAILED if url in urls else Outcome.PASSED) for name, urls in failures.items()
    )


def _row(url: str, why: str, outcomes: tuple[tuple[str, Outcome], ...]) -> PageRow:
    return PageRow(
        url,
        PageState.WALKED,
        sampled_as=why,
        rendered=bool(why),
        outcomes=outcomes if why else (),
        draw=1,
    )


def _note(one: Held, told: Sample, simple: frozenset[str], total: int) -> None:
    interval = told.interval(one.name)
    if interval is None:
        raise ValueError(f"no interval for {one.name}")
    low, high = failing(len(one.urls & simple), len(simple), total)
    one.held.append(interval.low <= len(one.urls) <= interval.high)
    one.width.append(interval.high - interval.low)
    one.simple.append(high - low)


def _recall(site: Population, sample: Mapping[str, str], recall: Recall) -> None:
    found = {key: bool(urls & sample.keys()) for key, urls in site.causes.items()}
    often = [found[k] for k, urls in site.causes.items() if len(urls) >= OFTEN * len(site.pages)]
    once = [found[k] for k, urls in site.causes.items() if len(urls) == 1]
    pages = [(len(urls), found[k]) for k, urls in site.causes.items()]
    recall.often.append(fmean(often) if often else 1.0)
    recall.once.append(fmean(once) if once else 1.0)
    recall.weighted.append(sum(n for n, seen in pages if seen) / sum(n for n, _ in pages))


def _print(site: Population, held: list[Held], recall: Recall, trials: int) -> None:
    sample = choose_sample(site.pages, len(site.pages) // PART, 1)
    drawn = sum(why == BY_CHANCE for why in sample.values())
    chosen = len(sample) - drawn
    print(f"{len(sample)} rendered, {chosen} chosen and {drawn} drawn; {trials} trials")
    print("\n| failing pages | share | interval held | mean width | times a simple one |")
    print("|---|---|---|---|---|")
    for one in held:
        share, width = len(one.urls) / len(site.pages), fmean(one.width) / len(site.pages)
        print(
            f"| {one.name} | {share:.1%} | {fmean(one.held):.1%} | {width:.1%} | {one.ratio:.2f} |"
        )
    worst = sorted(recall.often)[len(recall.often) // 20]
    print(
        f"\nCauses on 2 % of the pages or more: {fmean(recall.often):.1%} found "
        f"({worst:.1%} or more in 95 of 100 trials); causes on one page: "
        f"{fmean(recall.once):.1%}; weighted by pages: {fmean(recall.weighted):.1%}"
    )


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("--store", action="append", required=True, metavar="DIR")
    parser.add_argument("--trials", type=int, default=1_000)
    parser.add_argument("--quick", action="store_true", help="a hundred trials")
    return parser.parse_args()


if __name__ == "__main__":
    raise SystemExit(main())
