import pytest

from audits.search.seo_metadata import seo_metadata
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, walked

DESCRIPTION = '<meta name="description" content="How to get a permit.">'
CANONICAL = '<link rel="canonical" href="/about">'
OG = '<meta property="og:title" content="Permits">'
DATE = '<meta name="dcterms.modified" content="2024-03-05">'
LINK = (("link", '<https://www.agency.gov/about>; rel="canonical"'),)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page(DESCRIPTION + CANONICAL + OG), "passed", id="with Open Graph"),
        pytest.param(page(DESCRIPTION + CANONICAL + DATE), "passed", id="with a date"),
        pytest.param(page((DESCRIPTION + CANONICAL + OG).upper()), "passed", id="upper case"),
        pytest.param(page(DESCRIPTION + OG, headers=LINK), "passed", id="canonical by header"),
        pytest.param(page(DESCRIPTION + CANONICAL), "cantTell", id="neither Open Graph nor date"),
        pytest.param(page(CANONICAL + OG + DATE), "cantTell", id="no description"),
        pytest.param(page(DESCRIPTION + OG), "cantTell", id="no canonical link"),
        pytest.param(
            page(DESCRIPTION + OG, headers=(("link", "</a.css>; rel=preload"),)), "cantTell",
            id="a header of another kind"),
        pytest.param(page("<title>Permits</title>"), "failed", id="only a title"),
        pytest.param(page(""), "failed", id="an empty page"),
        pytest.param(
            page('<meta name="description" content=" "><meta property="og:title">'), "failed",
            id="empty values"),
        pytest.param(page("<p>Last updated: 3/5/2024"), "failed", id="a date that is no metadata"),
        pytest.param(
            walked(f"<p>{'word ' * 30}<script>go()</script>"), "cantTell", id="scripts may add it"),
        pytest.param(page("<input type=password>"), "inapplicable", id="a sign-in page"),
        pytest.param(page("x", f"{HOME}search?q=x"), "inapplicable", id="search results"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(seo_metadata, seen) == outcome


def test_what_is_there_is_a_measure_and_what_is_not_is_the_datum() -> None:
    found = seo_metadata.judge(page(DESCRIPTION + OG))
    assert found.measures == (("metadata", "description og"),)
    assert found.evidence[0].datum == "canonical date"
