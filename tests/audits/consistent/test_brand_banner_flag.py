from dataclasses import replace

import pytest

from audits.consistent.brand_banner_flag import brand_banner_flag
from ideaaudit.models import PageObservation, Styles
from tests.audits.build import outcome_of, page, walked

TEXT = "<p>An official website of the United States government</p>"


def banner(picture: str) -> str:
    return f'<section class="usa-banner">{picture}{TEXT}</section><main>Text</main>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(banner('<img src="/a/us_flag_small.png" alt="">'), "passed", id="USWDS 3"),
        pytest.param(
            banner('<img src="/favicons/favicon-57.png" alt="x">'), "passed", id="USWDS 1"
        ),
        pytest.param(
            banner('<IMG CLASS="usa-banner__header-FLAG" SRC="data:image/png;base64,AA">'),
            "passed", id="inlined, upper case",
        ),
        pytest.param(banner("<svg><title>U.S. flag</title></svg>"), "passed", id="drawn as SVG"),
        pytest.param(
            banner('<picture><source srcset="us_flag.webp"><img src=x.png alt=logo></picture>'),
            "passed", id="a source of a picture",
        ),
        pytest.param(banner('<img src="b.png" alt="Bandera de EE. UU.">'), "passed", id="Spanish"),
        pytest.param(
            banner("<i style=\"background: url('/img/us-flag.png')\"></i>"), "passed",
            id="background in the markup",
        ),
        pytest.param(
            f'<usa-banner><template shadowrootmode="open"><img src="us_flag_small.png">{TEXT}'
            "</template></usa-banner>", "passed", id="in a shadow root",
        ),
        pytest.param(
            f'<div><img alt="U.S. flag" src=a.png>{TEXT}</div><main>x</main>', "passed",
            id="another's banner",
        ),
        pytest.param(banner(""), "failed", id="no picture"),
        pytest.param(banner('<svg class="icon-lock"></svg>'), "failed", id="only the lock"),
        pytest.param(
            banner('<span class="icon"><svg></svg></span>'), "failed", id="an icon by its parent"
        ),
        pytest.param(f"<div>{TEXT}</div><main>x</main>", "failed", id="another's without"),
        pytest.param(
            f'{banner("")}<header><img src="flag.png"></header>', "failed", id="elsewhere"
        ),
        pytest.param(banner('<img src="a1.png" alt="">'), "cantTell", id="a picture of no name"),
        pytest.param(banner("🇺🇸"), "cantTell", id="a flag that is a letter"),
        pytest.param(banner('<i class="gov-flag"></i>'), "cantTell", id="drawn by a style sheet"),
        pytest.param(banner('<i style="background:url(x.png)"></i>'), "cantTell", id="unnamed"),
        pytest.param(
            f'<link rel="StyleSheet"><div><i class="flag"></i>{TEXT}</div><main>x</main>',
            "cantTell", id="another's, drawn by a style sheet",
        ),
        pytest.param(
            f'<style>i</style><div><i class="flag"></i>{TEXT}</div><main>x</main>',
            "cantTell", id="another's, drawn by a style element",
        ),
        pytest.param(
            f'<div><i class="flag"></i>{TEXT}</div><main>x</main>', "failed",
            id="named, and nothing could draw it",
        ),
        pytest.param("<usa-banner></usa-banner>", "cantTell", id="an empty component"),
        pytest.param("<main>x</main>", "inapplicable", id="no banner"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(brand_banner_flag, page(html)) == outcome


def drawn(html: str, flag: bool | None) -> PageObservation:
    seen = page(html)
    assert seen.rendering
    return replace(seen, rendering=replace(seen.rendering, styles=Styles(banner_flag=flag)))


@pytest.mark.parametrize(
    ("html", "flag", "outcome"),
    [
        pytest.param(banner(""), True, "passed", id="a browser drew it"),
        pytest.param(banner('<i class="flag"></i>'), False, "failed", id="none was drawn"),
        pytest.param(banner('<img src="flag.png">'), False, "cantTell", id="named, not drawn"),
        pytest.param(banner('<img src="flag.png">'), None, "passed", id="named, and not looked"),
    ],
)
def test_what_was_drawn_counts(html: str, flag: bool | None, outcome: str) -> None:
    assert outcome_of(brand_banner_flag, drawn(html, flag)) == outcome


def test_scripts_that_did_not_run_may_add_it() -> None:
    html = banner("") + "word " * 30 + "<script src=a.js></script>"
    assert outcome_of(brand_banner_flag, walked(html)) == "cantTell"


def test_other_domains_are_not_bound() -> None:
    assert brand_banner_flag.judge(page(banner(""), "https://a.org/")).outcome == "inapplicable"
