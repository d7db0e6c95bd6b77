"""The measures of a start page, by name, each from a small page."""

import json
from dataclasses import replace
from typing import Any

import pytest

from audits.measures import page_measures, site_measures
from ideaaudit.models import (
    AxeRule,
    Cookie,
    DnsSeen,
    Endpoint,
    Gap,
    Hop,
    NotFoundProbe,
    PageObservation,
    Reason,
    RequestSeen,
    SitemapFile,
    SiteObservation,
    Styles,
    TextFile,
    Vitals,
)
from tests.audits.build import HOME, axe_result, page, site, walked


def of(one: PageObservation) -> dict[str, Any]:
    return {name.removeprefix("scan:"): value for name, value in page_measures(one)}


def shown(html: str = "<p>x", **parts: Any) -> PageObservation:
    seen = page(html, HOME)
    assert seen.rendering
    return replace(seen, rendering=replace(seen.rendering, **parts))


@pytest.mark.parametrize(
    ("html", "name", "value"),
    [
        ("<title> A\n title </title>", "title", "A title"),
        ("<p>x", "title", ""),
        ("<META NAME='Description' CONTENT=' Words '>", "description", "Words"),
        ("<meta property=og:image content=/a.png>", "og_image", "/a.png"),
        ("<meta name=og:title content=T>", "og_title", "T"),
        (
            "<meta property=article:published_time content=2026-01-02T03:04:05Z>",
            "og_article_published",
            "2026-01-02T03:04:05+00:00",
        ),
        ("<meta property=article:modified_time content=yesterday>", "og_article_modified", ""),
        ("<link rel=canonical href=/x>", "canonical_link", "https://www.agency.gov/x"),
        ("<html lang=es><p>x", "language", "es"),
        ("<html><body><div lang=fr>x", "language", "fr"),
        (
            "<link rel=alternate hreflang=es href=/es>",
            "language_link",
            '["https://www.agency.gov/es"]',
        ),
        ("<main>x</main>", "main_element_present", True),
        ("<div role=main>x</div>", "main_element_present", True),
        ("<p>x", "main_element_present", False),
        ("<meta name=viewport content='width = 1024'>", "viewport_meta_tag", True),
        ("<meta name=viewport content='initial-scale=1'>", "viewport_meta_tag", False),
        ("<i class='x usa-a usa-a__b'></i><i class='usa-c--d'></i>", "uswds_usa_class_list",
         '["usa-a","usa-c"]'),
        ("<i class='usa-a'></i>" * 9, "uswds_usa_classes", 15),
        ("<p>USWDS and uswds", "uswds_string", 2),
        ("<style>.usa-a{} .usa-b{}</style>", "uswds_inpage_css", 2),
        ("<img src=/img/us_flag_small.png alt=''>", "uswds_favicon", 20),
        ("<button>Here’s how you know</button>", "uswds_banner_heres_how", True),
        ("<button>Así es como usted puede verificarlo</button>", "uswds_banner_heres_how", True),
        ("<p>How you know", "uswds_banner_heres_how", False),
        ("<p>uswds<i class=usa-a></i>", "uswds_count", 6),
        ("<a href=/FOIA>x</a><a href=/es/>y</a>", "required_links_url", '["/es","foia"]'),
        ("<a href=/x>No FEAR Act Data</a>", "required_links_text", '["no fear act"]'),
        ("<a href=/x>Budget &amp; Performance</a>", "required_links_text",
         '["budget & performance"]'),
        ("<script src=/sites/default/files/x.js></script>", "cms", "Drupal"),
        ("<link href=/wp-content/x.css>", "cms", "WordPress"),
        ("<p>x", "cms", ""),
        ("<input type=\"password\">", "login", 'type="password","password"'),
        ("<a href=https://secure.login.gov/x>Go</a>", "login_provider", "login.gov"),
        ("<form role=search><input name=q></form>", "site_search", True),
        ("<p>x", "site_search", False),
    ],
)  # fmt: skip
def test_what_the_markup_says(html: str, name: str, value: Any) -> None:
    assert of(page(html, HOME))[name] == value


