import pytest

from audits.search.search_works import search_works
from ideaaudit.models import Gap, Reason, SearchTried, SiteObservation
from tests.audits.build import outcome_of, site

RESULTS = "https://search.usa.gov/search?query=permits"
CLOSED = Gap("searched", Reason.ROBOTS, "robots.txt closes the results")


def tried(
    status: int | None, found: bool | None, *, empty: bool = False, gap: Gap | None = None
) -> SearchTried:
    return SearchTried("permits", RESULTS, status, found, empty, gap)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(tried(200, True), "passed", id="found"),
        pytest.param(tried(200, False, empty=True), "failed", id="nothing, twice"),
        pytest.param(tried(200, None, empty=True), "failed", id="nothing, twice, and no list"),
        pytest.param(tried(200, False), "cantTell", id="others came first"),
        pytest.param(tried(200, None), "cantTell", id="no list"),
        pytest.param(tried(500, None), "cantTell", id="an error, once"),
        pytest.param(tried(400, False), "cantTell", id="refused as it was asked"),
        pytest.param(tried(403, None), "cantTell", id="refused"),
        pytest.param(tried(None, None), "cantTell", id="no answer"),
        pytest.param(tried(None, None, gap=CLOSED), "cantTell", id="closed by robots.txt"),
        pytest.param(None, "untested", id="not tried"),
    ],
)
def test_outcome(seen: SearchTried | None, outcome: str) -> None:
    view = site(observation=SiteObservation("agency.gov", "", searched=seen))
    assert outcome_of(search_works, view) == outcome


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (tried(500, None), "an error"), (tried(399, None), "no list"), (tried(200, False), "first"),
        (tried(None, None), "not at all"), (tried(None, None, gap=CLOSED), "could not be asked"),
    ],
)  # fmt: skip
def test_the_reason_is_said(seen: SearchTried, words: str) -> None:
    view = site(observation=SiteObservation("agency.gov", "", searched=seen))
    assert words in search_works.judge(view).summary
