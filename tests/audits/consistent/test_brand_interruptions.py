from dataclasses import replace

import pytest

from audits.consistent.brand_interruptions import brand_interruptions
from ideaaudit.models import Box, PageObservation
from tests.audits.build import outcome_of, page, walked

DIALOG = Box("body > div.modal", '<div role="dialog">', 0, 0, 900, 600)


def seen(html: str = "<p>x", *overlays: Box) -> PageObservation:
    made = page(html)
    assert made.rendering
    return replace(made, rendering=replace(made.rendering, overlays=overlays))


def link(href: str, more: str = "") -> PageObservation:
    return seen(f'<a href="{href}" {more}>Elsewhere</a>')


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(), "passed", id="nothing"),
        pytest.param(link("https://other.org/?to=x"), "passed", id="a plain link out"),
        pytest.param(link("/exit-polls?year=2024"), "passed", id="a path with another meaning"),
        pytest.param(link("/search?q=https://other.org/"), "passed", id="a query that is searched"),
        pytest.param(link("/exit"), "passed", id="a path that leads nowhere"),
        pytest.param(seen("<p>x", DIALOG), "cantTell", id="a dialog"),
        pytest.param(
            link("/EXIT?url=https%3A%2F%2Fother.org%2F"), "cantTell", id="a page in between"
        ),
        pytest.param(
            link("https://other.org/", "onclick=\"return confirm('You are leaving us')\""),
            "cantTell", id="a question on the way",
        ),
        pytest.param(
            link("https://other.org/", "onclick=\"alert('Usted est&aacute; saliendo')\""),
            "cantTell", id="a question in Spanish",
        ),
        pytest.param(
            link("https://other.org/", 'title="You are leaving us"'), "passed", id="a title"
        ),
        pytest.param(page("<p>x"), "untested", id="nobody looked"),
        pytest.param(walked("<p>x"), "untested", id="no browser"),
    ],
)  # fmt: skip
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(brand_interruptions, observed) == outcome


def test_the_cause_is_the_overlay() -> None:
    (where,) = brand_interruptions.judge(seen("<p>x", DIALOG)).evidence
    assert where.path.endswith("div.modal")
    assert where.detail == "900 by 600 pixels."
