"""What is walked, as its operator reads it: twins, traps, ways of sending on, and other hosts."""

import csv
import json
from pathlib import Path

from aiohttp import web

from ideaaudit.storage import Store
from ideaaudit.targets import read_targets
from tests.flow.loopback import audit, loopback, page

HOST = "found.test"
WORDS = " ".join(f"word{n}" for n in range(80))


def text(path: str, *links: str, head: str = "") -> web.Response:
    """A page that says enough to be told from others by it."""
    to = "".join(f'<li><a href="{link}">to {link}</a>' for link in links)
    answer = page(f"<main><h1>{path}</h1><p>{WORDS} of {path}</p><ul>{to}</ul></main>", path)
    body = (answer.text or "").replace("</head>", f"{head}</head>")
    return web.Response(text=body, content_type="text/html")


async def site(request: web.Request) -> web.Response:
    stub = "<title>Moved</title><p>It has moved.</p><script>{}</script>"
    match request.path:
        case "/":
            links = ["/a", "/a/", "/b", "/c?from=x", "/d", "/stub", "/scripted", "/calendar"]
            return text("home", *links, "http://apps.found.test/x", "http://else.test/")
        case "/a" | "/a/":
            return text("/a", "/", "//www.data.found.test/")
        case "/b":
            return text("/b", "/x/y/x/y/x/y/")
        case "/c":
            return text("/c", head=f'<link rel="canonical" href="http://{HOST}/c">')
        case "/d":
            return text("/d", head=f'<link rel="canonical" href="http://{HOST}/a">')
        case "/stub":
            made = stub.format("window.location.replace('/new');")
            return web.Response(text=made, content_type="text/html")
        case "/scripted":
            made = stub.format("if (document.title) { location.href = '/' + 'newer'; }")
            return web.Response(text=made, content_type="text/html")
        case "/calendar":
            return text(request.path_qs, "/calendar?date=2060-01-01", "/new?sort=a")
        case "/new" | "/newer":
            return text(request.path_qs)
    return web.Response(status=404)


def test_each_url_says_what_became_of_it_and_other_hosts_can_be_audited_next(
    tmp_path: Path,
) -> None:
    with loopback({HOST: site}) as served:
        done = audit(tmp_path, f"http://{HOST}/", *served.connect_to, "--agency", "Agency of Finds")
    assert done.returncode in (0, 1), done.stderr
    store = Store.open(str(tmp_path / "store")).run()
    rows = {row.url.removeprefix(f"http://{HOST}"): row for row in store.pages(HOST)}
    assert {path: row.detail for path, row in rows.items() if row.state != "walked"} == {
        "/a/": f"the same page as http://{HOST}/a",
        "/c?from=x": f"names http://{HOST}/c as canonical, which says the same",
        "/calendar?date=2060-01-01": "a calendar, turned to 2060-01",
        "/scripted": f"redirects by a script to http://{HOST}/newer",
        "/stub": f"redirects by a script to http://{HOST}/new",
        "/x/y/x/y/x/y/": "the path repeats itself 3 times",
    }
    assert {path: row.found_by for path, row in rows.items() if row.found_by != "link"} == {
        "/": "start",
        "/c": "canonical",
        "/new": "redirect",
        "/newer": "redirect",
    }
    assert all(row.rendered for row in rows.values() if row.state == "walked")
    home = store.page(HOST, f"http://{HOST}/")
    assert home is not None
    assert home.links is not None
    assert home.links.total == home.links.answered == 8
    _told(tmp_path)


def _told(folder: Path) -> None:
    """What the report says of it."""
    told = json.loads((folder / "out" / "report.json").read_text())["sites"][0]
    assert told["coverage"]["skipped"] == {"duplicate": 2, "redirected": 2, "trap": 2}
    assert told["coverage"]["complete"]
    ways = {one["host"]: one["foundBy"] for one in told["hosts"]}
    assert {name: sum(found.values()) > 0 for name, found in ways.items()} == {
        "apps.found.test": True,
        "data.found.test": True,
    }
    listed = folder / "out" / "other-hosts.csv"
    again = read_targets(listed)
    assert [(one.url, one.agency) for one in again] == [
        ("http://apps.found.test/", "Agency of Finds"),
        ("http://www.data.found.test/", "Agency of Finds"),
    ]
    with listed.open(encoding="utf-8", newline="") as file:
        assert {row["found_on"] for row in csv.DictReader(file)} == {HOST}
    shown = (folder / "out" / "sites" / HOST / "index.html").read_text()
    assert "apps.found.test" in shown
    assert "../../other-hosts.csv" in shown


def test_hosts_can_be_named_for_one_site_and_for_no_more(tmp_path: Path) -> None:
    async def sister(request: web.Request) -> web.Response:
        return text(f"{request.host}{request.path}", "/", *(f"http://{name}/" for name in hosts))

    hosts = {HOST: sister, "apps.found.test": sister, "far.found.test": sister}
    scope = ("--scope", "apps.found.test", "--render", "1")
    with loopback(hosts) as served:
        start = (f"http://{HOST}/", "http://apps.found.test/")
        done = audit(tmp_path, *start, *served.connect_to, *scope)
        assert done.returncode == 2
        assert done.stderr.strip().count("\n") == 0
        assert "one site at a time" in done.stderr
        config = tmp_path / "ideaaudit.toml"
        config.write_text('scope = "apps.found.test"\nrender = 1\n')
        audit(tmp_path, f"http://{HOST}/a/", *served.connect_to)
    store = Store.open(str(tmp_path / "store")).run()
    walked = {row.url for row in store.pages(HOST)}
    assert {f"http://{HOST}/a/", f"http://{HOST}/"} <= walked
    assert not {url for url in walked if "far" in url}
    assert "http://apps.found.test/" in walked
    assert [host.name for host in store.hosts(HOST)] == ["apps.found.test", "far.found.test"]
