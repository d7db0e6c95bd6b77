import pytest

from audits.consistent.brand_banner_official_text import brand_banner_official_text
from tests.audits.build import outcome_of, page, walked

OFFICIAL = "An official website of the United States government"
SPANISH = "Un sitio oficial del Gobierno de Estados Unidos"


def banner(text: str) -> str:
    return f'<section class="usa-banner"><p>{text}</p></section><main>Text</main>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(banner(OFFICIAL), "passed", id="the sentence"),
        pytest.param(banner(SPANISH), "passed", id="in Spanish"),
        pytest.param(banner(OFFICIAL.upper().replace(" ", "&nbsp;\n ")), "passed", id="loud"),
        pytest.param(banner("An official site of the <b>U.S.</b> government"), "passed", id="U.S."),
        pytest.param(
            f"<usa-banner><template shadowrootmode=open><p>{OFFICIAL}</p></template></usa-banner>",
            "passed", id="in a shadow root",
        ),
        pytest.param(f"<div><p>{OFFICIAL}</p></div><main>x</main>", "passed", id="without USWDS"),
        pytest.param(banner(f"{OFFICIAL}<p"), "passed", id="broken markup"),
        pytest.param(banner("Welcome to our website"), "failed", id="other words"),
        pytest.param(banner("Here’s how you know"), "failed", id="only the button"),
        pytest.param(
            banner("An offical website of the United States goverment"), "cantTell",
            id="two letters are missing",
        ),
        pytest.param(
            "<p>An oficial web site of the United State goverment</p><main>x</main>", "cantTell",
            id="wrong letters without USWDS",
        ),
        pytest.param(
            banner("The official website of the Agency"), "cantTell", id="official in other words"
        ),
        pytest.param(
            f'<html lang="fr-CA">{banner("Un site du gouvernement")}', "cantTell", id="French"
        ),
        pytest.param(f'<html lang="en">{banner("A site of ours")}', "failed", id="English"),
        pytest.param("<usa-banner></usa-banner>", "cantTell", id="an empty component"),
        pytest.param("<main>Text</main>", "inapplicable", id="no banner"),
        pytest.param(f"<footer>{OFFICIAL}</footer>", "inapplicable", id="a line in the footer"),
        pytest.param(
            "<p>An official website of the State of Ohio government</p><main>x</main>",
            "inapplicable", id="a state's",
        ),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(brand_banner_official_text, page(html)) == outcome


def test_scripts_that_did_not_run_may_complete_it() -> None:
    words = "word " * 30
    html = banner("Welcome") + f"<p>{words}</p><script src=a.js></script>"
    assert outcome_of(brand_banner_official_text, walked(html)) == "cantTell"


def test_other_domains_are_not_bound() -> None:
    seen = page(banner("Welcome"), "https://agency.org/")
    assert brand_banner_official_text.judge(seen).outcome == "inapplicable"
