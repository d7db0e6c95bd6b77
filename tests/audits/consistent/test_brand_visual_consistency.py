from dataclasses import replace

import pytest

from audits.consistent.brand_visual_consistency import brand_visual_consistency
from ideaaudit.models import PageObservation, Styles
from tests.audits.build import HOME, outcome_of, page, site


def of(name: str, *sheets: str, font: str = "Public Sans") -> PageObservation:
    seen = page("<p>x", f"{HOME}{name}")
    assert seen.rendering
    styles = Styles(sheets=sheets, fonts=((font, 900),))
    return replace(seen, rendering=replace(seen.rendering, styles=styles))


def pages(usual: int, other: int) -> list[PageObservation]:
    made = [of(f"{n:02}", f"{HOME}a.css?v={n}", "inline") for n in range(usual)]
    return made + [of(f"z{n:02}", f"{HOME}b.css", font="Arial") for n in range(other)]


@pytest.mark.parametrize(
    ("usual", "other", "outcome"),
    [
        pytest.param(2, 0, "passed", id="two alike"),
        pytest.param(19, 1, "passed", id="95 percent"),
        pytest.param(18, 2, "cantTell", id="less"),
        pytest.param(1, 0, "cantTell", id="one page"),
    ],
)
def test_the_share_of_pages_decides(usual: int, other: int, outcome: str) -> None:
    assert outcome_of(brand_visual_consistency, site(*pages(usual, other))) == outcome


def test_the_strays_and_the_shares_are_told() -> None:
    found = brand_visual_consistency.judge(site(*pages(3, 1)))
    assert [where.url for where in found.evidence] == [f"{HOME}z00"]
    assert dict(found.measures) == {
        "style-set-share": 0.75, "font": "public sans", "font-share": 0.75,
    }  # fmt: skip


def test_a_digest_in_a_name_is_no_other_sheet() -> None:
    one, other = of("a", f"{HOME}app.3fa9c0d1.css"), of("b", f"{HOME}app.77b1e2aa.css")
    assert outcome_of(brand_visual_consistency, site(one, other)) == "passed"


def test_an_address_that_cannot_be_read_is_one_too() -> None:
    assert outcome_of(brand_visual_consistency, site(of("a", "http://["), of("b", "x"))) != "passed"


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param((of("a"),), "inapplicable", id="one page has nothing to compare"),
        pytest.param((of("a"), page("", f"{HOME}b")), "cantTell", id="no browser opened the other"),
    ],
)
def test_a_whole_site(seen: tuple[PageObservation, ...], outcome: str) -> None:
    assert outcome_of(brand_visual_consistency, site(*seen, complete=True)) == outcome
