import pytest

from audits.consistent.std_title_length import std_title_length
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked


def of(title: str) -> PageObservation:
    return page(f"<title>{title}</title>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(of("x" * 20), "passed", id="just long enough"),
        pytest.param(of("x" * 19), "failed", id="one letter short"),
        pytest.param(of("  " + "x" * 19 + "\n "), "failed", id="spaces around it do not count"),
        pytest.param(of("&ntilde;" * 20), "passed", id="entities are letters"),
        pytest.param(of("&eacute;" * 19), "failed", id="entities are one letter each"),
        pytest.param(of(""), "failed", id="empty"),
        pytest.param(of(" \t "), "failed", id="blank"),
        pytest.param(page("<p>Text"), "failed", id="none"),
        pytest.param(page("<TITLE>" + "X" * 20 + "</TITLE>"), "passed", id="upper case"),
        pytest.param(page("<svg><title>" + "x" * 30 + "</title></svg>"), "failed", id="near miss"),
        pytest.param(
            walked("<p>" + "word " * 30 + "<script src=a.js></script>"), "cantTell",
            id="a script may add it",
        ),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(std_title_length, seen) == outcome


def test_what_the_server_sent_short_is_short_without_scripts_too() -> None:
    html = "<title>Forms</title>" + "<p>" + "word " * 30 + "<script src=a.js></script>"
    assert outcome_of(std_title_length, walked(html)) == "failed"


def test_the_length_is_measured() -> None:
    assert std_title_length.judge(of("abc")).measures == (("title-length", 3),)
