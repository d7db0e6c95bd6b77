"""What a page may not have: rights, files, workers that outlive it, and the memory of another."""

import base64
import hashlib
import os
import ssl
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import pytest
from aiohttp import web
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from crawler.browser import RenderJob, RenderPool
from crawler.guard import Guard
from tests.sites.certificates import make_authority, make_leaf

SENSES = frozenset({"html"})
# Names below localhost are secure contexts (W3C), which all of this is kept for.
HOST = "agency.localhost"
RIGHTS = (
    "geolocation", "notifications", "camera", "microphone", "clipboard-read", "midi",
    "persistent-storage", "background-sync", "accelerometer",
)  # fmt: skip
ASKS = """<pre></pre><script>
const say = words => document.querySelector('pre').append(words + '\\n');
const told = name => promise => promise.then(() => say(name + ': HAD'), x => say(name + ': no'));
(async () => {
  for (const name of %s) {
    try { say(name + ' is ' + (await navigator.permissions.query({name})).state) } catch (e) {}
  }
  navigator.geolocation.getCurrentPosition(() => say('position: HAD'), () => say('position: no'));
  told('camera')(navigator.mediaDevices.getUserMedia({video: true, audio: true}));
  told('clipboard')(navigator.clipboard.readText());
  const frame = document.body.appendChild(document.createElement('iframe'));
  const register = frame.contentWindow.ServiceWorkerContainer.prototype.register;
  for (const way of [register, ServiceWorkerContainer.prototype.register])
    try {
      const had = await way.call(navigator.serviceWorker, '/sw.js');
      say('service worker: ' + (had ? 'HAD' : 'no'));
    }
    catch (e) { say('service worker: no') }
  if (window.Notification) say('notified: ' + await Notification.requestPermission());
})();
</script>"""
KEEPS = """<pre></pre><script>
const say = words => document.querySelector('pre').append(words + '\\n');
(async () => {
  say('cookie=' + document.cookie); document.cookie = 'seen=1; max-age=9999';
  say('local=' + localStorage.seen); localStorage.seen = 1;
  say('session=' + sessionStorage.seen); sessionStorage.seen = 1;
  say('name=' + window.name); window.name = 'seen';
  say('caches=' + (await caches.keys())); await caches.open('seen');
  say('databases=' + (await indexedDB.databases()).map(x => x.name)); indexedDB.open('seen');
  const kept = await (await fetch('/kept')).text(); say('http=' + kept);
})();
</script>"""


def test_a_page_has_no_rights_and_no_service_worker(bench: Any, pages: Any, html: Any) -> None:
    pages[f"{HOST}/"] = html(ASKS % list(RIGHTS))
    pages[f"{HOST}/sw.js"] = "0"
    text = _rendered(bench, bench.pool(_guard(bench), settle=0.5))
    assert text.count(" is denied") > 5
    assert "prompt" not in text
    assert "HAD" not in text
    assert "granted" not in text
    assert "position: no" in text
    assert text.count("service worker: no") == 2
    assert not bench.web.asked[f"{HOST}/sw.js"]


def test_what_a_page_wants_to_save_is_nowhere(bench: Any, pages: Any, html: Any) -> None:
    async def file(_: web.Request) -> web.Response:
        headers = {"Content-Disposition": "attachment; filename=saved.bin"}
        return web.Response(body=b"x" * 5000, headers=headers)

    pages["agency.test/file"] = file
    pages["agency.test/"] = html("<a id=a href=/file download>x</a><script>a.click()</script>")

    async def scene() -> list[Path]:
        async with bench.pool(settle=0.5) as pool:
            await pool.render(RenderJob("http://agency.test/", "agency.test", SENSES))
            folder = pool.driver._shelter.folder
            here = [Path.cwd(), folder, Path.home() / "Downloads"]
            return [p for place in here for p in place.rglob("*saved*") if "tests" not in str(p)]

    assert bench.run(scene()) == []
    assert bench.web.asked["agency.test/file"]


