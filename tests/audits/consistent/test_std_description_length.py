import pytest

from audits.consistent.std_description_length import std_description_length
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked


def of(description: str) -> PageObservation:
    return page(f'<meta name="description" content="{description}">')


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(of("x" * 50), "passed", id="just long enough"),
        pytest.param(of("x" * 49), "failed", id="one letter short"),
        pytest.param(of("  " + "x" * 49 + "\n "), "failed", id="spaces around it do not count"),
        pytest.param(of("&ntilde;" * 50), "passed", id="entities are letters"),
        pytest.param(of("&eacute;" * 49), "failed", id="entities are one letter each"),
        pytest.param(of(""), "failed", id="empty"),
        pytest.param(of(" \t "), "failed", id="blank"),
        pytest.param(page("<p>Text"), "failed", id="none"),
        pytest.param(
            page(f'<META NAME=" Description" CONTENT="{"X" * 50}">'), "passed", id="upper case"
        ),
        pytest.param(
            page(f'<meta property="og:description" content="{"x" * 60}">'), "failed",
            id="near miss",
        ),
        pytest.param(
            walked("<p>" + "word " * 30 + "<script src=a.js></script>"), "cantTell",
            id="a script may add it",
        ),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(std_description_length, seen) == outcome


def test_what_the_server_sent_short_is_short_without_scripts_too() -> None:
    html = (
        '<meta name="description" content="Forms">'
        + "<p>"
        + "word " * 30
        + "<script src=a.js></script>"
    )
    assert outcome_of(std_description_length, walked(html)) == "failed"


def test_the_length_is_measured() -> None:
    assert std_description_length.judge(of("abc")).measures == (("description-length", 3),)
