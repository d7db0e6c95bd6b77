"""The walk as a site's operator would see it: polite, within bounds, and honest about the rest."""

from pathlib import Path

from aiohttp import web

from ideaaudit.models import LinksSeen, PageRow
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import Manner, audit, loopback, page

HOST = "walk.test"


def linked(*paths: str) -> str:
    return "<main><h1>Here</h1>" + "".join(f'<a href="{path}">to {path}</a> ' for path in paths)


def walked(folder: Path, manner: Manner, *arguments: str) -> tuple[RunStore, list[str]]:
    with loopback({HOST: manner}) as served:
        done = audit(folder, f"http://{HOST}/", *served.connect_to, "--render", "1", *arguments)
        assert done.returncode in (0, 1), done.stderr
        return Store.open(str(folder / "store")).run(), served.pages(HOST)


def rows(store: RunStore) -> dict[str, PageRow]:
    return {row.url.removeprefix(f"http://{HOST}"): row for row in store.pages(HOST)}


def test_every_known_url_has_its_state_and_reason(tmp_path: Path) -> None:
    async def site(request: web.Request) -> web.Response:
        match request.path:
            case "/":
                return page(
                    linked("/a", "/old", "/away", "/meta", "/gone", "/a.doc", "/file", "/b#x")
                    + '<a href="http://else.test/">out</a><a href="mailto:a@b.gov">m</a>'
                )
            case "/old":
                raise web.HTTPMovedPermanently("/new")
            case "/away":
                raise web.HTTPFound("http://else.test/")
            case "/meta":
                head = '<meta http-equiv="Refresh" content="0; URL=\'/new\'">'
                return web.Response(text=head, content_type="text/html")
            case "/gone":
                return web.Response(status=410, text="gone")
            case "/file":
                return web.Response(body=b"{}", content_type="application/json")
        return page(linked("/"))

    store, _ = walked(tmp_path, site)
    found = {path: (row.state.value, row.reason) for path, row in rows(store).items()}
    assert found == {
        "/": ("walked", ""),
        "/a": ("walked", ""),
        "/a.doc": ("skipped", "not-html"),
        "/away": ("skipped", "off-site"),
        "/b": ("walked", ""),
        "/file": ("skipped", "not-html"),
        "/gone": ("lost", "not-found"),
        "/meta": ("skipped", "redirected"),
        "/new": ("walked", ""),
        "/old": ("skipped", "redirected"),
    }


def test_robots_txt_and_crawl_delay_are_obeyed(tmp_path: Path) -> None:
    host = "robots.test"

    async def site(request: web.Request) -> web.Response:
        if request.path == "/robots.txt":
            rules = "User-agent: *\nCrawl-delay: 0.4\nDisallow: /private\nDisallow: /ideaaudit-\n"
            return web.Response(text=rules)
        return page(linked("/private/a", "/b"))

    with loopback({host: site}) as served:
        audit(
            tmp_path,
            f"http://{host}/",
            *served.connect_to,
            "--render",
            "1",
            "--contact",
            "me@a.gov",
        )
        asked = [line for line in served.asked if line.startswith(host)]
        assert not [line for line in asked if "/private" in line or "no-such-page" in line]
        assert [agent for agent in served.agents if "me@a.gov" not in agent] == []
    store = Store.open(str(tmp_path / "store")).run()
    reasons = {row.url: row.reason for row in store.pages(host)}
    assert reasons[f"http://{host}/private/a"] == "robots"
    observation = store.observation(host)
    assert observation is not None
    assert observation.not_found is None


def test_the_budget_is_kept_and_says_so(tmp_path: Path) -> None:
    async def site(request: web.Request) -> web.Response:
        name = request.path.strip("/") or "0"
        n = int(name) if name.isdigit() else 0
        return page(linked(f"/{n + 1}", f"/{n + 2}"))

    store, _ = walked(tmp_path, site, "--pages", "5")
    coverage = store.coverage(HOST)
    assert coverage.walked == 5
    assert dict(coverage.skipped)["budget"] == coverage.found - 5
    assert not coverage.complete


