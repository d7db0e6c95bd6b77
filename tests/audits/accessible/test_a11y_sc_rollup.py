from dataclasses import replace

import pytest

from audits.accessible.a11y_sc_rollup import a11y_sc_rollup
from audits.check import SiteView
from ideaaudit.models import AxeResult, PageObservation
from ideaaudit.wcag import ADDED, WCAG20, criteria_of
from tests.audits.axe import axe_of, rule
from tests.audits.build import ABOUT, HOME, outcome_of, page, site, walked


def with_axe(axe: AxeResult | None, url: str = ABOUT, html: str = "<p>x") -> PageObservation:
    return page(html, url, axe=axe)


def failing(check: str, view: SiteView) -> SiteView:
    return replace(view, failed={ABOUT: frozenset({check})})


CLEAN = with_axe(axe_of(), HOME)
PLAIN = site(with_axe(None))


@pytest.mark.parametrize(
    ("view", "outcome"),
    [
        pytest.param(site(with_axe(axe_of("image-alt")), CLEAN), "failed", id="one page fails one"),
        pytest.param(site(CLEAN), "cantTell", id="nothing found"),
        pytest.param(
            site(with_axe(axe_of(review=("color-contrast",)))), "cantTell", id="for review"
        ),
        pytest.param(site(with_axe(axe_of("target-size"))), "cantTell", id="only WCAG 2.2"),
        pytest.param(site(with_axe(axe_of("region"))), "cantTell", id="only a best practice"),
        pytest.param(PLAIN, "cantTell", id="no browser"),
        pytest.param(failing("a11y-keyboard-walk", PLAIN), "failed", id="our own probe"),
        pytest.param(failing("link-foia", PLAIN), "cantTell", id="a check of another matter"),
        pytest.param(site(), "untested", id="no page seen"),
        pytest.param(site(page("x", status=404)), "inapplicable", id="only an error"),
    ],
)
def test_outcome(view: SiteView, outcome: str) -> None:
    assert outcome_of(a11y_sc_rollup, view) == outcome


def values(view: SiteView) -> dict[str, object]:
    return dict(a11y_sc_rollup.judge(view).measures)


def test_each_criterion_has_its_value() -> None:
    seen = values(
        site(
            with_axe(axe_of("image-alt", review=("color-contrast", "image-alt", "bypass"))),
            with_axe(axe_of("target-size", review=("image-alt",)), ABOUT + "/2"),
            CLEAN,
            walked("<p>Not opened in a browser", ABOUT + "/3"),
        )
    )
    assert seen["sc:1.1.1"] == "failed 1 of 3 pages; review 1"
    assert seen["sc:2.4.1"] == "review 1 of 3 pages"
    assert seen["sc:1.4.1"] == "not failed on 3 pages"
    assert seen["sc:1.4.5"] == "not tested"
    assert seen["sc:4.1.1"] == "always met"
    assert seen["sc:2.5.8"] == "failed 1 of 3 pages"
    assert seen["sc:1.2.1"] == "not tested"
    assert len(seen) == 56


def test_pages_that_our_own_checks_fail_are_counted_as_tested() -> None:
    seen = values(failing("a11y-title", site(with_axe(None), CLEAN)))
    assert seen["sc:2.4.2"] == "failed 1 of 2 pages"
    assert seen["sc:1.1.1"] == "not failed on 1 page"
    assert values(PLAIN)["sc:1.1.1"] == "not tested"


@pytest.mark.parametrize(
    ("html", "complete", "value"),
    [
        ("<p>x", True, "absent on 1 page"),
        ("<p>x", False, "not tested"),
        ("<video></video>", True, "not tested"),
    ],
)
def test_sound_and_video_are_absent_only_where_all_was_seen(
    html: str, complete: bool, value: str
) -> None:
    assert values(site(with_axe(axe_of(), html=html), complete=complete))["sc:1.2.4"] == value


def test_scripts_that_did_not_run_may_add_video() -> None:
    page_ = walked("<script src=a></script>" + "word " * 30)
    assert values(site(page_, complete=True))["sc:1.2.4"] == "not tested"


def test_the_criteria_that_fail_are_named_with_a_page() -> None:
    view = site(with_axe(axe_of("image-alt", "color-contrast")))
    found = a11y_sc_rollup.judge(view)
    assert [(one.datum, one.url, one.count) for one in found.evidence] == [
        ("1.1.1", ABOUT, 1), ("1.4.3", ABOUT, 1),
    ]  # fmt: skip
    assert "1.1.1, 1.4.3" in found.summary
    assert "browser" in a11y_sc_rollup.judge(PLAIN).summary
    assert "browser" not in a11y_sc_rollup.judge(site(CLEAN)).summary


def test_the_table_has_the_criteria_of_the_law() -> None:
    assert len(WCAG20) == 38
    assert [one.level for one in WCAG20].count("AA") == 13
    assert (len([c for c in ADDED if c.since == "2.1"]), len(ADDED)) == (12, 18)
    assert len([c for c in WCAG20 if not c.axe]) == 21


def test_a_criterion_is_read_from_a_rules_tags() -> None:
    tags = ("wcag2a", "wcag1412", "wcag111", "wcag2411", "wcag21aa", "cat.color")
    assert criteria_of([rule("x", tags=tags)]) == ["1.1.1", "1.4.12", "2.4.11"]
