"""Results of axe for tests: rules with made-up nodes."""

from ideaaudit.models import AxeNode, AxeResult, AxeRule

TAGS = {
    "image-alt": ("wcag2a", "wcag111"),
    "color-contrast": ("wcag2aa", "wcag143"),
    "label": ("wcag2a", "wcag412"),
    "target-size": ("wcag22aa", "wcag258"),
    "avoid-inline-spacing": ("wcag21aa", "wcag1412"),
    "region": ("best-practice",),
    "bypass": ("wcag2a", "wcag241"),
    "form-field-multiple-labels": ("wcag2a", "wcag332"),
}


def rule(key: str, *, count: int = 1, datum: str = "", tags: tuple[str, ...] = ()) -> AxeRule:
    """A rule that named one element in main, so many times."""
    node = AxeNode(("main > p",), "html > body > main > p", "<p>x</p>", "It is wrong.", datum)
    named = tags or TAGS[key]
    return AxeRule(key, "serious", named, f"Help of {key}", "https://help", count, (node,))


def axe_of(
    *failed: str,
    review: tuple[str, ...] = (),
    passes: tuple[str, ...] = (),
    inapplicable: tuple[str, ...] = (),
) -> AxeResult:
    """What axe says, by the ids of its rules."""
    return AxeResult(
        "4.12.1",
        tuple(rule(key) for key in failed),
        tuple(rule(key) for key in review),
        passes,
        inapplicable,
    )
