import pytest

from audits.consistent.brand_uswds_used import brand_uswds_used
from tests.audits.build import HOME, outcome_of, page, site, walked

BLOCKS = "".join(f'<i class="x usa-{name}__a"></i>' for name in ("nav", "card", "hero", "tag", "x"))
BANNER = '<div class="usa-banner"><header class="usa-banner__header">x</header></div>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(BLOCKS, "passed", id="five blocks"),
        pytest.param(BLOCKS.upper(), "passed", id="upper case"),
        pytest.param("<usa-header></usa-header>", "passed", id="a web component"),
        pytest.param(
            f"<x-a><template shadowrootmode=open>{BLOCKS}</template></x-a>", "passed",
            id="in a shadow root",
        ),
        pytest.param(BLOCKS.replace("usa-x", "usa-tag"), "cantTell", id="four blocks"),
        pytest.param('<a class="usa-button">', "cantTell", id="one block"),
        pytest.param(BANNER, "cantTell", id="the banner alone"),
        pytest.param("<usa-banner></usa-banner>", "cantTell", id="the banner's component alone"),
        pytest.param('<i class="usa"></i><i class="musa-a"></i>', "failed", id="near misses"),
        pytest.param("", "failed", id="nothing"),
    ],
)  # fmt: skip
def test_outcome_for_a_whole_site(html: str, outcome: str) -> None:
    assert outcome_of(brand_uswds_used, site(page(html, HOME), complete=True)) == outcome


def test_one_page_of_two_is_counted() -> None:
    found = brand_uswds_used.judge(site(page(BLOCKS, HOME), page("", f"{HOME}a")))
    assert found.summary.startswith("1 of 2")
    assert found.measures == (("uswds-pages", 1),)


@pytest.mark.parametrize(
    ("others", "outcome"),
    [
        pytest.param(3, "failed", id="home and three more"),
        pytest.param(2, "cantTell", id="home and two more"),
    ],
)
def test_a_part_of_a_site_needs_four_pages(others: int, outcome: str) -> None:
    pages = [page("<p>x", f"{HOME}{n}") for n in range(others)]
    assert outcome_of(brand_uswds_used, site(page("", HOME), *pages)) == outcome
    assert outcome_of(brand_uswds_used, site(*pages)) == "cantTell"


def test_scripts_that_did_not_run_may_add_it() -> None:
    shell = walked("<script src=a.js></script>", HOME)
    assert outcome_of(brand_uswds_used, site(shell, complete=True)) == "cantTell"
