import pytest

from audits.facts.summary import summarise
from audits.search.seo_timeliness import seo_timeliness
from ideaaudit.models import PageObservation, SitemapFile, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

NOW = (("last-modified", "Sun, 22 Nov 2026 07:59:00 GMT"),)
OLD = (("last-modified", "Tue, 05 Mar 2019 10:00:00 GMT"),)
JSON = '<script type="application/ld+json">{"dateModified": "2024-03-05"}</script>'
TIME = '<main>x<time datetime="2024-03-05">then</time>'


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<p>Last updated: March 5, 2024"), "passed", id="text"),
        pytest.param(page("<p>LAST&nbsp;UPDATED: 3/5/2024"), "passed", id="upper case, entities"),
        pytest.param(page("<p>Publicado el 5 de marzo de 2024"), "passed", id="Spanish"),
        pytest.param(page(JSON), "passed", id="JSON-LD"),
        pytest.param(page("", headers=OLD), "passed", id="a header"),
        pytest.param(page("", headers=NOW), "cantTell", id="a header of the moment"),
        pytest.param(page(TIME), "cantTell", id="a time that no word explains"),
        pytest.param(page("<p>Nothing"), "failed", id="nothing"),
        pytest.param(page("<time datetime=''></time>"), "failed", id="an empty time"),
        pytest.param(
            walked(f"<p>{'word ' * 30}<script>go()</script>"), "cantTell", id="scripts may add one"
        ),
        pytest.param(page("<input type=password>"), "inapplicable", id="a sign-in page"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(seo_timeliness, seen) == outcome


@pytest.mark.parametrize(("dated", "outcome"), [(5, "cantTell"), (0, "failed")])
def test_a_sitemap_with_dates_leaves_the_page_open(dated: int, outcome: str) -> None:
    files = (SitemapFile(f"{HOME}sitemap.xml", "path", 200, kind="urlset", urls=9, dated=dated),)
    view = site(observation=SiteObservation("agency.gov", "", sitemaps=files))
    assert seo_timeliness.judge(summarise(page("<p>x")), view).outcome == outcome


def test_where_the_date_stands_is_a_measure() -> None:
    found = seo_timeliness.judge(summarise(page(JSON)), site())
    assert found.measures == (("date-source", "json-ld"),)
    assert found.summary == "The page has a date: updated, in its json-ld."
