from dataclasses import replace

import pytest

from audits.unduplicated.content_review_3yr import content_review_3yr
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page

OLD_HEADER = (("last-modified", "Tue, 05 Mar 2019 10:00:00 GMT"),)
NOW_HEADER = (("last-modified", "Sun, 22 Nov 2026 07:59:00 GMT"),)
LOGIN = page("<form><input type=password></form><p>Last updated: 3/5/2026", f"{HOME}in")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<p>Last reviewed: March 5, 2026"), "passed", id="this year"),
        pytest.param(page("<p>Última actualización: 5 de marzo de 2026"), "passed", id="Spanish"),
        pytest.param(page("<p>Last updated: 11/23/2023"), "passed", id="a day under three years"),
        pytest.param(page("<p>Last updated: 11/22/2023"), "cantTell", id="three years ago"),
        pytest.param(page("<p>Last updated: March 5, 2019"), "cantTell", id="long ago"),
        pytest.param(
            page("<p>Published 1/1/2015. <p>Last reviewed 1/1/2025"),
            "passed",
            id="the newest counts",
        ),
        pytest.param(page("<p>No date here"), "cantTell", id="no date"),
        pytest.param(page("<p>WASHINGTON, March 5, 2026"), "cantTell", id="a date without a word"),
        pytest.param(page("<p>x", headers=OLD_HEADER), "cantTell", id="an old header"),
        pytest.param(page("<p>x", headers=NOW_HEADER), "cantTell", id="a header of the moment"),
        pytest.param(
            replace(page("<p>Last updated: 3/5/2026"), fetched_at=""),
            "cantTell",
            id="no day of visit",
        ),
        pytest.param(LOGIN, "inapplicable", id="a sign-in page"),
        pytest.param(
            page("<p>Last updated: 3/5/2026", f"{HOME}search?q=x"),
            "inapplicable",
            id="search results",
        ),
        pytest.param(page(None), "untested", id="a page that was not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_review_3yr, seen) == outcome


def test_the_date_is_a_measure() -> None:
    found = content_review_3yr.judge(page("<p>Last updated: March 5, 2019"))
    assert found.measures == (("newest-date", "2019-03-05"),)
    assert "updated 2019-03-05 (text" in found.evidence[0].detail
