"""robots.txt and the sitemap at its usual place."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from audits.check import SiteView
from audits.measures import Named
from ideaaudit.models import SitemapFile, TextFile

LONGEST = 2_000
NAMES = ("/sitemap.xml", "/sitemap_index.xml", "/wp-sitemap.xml", "/sitemaps.xml")


def of_site(view: SiteView) -> Iterator[Named]:
    robots, sitemaps = view.observation.robots, view.observation.sitemaps
    if robots is not None:
        yield from _robots(robots)
    if sitemaps is not None:
        yield from _sitemap(sitemaps)


def _robots(file: TextFile) -> Iterator[Named]:
    is_text = file.media_type in ("", "text/plain")
    live = file.status is not None and 200 <= file.status < 300
    yield "robots_txt_detected", live and is_text and urlsplit(file.url).path == "/robots.txt"
    yield "robots_txt_url", file.url
    yield "robots_txt_status_code", file.status
    yield "robots_txt_media_type", file.media_type
    if live:
        yield "robots_txt_filesize", len(file.text.encode())
        fields = [line.partition("#")[0].partition(":") for line in file.text.splitlines()]
        values = [(name.strip().lower(), value.strip()) for name, _, value in fields]
        yield "robots_txt_crawl_delay", next(map(_number, _all(values, "crawl-delay")), None)
        found = _all(values, "sitemap")
        yield "robots_txt_sitemap_locations", ",".join(found)[:LONGEST]


def _all(values: list[tuple[str, str]], name: str) -> list[str]:
    return [value for key, value in values if key == name and value]


def _number(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        return None


def _sitemap(files: tuple[SitemapFile, ...]) -> Iterator[Named]:
    """The file at the usual place; an index counts what the files that it names hold."""
    usual = [one for one in files if urlsplit(one.url).path.endswith(NAMES)]
    found = next((one for one in usual if one.kind), usual[0] if usual else None)
    if found is None:
        return
    parts = [one for one in files if one.kind != "index"] if found.kind == "index" else [found]
    yield "sitemap_xml_detected", bool(found.kind)
    yield "sitemap_xml_url", found.url
    yield "sitemap_xml_status_code", found.status
    yield "sitemap_xml_media_type", found.media_type
    yield "sitemap_xml_filesize", found.size
    yield "sitemap_xml_page_hash", found.digest
    yield "sitemap_xml_count", sum(one.urls for one in parts)
    yield "sitemap_xml_pdf_count", sum(one.pdfs for one in parts)
    yield "sitemap_xml_lastmod", max((one.newest for one in parts), default="")
