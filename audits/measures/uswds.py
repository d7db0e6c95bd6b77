"""How much of the US Web Design System shows: the incumbent's weights, added up."""

import re
from collections.abc import Iterator

from audits.facts.page import facts_of
from audits.facts.tree import classes, normal
from audits.measures import Named, listed
from ideaaudit.models import PageObservation

FLAGS = re.compile(r"us_flag_small\.(?:png|svg)|favicon-(?:57|72|114|144|192)\.png")
KNOW = re.compile("here's how you know|as[ií] es como usted puede verificarlo")
IN_STYLE = re.compile(r"\.usa-[a-z]")


def of_page(page: PageObservation) -> Iterator[Named]:
    if page.html is None:
        return
    facts = facts_of(page)
    served = page.served_html or ""
    named = [
        [name for name in classes(element) if name.startswith("usa-")]
        for element in facts.document.root.iter()
        if isinstance(element.tag, str)
    ]
    using = sum(bool(names) for names in named)
    weights: dict[str, int | None] = {
        "uswds_usa_classes": round(using**0.5) * 5,
        "uswds_string": served.lower().count("uswds"),
        "uswds_inpage_css": len(IN_STYLE.findall(served)),
        "uswds_favicon": 20 if FLAGS.search(facts.markup) else 0,
        **_in_sheets(page),
    }
    yield "uswds_usa_class_list", listed(re.split("__|--", x)[0] for names in named for x in names)
    yield "uswds_banner_heres_how", bool(KNOW.search(normal(facts.document.text)))
    yield "uswds_semantic_version", _version(page) or facts.uswds.version
    yield from weights.items()
    yield "uswds_count", sum(weight or 0 for weight in weights.values())


def _marks(page: PageObservation) -> tuple[str, ...] | None:
    styles = page.rendering.styles if page.rendering else None
    return styles.marks if styles else None


def _version(page: PageObservation) -> str:
    found = (mark.removeprefix("uswds ") for mark in _marks(page) or () if mark[:6] == "uswds ")
    return next(found, "")


def _in_sheets(page: PageObservation) -> dict[str, int | None]:
    """Weights of what style sheets say; no value where their text was not seen."""
    marks = _marks(page)
    if marks is None:
        return {}
    return {
        "uswds_string_in_css": 20 if any(mark.startswith("uswds") for mark in marks) else 0,
        "uswds_favicon_in_css": 20 if "us-flag" in marks else 0,
        "uswds_publicsans_font": 40 if "public-sans" in marks else 0,
        "uswds_version": 100 if _version(page) else 0,
    }