def test_nothing_is_kept_from_one_site_to_the_next(bench: Any, pages: Any, html: Any) -> None:
    answers = iter(range(99))

    async def kept(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "max-age=9999"}
        return web.Response(text=f"answer {next(answers)}", headers=headers)

    pages[f"{HOST}/"] = html(KEEPS)
    pages[f"{HOST}/kept"] = kept

    async def scene() -> list[str]:
        async with bench.pool(_guard(bench), size=1, settle=0.5) as pool:
            jobs = [RenderJob(f"http://{HOST}/", site, SENSES) for site in ("a.test", "b.test")]
            seen = [await pool.render(job) for job in (jobs[0], jobs[0], jobs[1])]
            return [one.rendering.html.partition("<pre>")[2].partition("</pre>")[0] for one in seen]

    first, again, other = bench.run(scene())
    assert "cookie=seen=1" in again
    assert "local=1" in again
    assert "caches=seen" in again
    assert "databases=seen" in again
    assert "http=answer 0" in again
    assert other == first.replace("answer 0", "answer 1")


def trusted(names: tuple[str, ...]) -> tuple[ssl.SSLContext, str]:
    """A server's side of TLS, and what has Chromium take its certificate for a good one: from a
    bad one it would take no HSTS."""
    leaf = make_leaf(names, make_authority("Test"))
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    with NamedTemporaryFile() as file:
        file.write(leaf.pem + leaf.key_pem)
        file.flush()
        context.load_cert_chain(file.name)
    key = leaf.certificate.public_key().public_bytes(
        Encoding.DER, PublicFormat.SubjectPublicKeyInfo
    )
    pin = base64.b64encode(hashlib.sha256(key).digest()).decode()
    return context, f"--ignore-certificate-errors-spki-list={pin}"


def test_that_one_site_had_a_host_reached_by_https_only_binds_no_other(bench: Any) -> None:
    host, asked = "shared.test", list[str]()

    async def answer(request: web.BaseRequest) -> web.Response:
        asked.append(request.scheme)
        headers = {"Strict-Transport-Security": "max-age=31536000"} if request.secure else {}
        text = "<!doctype html><title>x</title><h1>Hi"
        return web.Response(text=text, content_type="text/html", headers=headers)

    async def scene() -> None:
        context, argument = trusted((host,))
        runner = web.ServerRunner(web.Server(answer))
        await runner.setup()
        plain, secure = (
            web.TCPSite(runner, "127.0.0.1", 0, ssl_context=x) for x in (None, context)
        )
        await plain.start()
        await secure.start()
        ports = zip((80, 443), (place[1] for place in runner.addresses), strict=True)
        table = [f"{host}:{port}:127.0.0.1:{there}" for port, there in ports]
        async with bench.pool(Guard(table), size=1, arguments=(argument,)) as pool:
            for url, site in (
                (f"https://{host}/", "a.test"), (f"http://{host}/", "a.test"),
                (f"http://{host}/", "b.test"),
            ):  # fmt: skip
                await pool.render(RenderJob(url, site, SENSES))
        await runner.cleanup()

    bench.run(scene())
    assert asked == ["https", "https", "http"]


@pytest.mark.parametrize(
    "argument",
    ["--disable-extensions", "--disable-background-networking", "--disable-component-update",
     "--no-first-run", "--disable-default-apps", "--disable-sync", "--disable-quic"],
)  # fmt: skip
def test_the_browser_does_nothing_of_its_own(
    pages: Any, render: Any, html: Any, argument: str
) -> None:
    pages["agency.test/"] = html("<h1>Hi")
    render("/")
    lines = [path.read_bytes().split(b"\0") for path in Path("/proc").glob("[0-9]*/cmdline")
             if _is_readable(path)]  # fmt: skip
    browsers = [line for line in lines if b"--remote-debugging-pipe" in line]
    assert browsers
    assert all(argument.encode() in line for line in browsers)


def test_what_is_no_pages_own_reaches_nobody(bench: Any, pages: Any, html: Any) -> None:
    """The browser itself asks for nothing while it shows a page."""
    pages["agency.test/"] = html("<h1>Hi")

    async def scene() -> Any:
        async with bench.pool(settle=0.5) as pool:
            await pool.render(RenderJob("http://agency.test/", "agency.test", SENSES))
            return pool.driver._dead_end.contacts()

    assert bench.run(scene()) == ()


def _rendered(bench: Any, pool: RenderPool) -> str:
    async def scene() -> str:
        async with pool:
            job = RenderJob(f"http://{HOST}/", HOST, SENSES)
            return (await pool.render(job)).rendering.html or ""

    text: str = bench.run(scene())
    return text.partition("<pre>")[2].partition("</pre>")[0]


def _guard(bench: Any) -> Guard:
    return Guard([f"{HOST}:80:127.0.0.1:{bench.web.port}"])


def _is_readable(path: Path) -> bool:
    try:
        return bool(path.read_bytes()) and int(path.parent.name) != os.getpid()
    except OSError:
        return False
