from dataclasses import replace

import pytest

from audits.unduplicated.content_broken_links import content_broken_links
from ideaaudit.models import LinksSeen
from tests.audits.build import HOME, outcome_of, page

GONE = (HOME + "old", 404)
HTML = '<a href="mailto:a@b.gov">Mail</a><a href="/old#x">Old</a><a href="/old">Old again</a>'


@pytest.mark.parametrize(
    ("links", "outcome"),
    [
        pytest.param(LinksSeen(3, 3), "passed", id="all answer"),
        pytest.param(LinksSeen(3, 2, (GONE,)), "failed", id="one is not there"),
        pytest.param(LinksSeen(3, 2, ((HOME + "x", 410),)), "failed", id="one is gone for good"),
        pytest.param(LinksSeen(3, 2), "cantTell", id="one was not asked, or refused"),
        pytest.param(LinksSeen(0, 0), "inapplicable", id="no links"),
        pytest.param(None, "untested", id="the walk is not over"),
    ],
)
def test_outcome(links: LinksSeen | None, outcome: str) -> None:
    assert outcome_of(content_broken_links, replace(page(HTML), links=links)) == outcome


def test_the_link_is_shown_and_its_url_is_what_is_wrong() -> None:
    other = ("https://www.agency.gov/not-in-html", 404)
    seen = replace(page(HTML), links=LinksSeen(5, 3, (GONE, other)))
    found = content_broken_links.judge(seen)
    assert found.evidence[0].markup == '<a href="/old#x">Old'
    assert [one.datum for one in found.evidence] == [GONE[0], other[0]]
    assert "HTTP 404" in found.evidence[0].detail
    assert found.evidence[1].markup == ""
    assert dict(found.measures) == {"internal-links": 5, "broken-links": 2}


def test_links_that_are_no_addresses_break_nothing() -> None:
    html = f'<a href="http://[">x</a><a href="https://a.gov/{"x" * 3000}">y</a>'
    seen = replace(page(html), links=LinksSeen(2, 1, (GONE,)))
    assert outcome_of(content_broken_links, seen) == "failed"
