"""Folders of content in; sites as they are served out."""

import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, date, datetime, timedelta
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from tests.sites.content import Page, SiteText, plain_text, read_page, read_site
from tests.sites.dates import us_date

HERE = Path(__file__).parent
RESULTS = "<!--results-->"
MEDIA_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
HTML = "text/html; charset=utf-8"
JSON = "application/json"
PLAIN = "text/plain; charset=utf-8"
XML = "application/xml"


@dataclass(frozen=True, slots=True)
class Resource:
    """What one path answers."""

    text: str
    media_type: str
    modified: date | None = None

    @property
    def is_page(self) -> bool:
        return self.media_type == HTML


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the site's own search index."""

    path: str
    title: str
    description: str
    words: str


@dataclass(frozen=True, slots=True)
class Site:
    """One site as it is served, and as patches change it.

    Attributes:
        host: the host that answers; its bare or www twin redirects to it.
        key: the host without "www.".
        headers: that every answer over https carries.
        behavior: names of things that the server does wrongly for this site.
    """

    host: str
    resources: dict[str, Resource]
    index: tuple[Entry, ...]
    headers: dict[str, str]
    behavior: frozenset[str] = field(default_factory=frozenset)

    @property
    def key(self) -> str:
        return self.host.removeprefix("www.")

    @property
    def hosts(self) -> tuple[str, str]:
        """The bare host and its www twin."""
        return self.key, f"www.{self.key}"


@cache
def load_sites() -> dict[str, Site]:
    """Every clean site, by its key."""
    folders = sorted(path.parent for path in HERE.glob("*/*/site.toml"))
    return {site.key: site for site in map(_load_site, folders)}


def _load_site(folder: Path) -> Site:
    site = read_site(folder)
    files = sorted((folder / "pages").rglob("*.html"))
    pages = [read_page(path, folder / "pages") for path in files]
    layout = HERE / "layouts" / site.layout
    resources = _assets(HERE / "layouts/common") | _assets(layout) | _assets(folder)
    resources |= _laid_out(site, pages, layout)
    resources |= _for_machines(site, pages)
    index = tuple(
        Entry(page.path, page.title, page.description, plain_text(page.body).casefold())
        for page in pages
        if page.listed and page.path != "/search"
    )
    return Site(site.host, resources, index, _headers(site))


def _assets(folder: Path) -> dict[str, Resource]:
    return {
        f"/assets/{path.name}": Resource(path.read_text("utf-8"), MEDIA_TYPES[path.suffix])
        for path in sorted((folder / "assets").iterdir())
    }


def _laid_out(site: SiteText, pages: list[Page], layout: Path) -> dict[str, Resource]:
    environment = Environment(
        loader=FileSystemLoader([layout, HERE / "layouts"]),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["us_date"] = us_date
    found: dict[str, Resource] = {}
    for page in pages:
        content = Markup(page.body)
        template = environment.get_template(page.layout)
        text = template.render(site=site, page=page, content=content)
        found[page.path] = Resource(text, HTML, page.updated)
        if site.layout == "script" and page.layout == "page.html":
            found |= _data(page, content)
    if site.layout == "script":
        found["/data/site.json"] = Resource(json.dumps(asdict(site)), JSON)
    return found


def _data(page: Page, content: str) -> dict[str, Resource]:
    name = "home" if page.path == "/" else page.path[1:]
    told = asdict(page) | {"body": content, "updated": page.updated.isoformat()}
    return {f"/data/pages/{name}.json": Resource(json.dumps(told), JSON)}


def _for_machines(site: SiteText, pages: list[Page]) -> dict[str, Resource]:
    root = f"https://{site.host}"
    lines = "".join(
        f"<url><loc>{root}{page.path}</loc><lastmod>{page.updated}</lastmod></url>\n"
        for page in pages
        if page.listed
    )
    space = "http://www.sitemaps.org/schemas/sitemap/0.9"
    sitemap = (
        f'<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="{space}">\n{lines}</urlset>\n'
    )
    return {
        "/robots.txt": Resource(f"{site.robots}\nSitemap: {root}/sitemap.xml\n", PLAIN),
        "/sitemap.xml": Resource(sitemap, XML),
        "/.well-known/security.txt": Resource(_security_text(site), PLAIN),
    }


def _security_text(site: SiteText) -> str:
    """RFC 9116 asks for an expiry date less than a year ahead."""
    expires = datetime.now(UTC).replace(microsecond=0) + timedelta(days=180)
    domain = ".".join(site.host.split(".")[-2:])
    return (
        f"Contact: mailto:security@{domain}\n"
        f"Expires: {expires.isoformat().replace('+00:00', 'Z')}\n"
        f"Policy: https://www.{domain}/vulnerability-disclosure-policy\n"
        f"Canonical: https://{site.host}/.well-known/security.txt\n"
        "Preferred-Languages: en\n"
    )


def _headers(site: SiteText) -> dict[str, str]:
    policy = (
        "default-src 'self'; script-src 'self' https://dap.digitalgov.gov; "
        f"frame-src 'self' {site.frames}; frame-ancestors 'self' {site.framed_by}; "
        "object-src 'none'; base-uri 'none'; form-action 'self'"
    )
    return {
        "Strict-Transport-Security": "max-age=31536000; includeSubDomains; preload",
        "Content-Security-Policy": " ".join(policy.replace(" ;", ";").split()),
        "X-Content-Type-Options": "nosniff",
        "Referrer-Policy": "strict-origin-when-cross-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=()",
    }
