import pytest

from audits.facts.summary import summarise
from audits.unduplicated.content_date_marker import content_date_marker
from ideaaudit.models import PageObservation, SitemapFile, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

NOW = (("last-modified", "Sun, 22 Nov 2026 07:59:00 GMT"),)
OLD = (("last-modified", "Tue, 05 Mar 2019 10:00:00 GMT"),)
LONG = "<main>" + "word " * 100


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page(f"{LONG}<p>Page last reviewed: March 5, 2024"), "passed", id="text"),
        pytest.param(page(f"{LONG}<p>Actualizado el 5 de marzo de 2024"), "passed", id="Spanish"),
        pytest.param(
            page('<meta name="DCTERMS.Modified" content="2024-03-05">'), "passed", id="meta"
        ),
        pytest.param(page("", headers=OLD), "passed", id="a header"),
        pytest.param(page("", headers=NOW), "cantTell", id="a header of the moment"),
        pytest.param(page("<main>March 5, 2024"), "cantTell", id="a date without a word"),
        pytest.param(page("<p>No date"), "failed", id="no date"),
        pytest.param(
            page('<meta name="dcterms.modified" content="">'), "failed", id="an empty one"
        ),
        pytest.param(walked(f"{LONG}<script>go()</script>"), "cantTell", id="scripts did not run"),
        pytest.param(page("<input type=password>"), "inapplicable", id="a sign-in page"),
        pytest.param(page("<p>x", f"{HOME}search?q=x"), "inapplicable", id="search results"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_date_marker, seen) == outcome


@pytest.mark.parametrize(("dated", "outcome"), [(5, "cantTell"), (0, "failed")])
def test_a_sitemap_with_dates_leaves_the_page_open(dated: int, outcome: str) -> None:
    files = (SitemapFile(f"{HOME}sitemap.xml", "path", 200, kind="urlset", urls=9, dated=dated),)
    view = site(observation=SiteObservation("agency.gov", "", sitemaps=files))
    assert content_date_marker.judge(summarise(page("<p>x")), view).outcome == outcome


def test_the_marker_is_a_measure_and_the_best_one_counts() -> None:
    html = '<time datetime="2024-01-01">x</time><p>Published 1/1/2020<p>Last updated 3/5/2024'
    found = content_date_marker.judge(summarise(page(html)), site())
    assert found.measures == (("date-marker", "updated text"),)
