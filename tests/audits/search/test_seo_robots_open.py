import pytest

from audits.search.seo_robots_open import seo_robots_open
from ideaaudit.models import SiteObservation, TextFile
from tests.audits.build import site


def judged(text: str, status: int | None = 200, media_type: str = "text/plain") -> str:
    robots = TextFile("https://www.agency.gov/robots.txt", status, media_type, text)
    view = site(observation=SiteObservation("agency.gov", "", robots=robots))
    return seo_robots_open.judge(view).outcome


@pytest.mark.parametrize(
    ("text", "outcome"),
    [
        pytest.param("", "passed", id="empty"),
        pytest.param("User-agent: *\nDisallow:", "passed", id="nothing forbidden"),
        pytest.param("User-agent: *\nDisallow: /admin\nDisallow: /cgi", "passed", id="technical"),
        pytest.param("User-agent: *\nDisallow: /\nAllow: /", "passed", id="allowed again"),
        pytest.param("User-agent: *\nCrawl-delay: 10", "passed", id="only slower"),
        pytest.param("Sitemap: https://x.gov/s.xml\n\n# Disallow: /", "passed", id="a comment"),
        pytest.param("User-agent: *\nDisallow: /", "failed", id="closed"),
        pytest.param("USER-AGENT:*\r\nDISALLOW:/ # all\r\n", "failed", id="upper case, CRLF"),
        pytest.param("\ufeffUser-agent: *\nDisallow: /*", "failed", id="BOM and a star"),
        pytest.param("User-agent: *\nDisallow:\nUser-agent: GPT\nDisallow: /", "failed", id="bot"),
        pytest.param("User-agent: a\nUser-agent: CCBot\nDisallow: /", "failed", id="two agents"),
        pytest.param(
            "User-agent: Googlebot\nDisallow:\n\nUser-agent: *\nDisallow: /", "failed",
            id="open for one engine only",
        ),
        pytest.param("User-agent: *\nDisallow: /publications/", "cantTell", id="a public folder"),
        pytest.param("User-agent: *\nDisallow: /*.pdf$", "cantTell", id="every PDF"),
        pytest.param("User-agent: *\nAllow: /news\nDisallow: /", "cantTell", id="open in part"),
    ],
)  # fmt: skip
def test_outcome(text: str, outcome: str) -> None:
    assert judged(text) == outcome


@pytest.mark.parametrize(
    ("text", "status", "media_type", "outcome"),
    [
        pytest.param("", 404, "text/plain", "inapplicable", id="not there"),
        pytest.param("User-agent: *", 200, "text/html", "inapplicable", id="typed as a page"),
        pytest.param(" \n<html>", 200, "text/plain", "inapplicable", id="a page by its look"),
    ],
)
def test_where_there_is_no_file_all_is_open(
    text: str, status: int, media_type: str, outcome: str
) -> None:
    assert judged(text, status, media_type) == outcome


def test_a_server_that_fails_says_nothing() -> None:
    assert judged("", status=503) == "cantTell"
    assert judged("", status=None) == "cantTell"


def test_the_evidence_names_the_crawler_that_is_kept_out() -> None:
    text = "User-agent: archive.org_bot\nDisallow: /"
    robots = TextFile("https://www.agency.gov/robots.txt", 200, "text/plain", text)
    view = site(observation=SiteObservation("agency.gov", "", robots=robots))
    [evidence] = seo_robots_open.judge(view).evidence
    assert evidence.datum == "archive.org_bot"
