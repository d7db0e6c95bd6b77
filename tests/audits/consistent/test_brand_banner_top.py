import pytest

from audits.consistent.brand_banner_top import brand_banner_top
from ideaaudit.models import Box, Layout, PageObservation
from tests.audits.build import outcome_of, page

TEXT = "An official website of the United States government"
BANNER = f'<section class="usa-banner"><p>{TEXT}</p></section><main>Text</main>'
Rectangle = tuple[float, float, float] | None


def layout(name: str, width: int, banner: Rectangle, main: float | None) -> Layout:
    regions = []
    if banner:
        top, wide, high = banner
        regions.append(("banner", Box(".usa-banner", "<section>", 0, top, wide, high)))
    if main is not None:
        regions.append(("main", Box("main", "<main>", 0, main, width, 500)))
    return Layout(name, width, 800, name != "desktop", width, width, regions=tuple(regions))


def seen(
    desktop: Rectangle = (0, 1280, 30),
    phone: Rectangle = (0, 390, 40),
    *,
    html: str = BANNER,
    main: float | None = 300,
) -> PageObservation:
    both = (layout("desktop", 1280, desktop, main), layout("phone", 390, phone, main))
    return page(html, layouts=both)


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(), "passed", id="first line on both"),
        pytest.param(seen((120, 1216, 30)), "passed", id="just within both bounds"),
        pytest.param(seen((121, 1280, 30)), "cantTell", id="below an alert"),
        pytest.param(seen((0, 1215, 30)), "cantTell", id="not from edge to edge"),
        pytest.param(seen(None), "cantTell", id="not in the layout"),
        pytest.param(seen((0, 0, 30)), "cantTell", id="no width"),
        pytest.param(seen((0, 1280, 0)), "cantTell", id="no height"),
        pytest.param(seen(phone=(200, 390, 30)), "cantTell", id="below an alert on the phone"),
        pytest.param(seen((301, 1280, 30)), "failed", id="below the main text's beginning"),
        pytest.param(seen((300, 1280, 30)), "cantTell", id="level with the main text"),
        pytest.param(seen((300, 1280, 30), main=120), "cantTell", id="main is the whole page"),
        pytest.param(seen((300, 1280, 30), main=121), "failed", id="main begins below the top"),
        pytest.param(seen(phone=(900, 390, 30)), "failed", id="low on the phone alone"),
        pytest.param(seen((801, 1280, 30), main=None), "failed", id="below the first window"),
        pytest.param(seen((800, 1280, 30), main=None), "cantTell", id="within the first window"),
        pytest.param(
            seen(html=f"<footer><div class=usa-banner>{TEXT}</div></footer>"), "failed",
            id="in the footer",
        ),
        pytest.param(seen(html="<main>Text</main>"), "inapplicable", id="no banner"),
        pytest.param(page(BANNER), "untested", id="no layout"),
    ],
)  # fmt: skip
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(brand_banner_top, observed) == outcome


def test_the_place_is_measured() -> None:
    measures = dict(brand_banner_top.judge(seen((7, 1280, 30))).measures)
    assert measures == {"banner-top-desktop": 7, "banner-top-phone": 0}


def test_other_domains_are_not_bound() -> None:
    assert brand_banner_top.judge(page(BANNER, "https://a.org/")).outcome == "inapplicable"
