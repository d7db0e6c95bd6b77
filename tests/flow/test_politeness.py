"""What a site's operator sees of an audit: its pace, and that "later" is heard."""

import time
from email.utils import formatdate
from pathlib import Path

from aiohttp import web

from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import audit, loopback, page

HOST = "polite.robots.test"
PAUSE = 0.25
# What a busy machine takes from asking to being heard.
JITTER = 0.6
LINKS = "".join(f'<a href="{path}">to {path}</a> ' for path in ("/soon", "/date", "/never", "/on"))
RULES = f"User-agent: *\nCrawl-delay: {PAUSE}\nDisallow: /closed\n"


class Site:
    """Says "later" at first, and remembers when it was asked for what."""

    def __init__(self) -> None:
        self.asked: list[tuple[float, str, bool]] = []

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        browser = "Chrome/" in request.headers["User-Agent"]
        self.asked.append((time.monotonic(), request.path, browser))
        first = len(self.times(request.path, browser=browser)) == 1
        match request.path:
            case "/robots.txt":
                return web.Response(text=RULES)
            case "/":
                return page(f"<main><h1>Here</h1>{LINKS}")
            case "/soon" if first:
                return _later(429, "1")
            case "/date" if first:
                return _later(503, formatdate(time.time() + 2, usegmt=True))
            case "/never":
                return _later(429, "0")
            case "/on":
                script = "<script>location.replace('/closed/by-robots')</script>"
                return page(f"<main><h1>On</h1>{script if browser else ''}")
            case "/soon" | "/date":
                return page(f"<main><h1>There</h1><p>All there is of {request.path}")
        return web.Response(status=404)

    def times(self, path: str, *, browser: bool = False) -> list[float]:
        return [at for at, one, by in self.asked if (one, by) == (path, browser)]


def _later(status: int, after: str) -> web.Response:
    return web.Response(status=status, headers={"Retry-After": after}, text="Later")


def _audited(folder: Path, site: Site) -> RunStore:
    with loopback({HOST: site}) as served:
        done = audit(folder, f"http://{HOST}/", *served.connect_to, "--documents", "0")
    assert done.returncode in (0, 1), done.stderr
    return Store.open(str(folder / "store")).run()


def test_an_operator_is_asked_at_the_pace_and_again_only_when_told(tmp_path: Path) -> None:
    site = Site()
    store = _audited(tmp_path, site)
    asked = [at for at, path, _ in site.asked if path != "/robots.txt"]
    assert len(asked) > 20
    # What a script sends the browser on to cannot wait, but it counts, and the next one does.
    tens = [last - first for first, last in zip(asked, asked[9:], strict=False)]
    assert min(tens) >= 9 * PAUSE - JITTER
    soon, date = site.times("/soon"), site.times("/date")
    assert soon[1] - soon[0] >= 0.9
    assert date[1] - date[0] >= 0.9
    found = {row.url.removeprefix(f"http://{HOST}"): row for row in store.pages(HOST)}
    walked = {path for path, row in found.items() if row.state.value == "walked"}
    assert walked == {"/", "/soon", "/date", "/on"}
    assert (found["/never"].reason, len(site.times("/never"))) == ("blocked", 3)
    # Where a page's script leads, robots.txt keeps us out of, too.
    assert not found["/on"].rendered
    assert found["/on"].render_gap.startswith("robots")
    # The browser hears it, too.
    unseen = {path: found[path].render_gap for path in walked if not found[path].rendered}
    assert set(unseen) == {"/on"}, unseen
    assert len(site.times("/soon", browser=True)) == 2
