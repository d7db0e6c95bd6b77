"""The success criteria of WCAG at levels A and AA, and what looks at each here (law 6.2, 6.3).

Section 508 asks for the 38 of WCAG 2.0 (36 CFR 1194 E205.4); what 2.1 and 2.2 add is a layer of
its own (M-23-22 A.1). Which axe rule tests which criterion stands in the rule's own tags
("wcag143" is 1.4.3), so that a newer axe needs no new table.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from ideaaudit.models import AxeRule

_TAG = re.compile(r"wcag([1-4])(\d)(\d{1,2})")


@dataclass(frozen=True, slots=True)
class Criterion:
    """One success criterion.

    Attributes:
        id: its number, "1.4.3".
        level: "A" or "AA".
        since: the version of WCAG that brought it: "2.0", "2.1" or "2.2".
        axe: "rules" where axe-core 4.11 has rules that can fail it, "review" where it only asks
            a person, "" where no rule that runs sees it.
        tester: ids of the tests of Trusted Tester 5 that a person would run, in words.
        checks: ids of our own page checks whose failure is a failure of it.
        media: whether it is about nothing but sound and video.
    """

    id: str
    name: str
    level: str
    since: str
    axe: str = ""
    tester: str = ""
    checks: tuple[str, ...] = ()
    media: bool = False


def criteria_of(rules: Iterable[AxeRule]) -> list[str]:
    """The numbers of the criteria that these rules test, in order."""
    tags = {tag for rule in rules for tag in rule.tags}
    found = {match.group(1, 2, 3) for tag in tags if (match := _TAG.fullmatch(tag))}
    return [".".join(one) for one in sorted(found, key=lambda one: [int(part) for part in one])]


def _c(
    key: str,
    name: str,
    level: str,
    axe: str = "",
    tester: str = "",
    checks: str = "",
    *,
    since: str = "2.0",
    media: bool = False,
) -> Criterion:
    return Criterion(key, name, level, since, axe, tester, tuple(checks.split()), media)


WCAG20 = (
    _c("1.1.1", "Non-text Content", "A", "rules", "7.A 7.B 7.C 7.D", "a11y-text-alternatives"),
    _c("1.2.1", "Audio-only and Video-only (Prerecorded)", "A", "", "16.A 16.B", media=True),
    _c("1.2.2", "Captions (Prerecorded)", "A", "review", "17.A", media=True),
    _c("1.2.3", "Audio Description or Media Alternative (Prerecorded)", "A", media=True),
    _c("1.2.4", "Captions (Live)", "AA", "", "17.C", media=True),
    _c("1.2.5", "Audio Description (Prerecorded)", "AA", "", "17.B", media=True),
    _c("1.3.1", "Info and Relationships", "A", "rules", "5.C 10.B 10.C 10.D 14.A 14.B 14.C 15.A"),
    _c("1.3.2", "Meaningful Sequence", "A", "", "15.B"),
    _c("1.3.3", "Sensory Characteristics", "A", "", "13.B"),
    _c("1.4.1", "Use of Color", "A", "rules", "13.A"),
    _c("1.4.2", "Audio Control", "A", "review", "2.A"),
    _c("1.4.3", "Contrast (Minimum)", "AA", "rules", "13.C", "a11y-contrast"),
    _c("1.4.4", "Resize Text", "AA", "rules", "18.A", "a11y-zoom-200"),
    _c("1.4.5", "Images of Text", "AA", "", "7.E"),
    _c("2.1.1", "Keyboard", "A", "rules", "4.A 4.B"),
    _c("2.1.2", "No Keyboard Trap", "A", "", "4.C", "a11y-keyboard-walk"),
    _c("2.2.1", "Timing Adjustable", "A", "rules", "8.A"),
    _c("2.2.2", "Pause, Stop, Hide", "A", "rules", "2.B 2.C"),
    _c("2.3.1", "Three Flashes or Below Threshold", "A", "", "3.A"),
    _c("2.4.1", "Bypass Blocks", "A", "review", "9.A", "a11y-bypass"),
    _c("2.4.2", "Page Titled", "A", "rules", "12.A 12.B", "a11y-title"),
    _c("2.4.3", "Focus Order", "A", "", "4.F 4.G 4.H"),
    _c("2.4.4", "Link Purpose (In Context)", "A", "rules", "6.A"),
    _c("2.4.5", "Multiple Ways", "AA", "", "19.A"),
    _c("2.4.6", "Headings and Labels", "AA", "", "5.B 10.A"),
    _c("2.4.7", "Focus Visible", "AA", "", "4.D"),
    _c("3.1.1", "Language of Page", "A", "rules", "11.A", "a11y-lang"),
    _c("3.1.2", "Language of Parts", "AA", "rules", "11.B", "a11y-lang-parts"),
    _c("3.2.1", "On Focus", "A", "", "4.E"),
    _c("3.2.2", "On Input", "A", "", "5.D"),
    _c("3.2.3", "Consistent Navigation", "AA", "", "9.B"),
    _c("3.2.4", "Consistent Identification", "AA", "", "9.C"),
    _c("3.3.1", "Error Identification", "A", "", "5.F"),
    _c("3.3.2", "Labels or Instructions", "A", "review", "5.A"),
    _c("3.3.3", "Error Suggestion", "AA", "", "5.G"),
    _c("3.3.4", "Error Prevention (Legal, Financial, Data)", "AA", "", "5.H"),
    # Always met since the erratum to WCAG 2.0; Trusted Tester records 20.A as not tested.
    _c("4.1.1", "Parsing", "A"),
    _c("4.1.2", "Name, Role, Value", "A", "rules",
       "2.D 5.C 5.E 6.A 6.B 7.A 7.B 7.C 7.D 12.C 12.D", "a11y-forms-named"),
)  # fmt: skip
ALWAYS_MET = "4.1.1"
ADDED = (
    _c("1.3.4", "Orientation", "AA", checks="mobile-orientation", since="2.1"),
    _c("1.3.5", "Identify Input Purpose", "AA", "rules", since="2.1"),
    _c("1.4.10", "Reflow", "AA", checks="mobile-reflow-320", since="2.1"),
    _c("1.4.11", "Non-text Contrast", "AA", since="2.1"),
    _c("1.4.12", "Text Spacing", "AA", "rules", since="2.1"),
    _c("1.4.13", "Content on Hover or Focus", "AA", since="2.1"),
    _c("2.1.4", "Character Key Shortcuts", "A", since="2.1"),
    _c("2.5.1", "Pointer Gestures", "A", since="2.1"),
    _c("2.5.2", "Pointer Cancellation", "A", since="2.1"),
    _c("2.5.3", "Label in Name", "A", since="2.1"),
    _c("2.5.4", "Motion Actuation", "A", since="2.1"),
    _c("4.1.3", "Status Messages", "AA", since="2.1"),
    _c("2.4.11", "Focus Not Obscured (Minimum)", "AA", since="2.2"),
    _c("2.5.7", "Dragging Movements", "AA", since="2.2"),
    _c("2.5.8", "Target Size (Minimum)", "AA", "rules", since="2.2"),
    _c("3.2.6", "Consistent Help", "A", since="2.2"),
    _c("3.3.7", "Redundant Entry", "A", since="2.2"),
    _c("3.3.8", "Accessible Authentication (Minimum)", "AA", checks="sec-paste-allowed",
       since="2.2"),
)  # fmt: skip
