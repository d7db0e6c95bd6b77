"""Does axe find a failure of WCAG 2.0 level A or AA on the rendered page?"""

from collections import defaultdict

from audits.cause import path_of
from audits.check import Judgement, cant_tell, failed, page_check
from ideaaudit.models import (
    Automation,
    AxeNode,
    AxeRule,
    Evidence,
    Example,
    PageObservation,
    Strength,
)

_LEVELS = frozenset({"wcag2a", "wcag2aa"})
_OUTSIDE = frozenset({"best-practice", "experimental", "deprecated"})
# Fixes of one rule on one page, and of all; what lies beyond is counted, not shown.
_MOST_OF_A_RULE = 10
_MOST = 100


@page_check(
    id="a11y-axe-wcag20",
    title="No automatically detectable WCAG 2.0 A/AA failure",
    citation="IDEA 3(a)(1); 29 USC 794d; 36 CFR 1194 E205.4",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Fix each element listed, in the template where it is made; the link at each rule "
    "says how. Then have a person test what no machine can.",
    decided="Failed where axe-core reports a violation of a rule tagged wcag2a or wcag2aa. "
    "Otherwise cantTell: tools find only a part of the failures, so that none found is no pass.",
    needs=("axe",),
    examples=(
        Example("failed", "An image without alternative text."),
        Example("cantTell", "A page on which axe finds nothing."),
    ),
)
def a11y_axe_wcag20(page: PageObservation) -> Judgement:
    """People who use a screen reader, a keyboard or high contrast meet these faults first: a
    button without a name, text too faint to read, a form field that says nothing."""
    rules = [rule for rule in page.axe.violations if _counts(rule)] if page.axe else []
    places = sum(rule.count for rule in rules)
    measures = (("axe-wcag20-violations", places),)
    if not rules:
        return cant_tell("axe found no failure; the rest needs a person.", measures=measures)
    evidence = [one for rule in rules for one in _evidence(rule, page.final_url)]
    names = ", ".join(sorted(rule.id for rule in rules))
    return failed(
        f"axe found failures of these rules: {names}.", *evidence[:_MOST], measures=measures
    )


def _counts(rule: AxeRule) -> bool:
    return bool(_LEVELS.intersection(rule.tags)) and not _OUTSIDE.intersection(rule.tags)


def _evidence(rule: AxeRule, url: str) -> list[Evidence]:
    """One for each fix: nodes of one path and datum together, with their number."""
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
