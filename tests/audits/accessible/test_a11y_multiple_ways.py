import pytest

from audits.accessible.a11y_multiple_ways import a11y_multiple_ways
from audits.check import SiteView
from ideaaudit.models import SitemapFile, SiteObservation
from tests.audits.build import ABOUT, HOME, outcome_of, page, site, walked

NAV = "<nav><a href=/a>A</a><a href=/b>B</a></nav>"
MENU = "<p><a href=/a>A</a><a href=/b>B</a><a href=/c>C</a></p>"
SEARCH = "<form role=search action=/search><input type=search name=q></form>"
XML = SitemapFile("https://www.agency.gov/sitemap.xml", "path", 200, kind="urlset")


def two(html: str, *, complete: bool = True, xml: SitemapFile | None = None) -> SiteView:
    seen = SiteObservation("agency.gov", "2026-11-22T08:00:00", sitemaps=(xml,) if xml else None)
    return site(page(html, HOME), page("<p>Text"), complete=complete, observation=seen)


@pytest.mark.parametrize(
    ("view", "outcome"),
    [
        pytest.param(two(NAV + SEARCH), "passed", id="navigation and search"),
        pytest.param(two(f"{NAV}<a href=/s>SITE&nbsp;MAP</a>"), "passed", id="a site map"),
        pytest.param(two(f"{NAV}<a href=/s>Mapa del sitio</a>"), "passed", id="in Spanish"),
        pytest.param(two(f"{NAV}<a href=/s>A–Z Index</a>"), "passed", id="an index"),
        pytest.param(two(f"{NAV}<h2>Related topics</h2>"), "passed", id="related links"),
        pytest.param(two(f"{NAV}<a>Site map</a>"), "failed", id="a name that is no link"),
        pytest.param(two(f"{NAV}<a href=/m>Map of sites</a>"), "failed", id="another map"),
        pytest.param(two(NAV), "failed", id="navigation alone"),
        pytest.param(two("<nav><a href=/a>A</a></nav>" + SEARCH), "failed", id="a nav of one link"),
        pytest.param(two("<p>Text"), "failed", id="none"),
        pytest.param(
            site(page(MENU + SEARCH, HOME), page(MENU), complete=True), "passed",
            id="a menu that no markup names",
        ),
        pytest.param(
            two(f"<header><a href=/>Logo</a></header><div class=sidebar>{NAV}</div>{SEARCH}"),
            "passed", id="a menu at the side",
        ),
        pytest.param(two(NAV, complete=False), "cantTell", id="not all seen"),
        pytest.param(two(NAV, xml=XML), "cantTell", id="a sitemap for machines"),
        pytest.param(
            two(NAV, xml=SitemapFile("https://x", "path", 404)), "failed", id="a sitemap gone"
        ),
        pytest.param(
            site(page(NAV), page("<p>x", ABOUT + "/b"), complete=True), "cantTell", id="no home"
        ),
        pytest.param(
            site(page(NAV, HOME), walked("<script src=a></script>"), complete=True), "cantTell",
            id="scripts may add one",
        ),
        pytest.param(site(page(NAV, HOME), complete=True), "inapplicable", id="one page"),
        pytest.param(site(page(NAV, HOME)), "cantTell", id="one page seen"),
    ],
)  # fmt: skip
def test_outcome(view: SiteView, outcome: str) -> None:
    assert outcome_of(a11y_multiple_ways, view) == outcome


def test_the_ways_are_named() -> None:
    found = a11y_multiple_ways.judge(two(NAV + SEARCH))
    assert found.measures == (("ways-to-find", "navigation, search"),)
    assert "none" in a11y_multiple_ways.judge(two("<p>x")).evidence[0].detail
    assert "XML" in a11y_multiple_ways.judge(two(NAV, xml=XML)).summary
