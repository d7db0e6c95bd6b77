from dataclasses import replace

import pytest

from audits.consistent.brand_uswds_version import brand_uswds_version
from ideaaudit.models import Styles
from tests.audits.build import HOME, outcome_of, page, site

USED = "".join(f'<i class="usa-{name}"></i>' for name in ("nav", "card", "hero", "tag", "list"))


def sheet(href: str) -> str:
    return f'<link rel="stylesheet" href="{href}">{USED}'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(sheet("/uswds-3.8.1.min.css"), "passed", id="3 by its file"),
        pytest.param(sheet("/css/USWDS.min.css?v=3.1.0"), "passed", id="3 by its query, loud"),
        pytest.param(f"<style>/*! uswds v3.11.0 */</style>{USED}", "passed", id="3 by a comment"),
        pytest.param(sheet("/uswds-4.0.0.css"), "passed", id="a later one"),
        pytest.param(sheet("/node_modules/@uswds/uswds/a.css"), "passed", id="3 by its package"),
        pytest.param("<usa-banner></usa-banner>", "passed", id="3 by a web component"),
        pytest.param(sheet("/uswds@2.13.3/a.css"), "failed", id="2"),
        pytest.param(sheet("/uswds-1.6.10.css"), "failed", id="1"),
        pytest.param(
            f'<div class="usa-banner"><i class="usa-banner-header"></i></div>{USED}', "failed",
            id="1 by its class names",
        ),
        pytest.param(
            sheet("/uswds-3.8.1.css") + '<i class="usa-grid"></i>', "passed",
            id="a version says more than a class name",
        ),
        pytest.param(USED, "cantTell", id="no version"),
        pytest.param(sheet("/uswds.min.css"), "cantTell", id="a file without a version"),
        pytest.param("<p>uswds v2.1.0</p>", "inapplicable", id="named and not used"),
    ],
)  # fmt: skip
def test_outcome_for_a_whole_site(html: str, outcome: str) -> None:
    assert outcome_of(brand_uswds_version, site(page(html, HOME), complete=True)) == outcome


def test_one_old_page_is_found_among_new_ones() -> None:
    pages = (page(sheet("/uswds-3.8.1.css"), HOME), page(sheet("/uswds-2.8.0.css"), f"{HOME}a"))
    found = brand_uswds_version.judge(site(*pages))
    assert found.outcome == "failed"
    assert found.evidence[0].url == f"{HOME}a"
    assert found.evidence[0].detail == "2.8.0, until 2022-04"
    assert dict(found.measures) == {"uswds-version": "2.8.0, 3.8.1"}


def test_a_style_sheet_that_was_read_says_it() -> None:
    seen = page(USED, HOME)
    assert seen.rendering
    styles = Styles(marks=("uswds", "uswds 2.4.0"))
    seen = replace(seen, rendering=replace(seen.rendering, styles=styles))
    assert outcome_of(brand_uswds_version, site(seen)) == "failed"


def test_a_part_of_a_site_proves_no_absence() -> None:
    assert outcome_of(brand_uswds_version, site(page("", HOME))) == "cantTell"