def test_a_canonical_link_in_a_header_counts() -> None:
    links = (("link", '<https://x.gov/f>; rel="preload", </c>; rel="canonical"'),)
    assert of(page("<p>x", HOME, headers=links))["canonical_link"] == "https://www.agency.gov/c"


def test_a_page_that_was_not_rendered_has_no_value_for_what_only_a_browser_sees() -> None:
    found = of(walked("<p>x", HOME))
    assert found["title"] == ""
    assert "third_party_service_count" not in found
    assert "dap" not in found
    assert "uswds_version" not in found


def test_third_parties_are_other_hosts_without_queries_and_documents() -> None:
    asked = (
        RequestSeen("https://www.agency.gov/a.js", "script"),
        RequestSeen("https://cdn.agency.gov/b.js?v=1", "script"),
        RequestSeen("https://x.com/c", "xhr"),
        RequestSeen("https://frame.com/", "document"),
        RequestSeen("data:text/css,x", "stylesheet"),
    )
    found = of(shown(requests=asked))
    assert json.loads(found["third_party_service_domains"]) == ["cdn.agency.gov", "x.com"]
    assert "https://cdn.agency.gov/b.js" in json.loads(found["third_party_service_urls"])
    assert found["third_party_service_count"] == 2


def test_dap_its_parameters_and_the_tag_ids() -> None:
    url = "https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js?agency=DOL"
    asked = (RequestSeen(url, "script"), RequestSeen("https://x.com/g", "ping", ids=("G-AB12",)))
    found = of(shown(f"<script src='{url}'></script>", requests=asked, dap_version="8.5"))
    assert found["dap"] is True
    assert found["dap_parameters"] == '{"agency":"DOL"}'
    assert (found["dap_version"], found["ga_tag_id"]) == ("8.5", "G-AB12")


def test_speed_cookies_and_style_sheets() -> None:
    cookie = Cookie("a", ".agency.gov", True, True, "Lax", True)
    found = of(
        shown(
            vitals=Vitals(605.9, 0.08, 10.0, 5, 3, 0.5),
            cookies=(cookie, cookie),
            styles=Styles(marks=("uswds", "uswds 3.8.1", "public-sans")),
        )
    )
    assert (found["largest_contentful_paint"], found["cumulative_layout_shift"]) == (605.9, 0.08)
    assert found["cookie_domains"] == '[".agency.gov"]'
    assert found["uswds_semantic_version"] == "3.8.1"
    assert (found["uswds_string_in_css"], found["uswds_favicon_in_css"]) == (20, 0)
    assert (found["uswds_publicsans_font"], found["uswds_version"]) == (40, 100)
    assert found["uswds_count"] == 160


def test_accessibility_counts_elements_by_group() -> None:
    rules = (
        AxeRule("image-alt", "critical", ("cat.text-alternatives", "wcag2a"), "", "", 3, ()),
        AxeRule("link-name", "serious", ("cat.name-role-value",), "", "", 2, ()),
        AxeRule("new", "serious", (), "", "", 1, ()),
    )
    found = of(page("<p>x", HOME, axe=axe_result(*rules)))
    assert found["accessibility_violations"] == '{"images": 3, "link-purpose": 2, "other": 1}'


def test_a_lost_part_has_the_incumbents_word_for_why() -> None:
    seen = shown(gaps=(Gap("axe", Reason.TIMEOUT),))
    found = of(seen)
    assert found["primary_scan_status"] == "completed"
    assert found["accessibility_scan_status"] == "timeout"
    assert found["performance_scan_status"] == "unknown_error"


def door(url: str, *hops: Hop, gap: Gap | None = None) -> Endpoint:
    types = (("content-type", "text/html; charset=utf-8"),)
    return Endpoint(url, bool(hops), hops=hops, headers=types, gap=gap)


