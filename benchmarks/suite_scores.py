"""What the project said of published cases, against what was expected."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from audits.facts.axe import ran
from benchmarks.suite_axe import Target, Wanted
from benchmarks.suite_pages import Seen
from benchmarks.suite_uswds import WANTED
from ideaaudit.models import Outcome, Verdict
from ideaaudit.wcag import ADDED, WCAG20, criteria_of

# Checks that show axe's rules and our own probes of several criteria; the place says of which.
_MIXED = ("a11y-axe-wcag20", "a11y-current-wcag", "a11y-needs-review")
# Checks that look at a criterion beside those whose failure `ideaaudit.wcag` counts as its own.
_ALSO = {
    "1.2.1": ("a11y-media-captions",), "1.2.2": ("a11y-media-captions",),
    "1.2.3": ("a11y-media-captions",), "1.2.5": ("a11y-media-captions",),
    "1.3.4": ("mobile-orientation",), "1.4.12": ("mobile-text-spacing",),
    "1.4.4": ("mobile-zoom",), "2.1.1": ("a11y-keyboard-walk",), "2.4.7": ("a11y-keyboard-walk",),
}  # fmt: skip
_OWN = {one.id: (*one.checks, *_ALSO.get(one.id, ())) for one in (*WCAG20, *ADDED)}
_KEPT = 20


@dataclass(frozen=True, slots=True)
class Said:
    """What the checks say of some criteria on one page.

    Attributes:
        axe, own: what failed: "check:rule" by axe's rules, and the check's id by our own probes.
        hints: what a person is pointed to.
    """

    axe: frozenset[str]
    own: frozenset[str]
    hints: frozenset[str]

    @property
    def failed(self) -> frozenset[str]:
        return self.axe | self.own


@dataclass(slots=True)
class Row:
    """One rule's cases.

    Attributes:
        failed, good: how many cases must fail, and how many must not.
        found: how many of those that must fail do; beyond: by our own probes alone; hinted: how
            many of the others point a person to something.
        noisy: how many good cases point a person to something; explained: how many fail, and
            rightly so.
        false: (case, what failed) of good cases that fail; walked: those without a browser.
        missed: names of cases that neither fail nor point anywhere.
    """

    failed: int = 0
    good: int = 0
    found: int = 0
    beyond: int = 0
    hinted: int = 0
    noisy: int = 0
    explained: int = 0
    lost: int = 0
    false: list[tuple[str, str]] = field(default_factory=list)
    walked: list[tuple[str, str]] = field(default_factory=list)
    missed: list[str] = field(default_factory=list)

    @property
    def standing(self) -> str:
        """In ACT's words where it has them; "review" is where only a person is asked."""
        if self.false or self.walked:
            return "inconsistent"
        if self.failed and self.found == self.failed:
            return "consistent"
        if self.found:
            return "partial"
        return "review" if self.hinted else "untested"


def said(seen: Seen, verdicts: Mapping[str, Verdict], criteria: Iterable[str]) -> Said:
    """What these verdicts of a page say of these criteria."""
    asked = frozenset(criteria)
    axe = seen.page.axe if seen.page else None
    rules = (
        {one.id: set(criteria_of([one])) for one in (*axe.violations, *axe.incomplete)}
        if axe
        else {}
    )
    by_axe, by_own, hints = set(), set(), set()
    for check in (*_MIXED, *(check for key in asked for check in _OWN.get(key, ()))):
        verdict = verdicts.get(check)
        if verdict is None or verdict.outcome not in (Outcome.FAILED, Outcome.CANT_TELL):
            continue
        places = [
            one for one in verdict.evidence
            if check not in _MIXED or asked & (rules.get(one.rule, set()) | {one.datum})
        ]  # fmt: skip
        named = {f"{check}:{one.rule}" for one in places if one.rule}
        plain = {check} if any(not one.rule for one in places) else set()
        if verdict.outcome is Outcome.CANT_TELL:
            hints |= named | plain
        else:
            by_axe |= named
            by_own |= plain if places or check in _MIXED else {check}
    return Said(frozenset(by_axe), frozenset(by_own), frozenset(hints))


