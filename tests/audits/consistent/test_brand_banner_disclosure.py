from dataclasses import replace

import pytest

from audits.consistent.brand_banner_disclosure import brand_banner_disclosure
from ideaaudit.models import Box, Disclosure, PageObservation
from tests.audits.build import outcome_of, page, walked

TEXT = "An official website of the United States government"
BANNER = f'<section class="usa-banner"><p>{TEXT}</p><button>How?</button></section>'
BOTH = "Official websites use .gov. Secure .gov websites use HTTPS."
BUTTON = Box("button", "<button>", 0, 0, 10, 10)
TOGGLED = ("false", "true")


def pressed(
    text: str = BOTH,
    *,
    panel: tuple[bool, bool] = (False, True),
    expanded: tuple[str, str] = TOGGLED,
    arrived: bool = True,
    html: str = BANNER,
) -> PageObservation:
    seen = page(html)
    assert seen.rendering
    disclosure = Disclosure(BUTTON, arrived, expanded, *panel, text)
    return replace(seen, rendering=replace(seen.rendering, disclosure=disclosure))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(pressed(), "passed", id="it opens, with both texts"),
        pytest.param(
            pressed("Los sitios web seguros .gov usan HTTPS"), "passed", id="Spanish texts"
        ),
        pytest.param(pressed(BOTH.upper().replace("GOV", "mil")), "passed", id="military, loud"),
        pytest.param(pressed(expanded=("", "")), "passed", id="a details element"),
        pytest.param(pressed(panel=(True, False)), "passed", id="open at first, and it closes"),
        pytest.param(pressed(panel=(False, False)), "failed", id="a dead button"),
        pytest.param(pressed("Official websites use .gov."), "failed", id="no HTTPS text"),
        pytest.param(pressed("A lock means https."), "failed", id="no domain text"),
        pytest.param(pressed("Hello"), "failed", id="neither text"),
        pytest.param(pressed(arrived=False), "cantTell", id="something covers the button"),
        pytest.param(pressed(" "), "cantTell", id="an unread panel"),
        pytest.param(pressed(panel=(True, True)), "cantTell", id="always open"),
        pytest.param(page(BANNER), "cantTell", id="a button that was not pressed"),
        pytest.param(
            page(f'<div class="usa-banner">{TEXT} {BOTH}</div>'), "cantTell", id="texts, no button"
        ),
        pytest.param(
            page(f'<div class="usa-banner">{TEXT} The site is secure</div>'), "cantTell",
            id="one text, no button",
        ),
        pytest.param(page(f'<div class="usa-banner">{TEXT}</div>'), "failed", id="only a line"),
        pytest.param(
            page(f'<div class="usa-banner">{TEXT}<a aria-controls=x>How</a></div>'), "cantTell",
            id="a link that controls something",
        ),
        pytest.param(page("<usa-banner></usa-banner>"), "cantTell", id="an empty component"),
        pytest.param(pressed(html="<main>x</main>"), "inapplicable", id="no banner"),
        pytest.param(walked(BANNER), "untested", id="no browser"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(brand_banner_disclosure, seen) == outcome


def test_the_missing_text_is_named() -> None:
    (where,) = brand_banner_disclosure.judge(pressed("Use .gov")).evidence
    assert where.datum == "HTTPS"


def test_other_domains_are_not_bound() -> None:
    seen = replace(pressed(), url="https://a.org/", rendering=None, hops=())
    assert brand_banner_disclosure.judge(seen).outcome == "inapplicable"