def probed(**parts: Any) -> dict[str, Any]:
    seen = SiteObservation("agency.gov", "2026-11-22T08:00:00Z", **parts)
    view = site(page("<title>Home</title>", HOME), observation=seen)
    return {name.removeprefix("scan:"): value for name, value in site_measures(view)}


def test_where_the_host_leads() -> None:
    found = probed(
        endpoints=(
            door("https://agency.gov/", Hop("https://agency.gov/", 301, HOME), Hop(HOME, 200)),
            door("https://www.agency.gov/", Hop(HOME, 200)),
        )
    )
    assert (found["url"], found["domain"]) == (HOME, "www.agency.gov")
    assert (found["base_domain"], found["top_level_domain"]) == ("agency.gov", "gov")
    assert (found["redirect"], found["live"], found["status_code"]) == (False, True, 200)
    assert found["media_type"] == "text/html"
    assert (found["www_url"], found["www_status_code"]) == ("https://www.agency.gov", 200)
    assert (found["www_title"], found["www_scan_status"]) == ("Home", "completed")


def test_a_host_that_leads_elsewhere_redirects_and_one_that_is_silent_has_no_url() -> None:
    there = Hop("https://other.gov/", 200)
    assert probed(endpoints=(door("https://agency.gov/", there),))["redirect"] is True
    silent = door("https://www.agency.gov/", gap=Gap("endpoints", Reason.DNS))
    found = probed(endpoints=(silent,))
    assert "url" not in found
    assert found["www_scan_status"] == "dns_resolution_error"


@pytest.mark.parametrize(("status", "value"), [(404, True), (410, False), (200, False)])
def test_the_404_test(status: int, value: bool) -> None:
    assert probed(not_found=NotFoundProbe("https://agency.gov/x", status))["404_test"] is value


def test_what_was_not_probed_has_no_value_but_a_status() -> None:
    found = probed(gaps=(Gap("dns", Reason.TIMEOUT),))
    assert "404_test" not in found
    assert "ipv6" not in found
    assert found["dns_scan_status"] == "timeout"
    assert found["robots_txt_scan_status"] == "unknown_error"


def test_dns() -> None:
    found = probed(
        dns=(DnsSeen("agency.gov", ("1.1.1.1",), (), ("x.edgekey.net.",), "a.b.example."),)
    )
    assert (found["ipv6"], found["hostname"]) == (False, "edgekey.net")
    assert probed(dns=(DnsSeen("agency.gov", (), ("::1",), (), "own.gov."),))["hostname"] == ""


def test_robots() -> None:
    text = "User-agent: *\nCrawl-delay:10\nSitemap: https://agency.gov/s.xml # here\n"
    found = probed(robots=TextFile("https://agency.gov/robots.txt", 200, "text/plain", text))
    assert found["robots_txt_detected"] is True
    assert found["robots_txt_crawl_delay"] == 10
    assert found["robots_txt_sitemap_locations"] == "https://agency.gov/s.xml"
    assert found["robots_txt_filesize"] == len(text)
    page = probed(robots=TextFile("https://agency.gov/robots.txt", 200, "text/html", "<p>"))
    assert page["robots_txt_detected"] is False


def test_an_index_counts_what_its_files_hold() -> None:
    found = probed(
        sitemaps=(
            SitemapFile("https://agency.gov/sitemap.xml", "path", 200, "text/xml", "index", 9),
            SitemapFile(
                "https://agency.gov/a.xml", "index", 200, "text/xml", "urlset", 5, "d",
                urls=7, pdfs=2, newest="2026-01-02",
            ),
        )
    )  # fmt: skip
    assert (found["sitemap_xml_detected"], found["sitemap_xml_count"]) == (True, 7)
    assert (found["sitemap_xml_pdf_count"], found["sitemap_xml_lastmod"]) == (2, "2026-01-02")
    none = probed(sitemaps=(SitemapFile("https://agency.gov/sitemap.xml", "path", 404),))
    assert (none["sitemap_xml_detected"], none["sitemap_xml_status_code"]) == (False, 404)
