"""What every clean page must have; accessibility itself is the audit's own business."""

import csv
import json
from collections import Counter
from datetime import date, timedelta
from itertools import combinations
from urllib.parse import SplitResult, urljoin, urlsplit

import pytest
from lxml import etree, html

from tests.sites.dates import today
from tests.sites.pages import Site, load_sites
from tests.sites.server import TARGETS

SITES = load_sites()
PAGES = [
    pytest.param(site, path, id=f"{site.host}{path}")
    for site in SITES.values()
    for path, resource in site.resources.items()
    if resource.is_page and not path.startswith("/embed/")
]
LISTED = [(site, entry) for site in SITES.values() for entry in site.index]


def document(site: Site, path: str) -> html.HtmlElement:
    return html.document_fromstring(site.resources[path].text)


@pytest.mark.parametrize(("site", "path"), PAGES)
def test_title_and_description_are_long_enough(site: Site, path: str) -> None:
    page = document(site, path)
    assert len(page.findtext(".//title")) >= 20
    assert 50 <= len(page.xpath("string(//meta[@name='description']/@content)")) <= 160


@pytest.mark.parametrize(("site", "path"), PAGES)
def test_canonical_is_the_page_itself(site: Site, path: str) -> None:
    links = document(site, path).xpath("//link[@rel='canonical']/@href")
    assert links == [f"https://{site.host}{path}"]


@pytest.mark.parametrize(("site", "path"), PAGES)
def test_page_is_less_than_a_year_old_and_has_the_analytics_tag(site: Site, path: str) -> None:
    told = document(site, path).xpath("string(//meta[contains(@property,'time')]/@content)")
    assert timedelta(0) < today() - date.fromisoformat(told) < timedelta(days=365)
    assert document(site, path).xpath("//script[@id='_fed_an_ua_tag'][contains(@src,'agency=')]")


@pytest.mark.parametrize("attribute", ["title", "description"])
def test_no_two_pages_of_all_sites_share(attribute: str) -> None:
    counts = Counter(getattr(entry, attribute) for _, entry in LISTED)
    assert [value for value, count in counts.items() if count > 1] == []


def test_no_two_pages_say_the_same() -> None:
    runs = {}
    for site, entry in LISTED:
        words = entry.words.split()
        runs[site.host + entry.path] = set(
            zip(words, words[1:], words[2:], words[3:], strict=False)
        )
    alike = [
        (one, other)
        for one, other in combinations(runs, 2)
        if len(runs[one] & runs[other]) > 0.2 * min(len(runs[one]), len(runs[other]))
    ]
    assert alike == []


def fragment(site: Site, path: str) -> html.HtmlElement:
    """The page as a visitor gets it: of a site that a script builds, its JSON is the page."""
    name = "home" if path == "/" else path[1:]
    data = site.resources.get(f"/data/pages/{name}.json")
    return html.fromstring(json.loads(data.text)["body"]) if data else document(site, path)


def links(site: Site, path: str) -> set[str]:
    root = fragment(site, path)
    found = {*root.xpath("//a/@href"), *root.xpath("//iframe/@src")}
    if shared := site.resources.get("/data/site.json"):
        words = json.loads(shared.text)
        found |= {*words["nav"].values(), *words["required"].values(), words["feedback"]}
    return found


def leads_somewhere(url: SplitResult) -> bool:
    site = SITES.get((url.hostname or "").removeprefix("www."))
    if site is None or url.scheme != "https":
        return True
    return url.path in site.resources and (
        not url.fragment or bool(fragment(site, url.path).xpath(f"//*[@id='{url.fragment}']"))
    )


@pytest.mark.parametrize(("site", "path"), PAGES)
def test_every_link_to_a_sample_leads_somewhere(site: Site, path: str) -> None:
    here = f"https://{site.host}{path}"
    dead = [x for x in links(site, path) if not leads_somewhere(urlsplit(urljoin(here, x)))]
    assert dead == []


def test_a_site_built_by_a_script_is_served_almost_empty() -> None:
    site = SITES["nightskies-sample.gov"]
    words = document(site, "/about").body.text_content().split()
    assert len(words) < 20
    assert "Thirty-one people" in fragment(site, "/about").text_content()


@pytest.mark.parametrize("site", SITES.values(), ids=SITES)
def test_sitemap_lists_what_search_finds(site: Site) -> None:
    root = etree.fromstring(site.resources["/sitemap.xml"].text.encode())
    listed = {urlsplit(loc.text or "").path for loc in root.iter("{*}loc")}
    assert listed == {entry.path for entry in site.index} | {"/search"}
    assert f"Sitemap: https://{site.host}/sitemap.xml" in site.resources["/robots.txt"].text


def test_every_site_is_in_the_list_of_targets() -> None:
    with TARGETS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert {row["url"] for row in rows} == {f"https://{site.host}/" for site in SITES.values()}
    principal = [row["agency"] for row in rows if row["tier"] == "principal"]
    assert sorted(principal) == sorted({row["agency"] for row in rows})