def test_links_that_only_scripts_write_are_walked(tmp_path: Path) -> None:
    async def site(request: web.Request) -> web.Response:
        script = (
            "<div id=app></div><script>document.getElementById('app').innerHTML ="
            " '<main><h1>Made</h1><a href=/one>one</a> <a href=/two>two</a></main>'</script>"
        )
        return page(script, title=f"Shell of {request.path}")

    store, _ = walked(tmp_path, site)
    assert set(rows(store)) == {"/", "/one", "/two"}


def test_a_staging_secret_goes_to_the_site_alone_and_is_not_kept(tmp_path: Path) -> None:
    got: dict[str, set[str]] = {HOST: set(), "else.test": set()}

    async def site(request: web.Request) -> web.Response:
        got[request.host].add(request.headers.get("X-Staging", ""))
        return page(linked("/b") + '<img src="http://else.test/i.png" alt="">')

    with loopback({HOST: site, "else.test": site}) as served:
        audit(
            tmp_path,
            f"http://{HOST}/",
            *served.connect_to,
            "--render",
            "1",
            env={"IDEAAUDIT_HEADER": "X-Staging: hush-hush"},
        )
    assert got[HOST] == {"hush-hush"}
    assert got["else.test"] == {""}
    kept = b"".join(path.read_bytes() for path in tmp_path.rglob("*") if path.is_file())
    assert b"hush-hush" not in kept


def test_a_wider_scope_walks_and_renders_the_sister_hosts(tmp_path: Path) -> None:
    async def site(_request: web.Request) -> web.Response:
        return page(linked("/", "http://apps.walk.test/b", "http://else.test/"))

    with loopback({HOST: site, "apps.walk.test": site}) as served:
        audit(tmp_path, f"http://{HOST}/", *served.connect_to, "--scope", "domain")
        assert "apps.walk.test /robots.txt" in served.asked
    store = Store.open(str(tmp_path / "store")).run()
    seen = {row.url: row.rendered for row in store.pages(HOST)}
    assert set(seen) == {f"http://{HOST}/", "http://apps.walk.test/", "http://apps.walk.test/b"}
    assert all(seen.values())


def test_a_page_is_gone_where_it_says_so_twice_and_its_links_know(tmp_path: Path) -> None:
    asked: list[str] = []

    async def site(request: web.Request) -> web.Response:
        asked.append(request.path)
        match request.path:
            case "/":
                return page(linked("/shaky", "/gone", "/old"))
            case "/old":
                raise web.HTTPFound("/shaky")
            case "/shaky" if asked.count("/shaky") > 1:
                return page(linked("/"))
        return web.Response(status=404, text="gone")

    store, _ = walked(tmp_path, site)
    found = {path: (row.state.value, row.status) for path, row in rows(store).items()}
    assert found == {
        "/": ("walked", 200),
        "/gone": ("lost", 404),
        "/old": ("skipped", 302),
        "/shaky": ("walked", 200),
    }
    assert asked.count("/gone") == 2
    home = store.page(HOST, f"http://{HOST}/")
    assert home is not None
    assert home.links == LinksSeen(3, 2, ((f"http://{HOST}/gone", 404),))


def test_what_a_sitemap_and_the_required_links_name_is_walked(tmp_path: Path) -> None:
    async def site(request: web.Request) -> web.Response:
        match request.path:
            case "/":
                return page('<main><h1>Here</h1></main><footer><a href="/pp">Privacy policy</a>')
            case "/sitemap.xml":
                named = "".join(f"<url><loc>{path}</loc></url>" for path in ("/", "/m", "/pp"))
                text = f"<urlset>{named}</urlset>"
                return web.Response(text=text, content_type="application/xml")
            case "/m" | "/pp":
                return page("<main><h1>There</h1></main>")
        return web.Response(status=404)

    store, _ = walked(tmp_path, site)
    found = {path: (row.found_by, row.state.value) for path, row in rows(store).items()}
    assert found == {
        "/": ("start", "walked"),
        "/m": ("sitemap", "walked"),
        "/pp": ("required", "walked"),
    }
    seen = store.observation(HOST)
    assert seen is not None
    assert seen.sitemaps is not None
    assert seen.sitemaps[0].urls == 3
    assert seen.agents is not None
