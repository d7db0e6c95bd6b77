"""Sites that cannot be audited: one line each, untested and never failed, and the rest goes on."""

import asyncio
import json
import socket
import subprocess
from pathlib import Path

import pytest
from aiohttp import web

from ideaaudit.models import Outcome, Reason
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import audit, loopback, page


async def good(_request: web.Request) -> web.Response:
    return page("<main><h1>Welcome</h1></main>")


async def forbidding(_request: web.Request) -> web.Response:
    return web.Response(status=403, text="<h1>Access denied</h1>", content_type="text/html")


async def challenging(_request: web.Request) -> web.Response:
    html = "<title>Just a moment...</title><script src=/cdn-cgi/challenge-platform/x.js></script>"
    return web.Response(status=503, text=html, content_type="text/html")


async def circling(request: web.Request) -> web.Response:
    raise web.HTTPFound("/b" if request.path == "/" else "/")


async def leaving(_request: web.Request) -> web.Response:
    raise web.HTTPFound("http://good.test/")


async def filing(_request: web.Request) -> web.Response:
    return web.Response(body=b"%PDF-1.7", content_type="application/pdf")


async def robotic(request: web.Request) -> web.Response:
    rules = "User-agent: *\nDisallow: /\n"
    return web.Response(text=rules) if request.path == "/robots.txt" else page("<h1>No")


async def failing(_request: web.Request) -> web.Response:
    return web.Response(status=500, text="oops")


async def hanging(_request: web.Request) -> web.Response:
    await asyncio.sleep(60)
    return web.Response()


SITES = {
    "good.test": good,
    "forbidding.test": forbidding,
    "challenging.test": challenging,
    "circling.test": circling,
    "leaving.test": leaving,
    "filing.test": filing,
    "robots.test": robotic,
    "failing.test": failing,
    "hanging.test": hanging,
}
EXPECTED = {
    "forbidding.test": Reason.BLOCKED,
    "challenging.test": Reason.CHALLENGED,
    "circling.test": Reason.REDIRECT_LOOP,
    "leaving.test": Reason.OFF_SITE,
    "filing.test": Reason.NOT_HTML,
    "robots.test": Reason.ROBOTS,
    "failing.test": Reason.HTTP_ERROR,
    "hanging.test": Reason.TIMEOUT,
    "refusing.test": Reason.REFUSED,
    "nowhere.test": Reason.DNS,
}


def closed_port() -> int:
    with socket.socket() as plug:
        plug.bind(("127.0.0.1", 0))
        return int(plug.getsockname()[1])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, RunStore, str, int]:
    folder = tmp_path_factory.mktemp("bad")
    urls = [f"http://{host}/" for host in ("good.test", *EXPECTED)]
    refusing = ("--connect-to", f"refusing.test:80:127.0.0.1:{closed_port()}")
    with loopback(SITES) as served:
        done = audit(folder, *urls, *served.connect_to, *refusing, "--profile", "home")
    store = Store.open(str(folder / "store")).run()
    return folder, store, done.stderr, done.returncode


@pytest.mark.parametrize(("site", "reason"), EXPECTED.items())
def test_each_says_why(made: tuple[Path, RunStore, str, int], site: str, reason: Reason) -> None:
    _, store, said, _ = made
    gap = store.site_gap(site)
    assert gap is not None
    assert gap.reason is reason
    assert said.count(f"{site} could not be audited: {gap.detail}") == 1


@pytest.mark.parametrize("site", EXPECTED)
def test_none_of_its_pages_failed(made: tuple[Path, RunStore, str, int], site: str) -> None:
    _, store, _, _ = made
    assert store.coverage(site).walked == 0
    pageless = {"tls-https", "tls-http-redirect", "seo-robots-file"}
    pageless |= {"seo-no-captcha"} if site == "challenging.test" else set()
    for check, outcomes in store.counts(site).items():
        assert check in pageless or not outcomes.get(Outcome.FAILED), check


def test_the_good_one_went_on(made: tuple[Path, RunStore, str, int]) -> None:
    _, store, _, code = made
    assert store.site_gap("good.test") is None
    assert store.coverage("good.test").rendered == 1
    assert code == 3


def test_the_report_names_them_all(made: tuple[Path, RunStore, str, int]) -> None:
    folder, _, _, _ = made
    sites = json.loads((folder / "out" / "report.json").read_text())["sites"]
    assert {site["site"] for site in sites} == {"good.test", *EXPECTED}


def test_no_error_shows_its_insides(made: tuple[Path, RunStore, str, int]) -> None:
    assert "Traceback" not in made[2]


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        ((), "Name a site to audit"),
        (("not a url",), "is not a URL"),
        (("http://a.test/", "--connect-to", "nonsense"), "nonsense"),
        (("http://a.test/", "--ca-file", "none.pem"), "There is no file none.pem"),
        (
            ("http://a.test/", "--hsts-preload", "none"),
            "none is no HSTS preload list: No such file",
        ),
        (("http://a.test/", "--hsts-preload", "/etc/hostname"), "is no HSTS preload list"),
        (("http://a.test/", "--dns-server", "dns.example"), "dns.example is no address"),
        (("--targets", "none.csv"), "none.csv cannot be read"),
        (("--resume",), "no unfinished run"),
        (("http://a.test/", "--profile", "grand"), "'grand' is not one of"),
    ],
)
def test_wrong_usage_is_one_line_and_2(
    tmp_path: Path, arguments: tuple[str, ...], words: str
) -> None:
    done = audit(tmp_path, *arguments)
    _one_line(done, words)


def test_a_private_address_is_not_reached_unless_allowed(tmp_path: Path) -> None:
    with loopback({}) as served:
        url = f"http://127.0.0.1:{served.port}/"
        done = audit(tmp_path, url, "--connect-to", "other.test:80:127.0.0.2:1", closed=False)
        assert served.asked == []
        assert done.returncode == 3
        assert "is at the private address 127.0.0.1; see --allow-private" in done.stderr
        audit(tmp_path, url, "--allow-private", closed=False)
        assert served.asked


def test_a_missing_browser_says_how_to_get_one(tmp_path: Path) -> None:
    done = audit(tmp_path, "http://a.test/", env={"IDEAAUDIT_BROWSER": "/no/such/browser"})
    _one_line(done, "does not run. Get one with")


def test_a_folder_that_is_no_report_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "mine.txt").write_text("mine")
    done = audit(tmp_path, "http://a.test/")
    _one_line(done, "holds files that are not a report")
    assert (tmp_path / "out" / "mine.txt").read_text() == "mine"


def test_a_damaged_store_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "store").mkdir()
    (tmp_path / "store" / "index.sqlite").write_bytes(b"not a database" * 99)
    _one_line(audit(tmp_path, "http://a.test/"), "damaged: move it away")


def test_an_unknown_setting_in_the_file_is_named(tmp_path: Path) -> None:
    (tmp_path / "ideaaudit.toml").write_text("pagse = 3\n")
    _one_line(audit(tmp_path, "http://a.test/"), "'pagse', which is no setting")


def _one_line(done: subprocess.CompletedProcess[str], words: str) -> None:
    assert done.returncode == 2, done.stderr
    assert "Traceback" not in done.stderr
    assert words in " ".join(done.stderr.split())
