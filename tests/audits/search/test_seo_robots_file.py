import pytest

from audits.search.seo_robots_file import seo_robots_file
from ideaaudit.models import SiteObservation, TextFile
from tests.audits.build import HOME, outcome_of, site


def robots(status: int | None, text: str = "User-agent: *", kind: str = "text/plain") -> TextFile:
    return TextFile(f"{HOME}robots.txt", status, kind, text)


@pytest.mark.parametrize(
    ("file", "outcome"),
    [
        pytest.param(robots(200), "passed", id="a text"),
        pytest.param(robots(200, kind=""), "passed", id="no type"),
        pytest.param(robots(200, ""), "passed", id="an empty file allows all"),
        pytest.param(robots(206), "passed", id="another success"),
        pytest.param(robots(404, ""), "failed", id="not there"),
        pytest.param(robots(410, ""), "failed", id="gone"),
        pytest.param(robots(200, "x", "text/html"), "failed", id="typed as a web page"),
        pytest.param(robots(200, "\ufeff \n<!DOCTYPE html>"), "failed", id="a page without a type"),
        pytest.param(robots(301, ""), "cantTell", id="a redirect without end"),
        pytest.param(robots(403, ""), "cantTell", id="refused"),
        pytest.param(robots(503, ""), "cantTell", id="the server failed"),
        pytest.param(robots(100, ""), "cantTell", id="no final answer"),
        pytest.param(robots(None, ""), "cantTell", id="no answer"),
        pytest.param(None, "untested", id="not asked for"),
    ],
)
def test_outcome(file: TextFile | None, outcome: str) -> None:
    view = site(observation=SiteObservation("agency.gov", "", robots=file))
    assert outcome_of(seo_robots_file, view) == outcome


def test_status_and_type_are_shown() -> None:
    view = site(observation=SiteObservation("agency.gov", "", robots=robots(200, kind="")))
    assert seo_robots_file.judge(view).evidence[0].detail == "HTTP 200, no type."
