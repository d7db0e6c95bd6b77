import pytest

from audits.consistent.std_timeliness import std_timeliness
from tests.audits.build import outcome_of, page, walked

BASE = "https://www.agency.gov"
NEWS = "/news/agency-opens-an-office"


@pytest.mark.parametrize(
    ("path", "html", "outcome"),
    [
        pytest.param(NEWS, "<p>Published March 3, 2026</p>", "passed", id="published"),
        pytest.param(NEWS, "<p>LAST&nbsp;UPDATED:  March 3, 2026</p>", "passed", id="loud"),
        pytest.param(
            NEWS, "<p>Última actualización: 3 de marzo de 2026</p>", "passed", id="Spanish"
        ),
        pytest.param(
            NEWS, '<time class="published" datetime="2026-03-03">x</time>', "passed", id="time"
        ),
        pytest.param(NEWS, "<p>We open an office.</p>", "failed", id="news without a date"),
        pytest.param(
            "/Alerts/boil-water-notice-today", "<p>Boil it.</p>", "failed", id="an alert without"
        ),
        pytest.param(
            "/es/noticias/nueva-oficina-abierta", "<p>Oficina.</p>", "failed", id="Spanish news"
        ),
        pytest.param(
            "/a", '<script type="application/LD+json">{"@type": "NewsArticle"}</script><p>x</p>',
            "failed", id="news by its metadata",
        ),
        pytest.param("/a", "<main>For Immediate  Release: x</main>", "failed", id="a release"),
        pytest.param(
            "/a", "<main>Para publicaci&oacute;n inmediata</main>", "failed", id="Spanish release"
        ),
        pytest.param(NEWS, "<p>March 3, 2026 - We open.</p>", "cantTell", id="no verb"),
        pytest.param(
            NEWS, '<meta property="article:published_time" content="2026-03-03"><p>x',
            "cantTell", id="metadata alone",
        ),
        pytest.param(NEWS, "<p>In the spring of 2026.</p>", "cantTell", id="a year"),
        pytest.param(NEWS, "<p>On 3.4.26 we open.</p>", "cantTell", id="another form"),
        pytest.param("/news/", "<p>All news</p>", "cantTell", id="the list of news"),
        pytest.param("/news/archive", "<p>All news</p>", "cantTell", id="another list of news"),
        pytest.param("/statistics/crops-in-all-states", "<p>x", "cantTell", id="data"),
        pytest.param("/a", "<title>Symptoms of flu</title><p>x", "cantTell", id="health by title"),
        pytest.param("/a", "<h1>Travel Policy</h1>", "cantTell", id="policy by its heading"),
        pytest.param(
            "/policies/travel", "<p>Reviewed: March 3, 2026</p>", "passed", id="a reviewed policy"
        ),
        pytest.param("/a", "<h2>Travel policy</h2>", "inapplicable", id="a heading of a part"),
        pytest.param("/newsletters/how-to-sign-up", "<p>x", "inapplicable", id="near miss"),
        pytest.param("/apply", "<p>How to apply</p>", "inapplicable", id="other content"),
        pytest.param("/apply", "", "inapplicable", id="nothing"),
    ],
)  # fmt: skip
def test_outcome(path: str, html: str, outcome: str) -> None:
    assert outcome_of(std_timeliness, page(html, BASE + path)) == outcome


def test_scripts_that_did_not_run_may_add_the_date() -> None:
    html = "<p>" + "word " * 30 + "</p><script src=a.js></script>"
    assert outcome_of(std_timeliness, walked(html, BASE + NEWS)) == "cantTell"
