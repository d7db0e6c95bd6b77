from dataclasses import replace

import pytest

from audits.search.seo_sitemap import seo_sitemap
from ideaaudit.models import LostUrl, SitemapFile, SiteObservation
from tests.audits.build import HOME, outcome_of, site

GOOD = SitemapFile(
    f"{HOME}sitemap.xml", "robots", 200, "application/xml", "urlset", urls=10, dated=10
)
INDEX = SitemapFile(f"{HOME}index.xml", "robots", 200, "application/xml", "index", urls=3)


def file(**differs: object) -> SitemapFile:
    return replace(GOOD, **differs)  # type: ignore[arg-type]


def judged(files: list[SitemapFile] | None, *lost: LostUrl) -> str:
    found = None if files is None else tuple(files)
    view = site(observation=SiteObservation("agency.gov", "", sitemaps=found))
    return outcome_of(seo_sitemap, replace(view, lost=lost))


@pytest.mark.parametrize(
    ("files", "outcome"),
    [
        pytest.param([GOOD], "passed", id="all is well"),
        pytest.param(
            [INDEX, file(found_by="index")], "passed", id="an index that robots.txt names"
        ),
        pytest.param([file(kind="text", dated=5)], "passed", id="half of the URLs are dated"),
        pytest.param([file(dated=4)], "cantTell", id="fewer than half are dated"),
        pytest.param([file(found_by="path")], "cantTell", id="robots.txt does not name it"),
        pytest.param([GOOD, file(fault="not XML", urls=0)], "cantTell", id="one file is broken"),
        pytest.param([GOOD, file(status=404, kind="")], "cantTell", id="one file is missing"),
        pytest.param([], "failed", id="none"),
        pytest.param([file(status=404, kind="", urls=0)], "failed", id="not there"),
        pytest.param([file(kind="", urls=0)], "failed", id="a web page in its place"),
        pytest.param([file(fault="not XML")], "failed", id="it cannot be read"),
        pytest.param([file(urls=0, dated=0)], "failed", id="it is empty"),
        pytest.param([INDEX], "failed", id="an index of nothing"),
        pytest.param([file(status=403, kind="", urls=0)], "cantTell", id="refused"),
        pytest.param([file(status=500, kind="", urls=0)], "cantTell", id="the server failed"),
        pytest.param([file(status=None, kind="", urls=0)], "cantTell", id="no answer"),
        pytest.param(None, "untested", id="not looked for"),
    ],
)
def test_outcome(files: list[SitemapFile] | None, outcome: str) -> None:
    assert judged(files) == outcome


@pytest.mark.parametrize(
    ("found_by", "reason", "outcome"),
    [
        ("sitemap", "not-found", "cantTell"),
        ("link", "not-found", "passed"),
        ("sitemap", "timeout", "passed"),
    ],
)
def test_urls_of_it_that_are_missing_leave_it_open(
    found_by: str, reason: str, outcome: str
) -> None:
    assert judged([GOOD], LostUrl(f"{HOME}old", found_by, reason, 404)) == outcome


def test_what_is_lacking_is_said_and_urls_are_counted() -> None:
    files = (INDEX, file(found_by="path", dated=1, fault=""))
    view = site(observation=SiteObservation("agency.gov", "", sitemaps=files))
    found = seo_sitemap.judge(view)
    assert "fewer than half" in found.summary
    assert "robots.txt" not in found.summary
    assert dict(found.measures) == {"sitemap-urls": 10, "sitemap-dated": 1}
    assert found.evidence[1].detail == "HTTP 200, urlset, 10 URLs."
