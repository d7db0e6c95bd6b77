"""What axe found on a page, as evidence: the same words and causes in every check that shows it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from audits.cause import path_of
from ideaaudit.models import AxeNode, AxeResult, AxeRule, Evidence

OF_508 = frozenset({"wcag2a", "wcag2aa"})
OF_CURRENT = frozenset({"wcag21a", "wcag21aa", "wcag22a", "wcag22aa"})
_OUTSIDE = frozenset({"best-practice", "experimental", "deprecated"})
# Fixes of one rule on one page, and of all; what lies beyond is counted, not shown.
_MOST_OF_A_RULE = 10
_MOST = 100
_OWN_TEXT = re.compile(r"<[^>]*>\s*[^<\s]")


def of_layer(rules: Iterable[AxeRule], layer: frozenset[str]) -> list[AxeRule]:
    """The rules that test criteria of a layer: `OF_508` (WCAG 2.0) or `OF_CURRENT` (what 2.1 and
    2.2 add); best practices, experiments and what axe has given up are none."""
    tested = (rule for rule in rules if layer.intersection(rule.tags))
    sound = (_sound(rule) for rule in tested if not _OUTSIDE & {*rule.tags})
    return [rule for rule in sound if rule.count]


def _sound(rule: AxeRule) -> AxeRule:
    """The rule without elements that its criterion is not about.

    W3C's rules 24afc2, 9e45ec and 78fd32 are about elements with text of their own; axe's
    avoid-inline-spacing names any, also where all text in them has a spacing of its own.
    """
    if rule.id != "avoid-inline-spacing":
        return rule
    kept = tuple(node for node in rule.nodes if _OWN_TEXT.match(node.markup))
    beyond = rule.count - len(rule.nodes) if kept else 0
    return replace(rule, nodes=kept, count=len(kept) + beyond)


def named(rules: Iterable[AxeRule], ids: frozenset[str]) -> list[AxeRule]:
    return [rule for rule in rules if rule.id in ids]


def ran(axe: AxeResult | None, ids: frozenset[str]) -> bool:
    """Whether axe tried one of these rules, whatever came of it."""
    if axe is None:
        return False
    found = {rule.id for rule in (*axe.violations, *axe.incomplete)}
    return bool(ids & (found | {*axe.passes, *axe.inapplicable}))


def names(rules: Iterable[AxeRule]) -> str:
    return ", ".join(sorted(rule.id for rule in rules))


def places(rules: Iterable[AxeRule]) -> int:
    return sum(rule.count for rule in rules)


def axe_evidence(rules: Sequence[AxeRule], url: str) -> tuple[Evidence, ...]:
    """One for each fix, at most 100: nodes of one path and datum together, with their number."""
    return tuple(one for rule in rules for one in _of_rule(rule, url))[:_MOST]


def _of_rule(rule: AxeRule, url: str) -> list[Evidence]:
    alike: dict[tuple[str, str], list[AxeNode]] = defaultdict(list)
    for node in rule.nodes:
        alike[path_of(node), node.datum].append(node)
    if not alike:
        return [Evidence(url, title=rule.help, rule=rule.id, count=rule.count)]
    shown = sorted(alike.items(), key=lambda one: -len(one[1]))[:_MOST_OF_A_RULE]
    beyond = rule.count - sum(len(nodes) for _, nodes in shown)
    return [
        Evidence(
            url=url,
            selector=" >>> ".join(nodes[0].target),
            markup=nodes[0].markup[:300],
            title=rule.help,
            detail=nodes[0].message,
            rule=rule.id,
            path=path,
            datum=datum,
            count=len(nodes) + (beyond if index == 0 else 0),
            help_url=rule.help_url,
        )
        for index, ((path, datum), nodes) in enumerate(shown)
    ]
