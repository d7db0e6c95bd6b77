import pytest

from audits.consistent.brand_banner_current_wording import brand_banner_current_wording
from tests.audits.build import ABOUT, HOME, outcome_of, page, site

OFFICIAL = "An official website of the United States government"


def banner(words: str) -> str:
    return f'<div class="usa-banner"><p>{OFFICIAL}</p>{words}</div>'


CURRENT = banner("Official websites use .gov. Secure .gov websites use HTTPS")
LEGACY = banner("The .gov means it&rsquo;s official. The site is secure.")


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(CURRENT, "passed", id="today's"),
        pytest.param(CURRENT.upper(), "passed", id="upper case"),
        pytest.param(
            banner("Los sitios web oficiales usan .gov"), "passed", id="today's in Spanish"
        ),
        pytest.param(banner("Official websites use .mil"), "passed", id="military"),
        pytest.param(LEGACY, "failed", id="of before 2021"),
        pytest.param(banner("THE SITE  IS\nSECURE"), "failed", id="half of it"),
        pytest.param(banner(".gov significa que es oficial"), "failed", id="old Spanish"),
        pytest.param(banner(""), "cantTell", id="the first line alone"),
        pytest.param("<main>The site is secure</main>", "inapplicable", id="no banner"),
    ],
)
def test_outcome_for_a_whole_site(html: str, outcome: str) -> None:
    view = site(page(html, HOME), complete=True)
    assert outcome_of(brand_banner_current_wording, view) == outcome


def test_one_old_page_among_new_ones_is_named() -> None:
    found = brand_banner_current_wording.judge(site(page(CURRENT, HOME), page(LEGACY, ABOUT)))
    assert found.outcome == "failed"
    assert found.summary.startswith("1 of 2")
    assert [where.url for where in found.evidence] == [ABOUT]


def test_a_part_of_a_site_proves_no_absence() -> None:
    assert outcome_of(brand_banner_current_wording, site(page("", HOME))) == "cantTell"
