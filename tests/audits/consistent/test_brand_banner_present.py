import pytest

from audits.consistent.brand_banner_present import brand_banner_present
from tests.audits.build import page, walked

CURRENT = """<section class="usa-banner" aria-label="Official website of the US government">
<div class="usa-accordion"><header class="usa-banner__header"><p class="usa-banner__header-text">
An official website of the United States government</p><button class="usa-banner__button">
<span class="usa-banner__button-text">Here’s how you know</span></button></header>
<div class="usa-banner__content"><p>Official websites use .gov</p>
<p>Secure .gov websites use HTTPS</p>
</div></div></section>"""
SPANISH = """<section class="usa-banner"><p>Un sitio oficial del Gobierno de Estados Unidos</p>
<button>Así es como usted puede verificarlo</button></section>"""
V1 = """<div class="usa-banner"><header class="usa-banner-header"><span>AN OFFICIAL WEBSITE OF THE
   UNITED&nbsp;STATES   GOVERNMENT</span><button class="usa-banner-button"><span
   class="usa-banner-button-text">Here&#39;s how you know</span></button></header>
   <div class="usa-banner-content">The .gov means it’s official. The site is secure.</div></div>"""
COMPONENT = """<usa-banner lang="en"><template shadowrootmode="open"><header>
An official website of the United States government</header></template></usa-banner>"""
OTHER = """<div class="gov-bar">An official website of the U.S. Government. Official
 websites use .gov. Secure .gov websites use HTTPS.</div><main>Text</main>"""
IDENTIFIER = """<main>Text</main><footer class="usa-identifier">An official website of the
<a href="/">General Services Administration</a></footer>"""


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(CURRENT, "passed", id="USWDS 3"),
        pytest.param(SPANISH, "passed", id="Spanish"),
        pytest.param(V1, "passed", id="USWDS 1, upper case, entities"),
        pytest.param(COMPONENT, "passed", id="web component in an open shadow root"),
        pytest.param(OTHER, "passed", id="all words without USWDS"),
        pytest.param(CURRENT[: len(CURRENT) // 2], "passed", id="cut off in the middle"),
        pytest.param("<main>Text</main>", "failed", id="nothing"),
        pytest.param("", "failed", id="an empty document"),
        pytest.param(IDENTIFIER, "failed", id="the identifier is no banner"),
        pytest.param("<p class='usa-button'>USA</p>", "failed", id="other classes of USWDS"),
        pytest.param(
            "<header>An official website of the State of Ohio</header>", "failed", id="a state's"
        ),
        pytest.param('<div class="usa-banner"><p>Bienvenue</p></div>', "cantTell", id="words"),
        pytest.param("<usa-banner></usa-banner>", "cantTell", id="an empty component"),
        pytest.param(
            "<p>An official website of the United States government</p><main>x</main>",
            "cantTell", id="one sentence of three",
        ),
        pytest.param(
            "<main>x</main><footer>An official website of the United States government</footer>",
            "cantTell", id="only in the footer",
        ),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert brand_banner_present.judge(page(html)).outcome == outcome


def test_scripts_that_were_not_run_may_add_it() -> None:
    html = "<main>Text</main><script src='/header.js'></script>"
    assert brand_banner_present.judge(walked(html)).outcome == "cantTell"
    assert brand_banner_present.judge(page(html)).outcome == "failed"


@pytest.mark.parametrize(
    ("url", "outcome"),
    [
        pytest.param("https://agency.org/", "inapplicable", id="another domain"),
        pytest.param("https://gov.example.com/", "inapplicable", id="gov at its beginning"),
        pytest.param("http://[::1]/", "inapplicable", id="an address"),
    ],
)
def test_other_domains_are_not_bound(url: str, outcome: str) -> None:
    assert brand_banner_present.judge(page("<main>x</main>", url)).outcome == outcome


def test_a_military_site_is_bound() -> None:
    assert brand_banner_present.judge(page("", "https://www.army.mil/")).outcome == "failed"


def test_it_says_which_wording_it_found() -> None:
    judged = [brand_banner_present.judge(page(html)).summary for html in (V1, CURRENT)]
    assert ["before 2021" in summary for summary in judged] == [True, False]