def criteria_rows(
    found: Iterable[Seen], explained: Mapping[tuple[str, str], str]
) -> dict[str, Row]:
    """A row for each rule of cases with criteria.

    Args:
        explained: (rule, case) to why a failure there is none of ours; those are not counted.
    """
    rows: dict[str, Row] = defaultdict(Row)
    for seen in found:
        case, row = seen.case, rows[seen.case.group]
        if seen.page is None:
            row.lost += 1
            continue
        told = said(seen, seen.verdicts, case.criteria)
        bare = said(seen, seen.walked, case.criteria)
        if case.expected == "failed":
            row.failed += 1
            row.found += bool(told.failed)
            row.beyond += bool(told.own) and not told.axe
            row.hinted += bool(told.hints) and not told.failed
            row.missed += [] if told.failed or told.hints else [case.name]
            continue
        row.good += 1
        row.noisy += bool(told.hints)
        if (case.group, case.name) in explained:
            row.explained += bool(told.failed or bare.failed)
            continue
        row.false += [(case.name, " ".join(sorted(told.failed)))] if told.failed else []
        row.walked += [(case.name, " ".join(sorted(bare.failed)))] if bare.failed else []
    return dict(rows)


@dataclass(slots=True)
class AxeScore:
    """axe's own expectations through the project's browser.

    Attributes:
        wanted, found: elements that must be named as failures, and those of them that are.
        more: "page: rule element" of failures that are not expected.
        asked, left: the same of what must be left for review.
        pages, held: pages, and those of which all is as expected.
        unrun: rules that the project does not run: experimental, AAA, given up.
        differing: pages of which something is not as expected.
    """

    wanted: int = 0
    found: int = 0
    asked: int = 0
    left: int = 0
    pages: int = 0
    held: int = 0
    more: list[str] = field(default_factory=list)
    unrun: set[str] = field(default_factory=set)
    differing: list[str] = field(default_factory=list)


def axe_score(found: Iterable[Seen], wanted: Mapping[str, Wanted]) -> AxeScore:
    """Page by page, element by element; where there are more than are kept, by number."""
    score = AxeScore()
    for seen in found:
        want, axe = wanted[seen.case.path], seen.page.axe if seen.page else None
        if axe is None:
            score.pages += 1
            score.differing.append(f"{seen.case.path}: not seen")
            continue
        if not ran(axe, frozenset({want.rule})):
            score.unrun.add(want.rule)
            continue
        score.pages += 1
        failed = _named(axe.violations, want.rule)
        review = _named(axe.incomplete, want.rule)
        right = (
            _whole(seen, bool(failed[0] or review[0]))
            if want.violations is None
            else (_compare(score, seen, want, failed, review))
        )
        score.held += right
        score.differing += [] if right else [seen.case.path]
    return score


def _whole(seen: Seen, named: bool) -> bool:
    return named == (seen.case.expected == "failed")


def _compare(
    score: AxeScore,
    seen: Seen,
    want: Wanted,
    failed: tuple[int, frozenset[Target]],
    review: tuple[int, frozenset[Target]],
) -> bool:
    must, may = want.violations or frozenset(), want.incomplete or frozenset()
    hit, more = _overlap(must, *failed)
    left, _ = _overlap(may, *review)
    score.wanted += len(must)
    score.found += hit
    score.asked += len(may)
    score.left += left
    score.more += [f"{seen.case.path}: {' '.join(one)}" for one in more]
    return hit == len(must) and left == len(may) and not more


def _overlap(
    wanted: frozenset[Target], count: int, kept: frozenset[Target]
) -> tuple[int, list[Target]]:
    """How many of the wanted were named, and which were not wanted."""
    more = sorted(kept - wanted)
    if count > _KEPT:
        return min(count - len(more), len(wanted)), more
    return len(wanted & kept), more


def _named(rules: Iterable[object], rule: str) -> tuple[int, frozenset[Target]]:
    for one in rules:
        if getattr(one, "id", "") == rule:
            count: int = getattr(one, "count", 0)
            return count, frozenset(node.target for node in getattr(one, "nodes", ()))
    return 0, frozenset()


def unrecognized(seen: Seen) -> list[str]:
    """What a component of USWDS is, and was not recognized as."""
    if seen.summary is None:
        return ["page"]
    kinds = set(" ".join(seen.summary.all("footer-kinds")).split())
    there = {f"footer:{kind}" for kind in kinds}
    for name, _ in seen.summary.signals:
        there.add(f"footer:{name[12:]}" if name.startswith("footer-link:") else f"signal:{name}")
    passed = {key for key, one in seen.verdicts.items() if one.outcome is Outcome.PASSED}
    wanted = WANTED.get(seen.case.group, ())
    return [one for one in wanted if one not in there | passed]


def failures(seen: Seen, heads: Mapping[str, str]) -> list[str]:
    """What fails on a page by the checks of accessibility and phones: "check:rule" or "check"."""
    return sorted(
        {
            f"{key}:{place.rule}" if place.rule else key
            for key, verdict in seen.verdicts.items()
            if verdict.outcome is Outcome.FAILED and heads[key] in ("accessible", "mobile")
            for place in verdict.evidence
        }
    )
