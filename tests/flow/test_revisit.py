"""A second run asks whether pages changed, and takes over what did not."""

from collections.abc import Callable
from email.utils import formatdate
from pathlib import Path

from aiohttp import web

from ideaaudit.models import Coverage, PageObservation
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import audit, loopback, page
from tests.pdfs import pdf

HOST = "again.test"
BODY = "<main><h1>Page</h1><p>Some words that a visitor reads</p>"
LINKS = "".join(f'<a href="{path}">to {path}</a> ' for path in ("/kept", "/lies", "/new", "/f.pdf"))
Answers = dict[str, Callable[[web.Request], web.StreamResponse]]


def tagged(text: str, etag: str, **more: str) -> Callable[[web.Request], web.StreamResponse]:
    """A page that says 304 to whoever has it."""

    def answer(request: web.Request) -> web.StreamResponse:
        if request.headers.get("If-None-Match") == etag:
            return web.Response(status=304, headers={"ETag": etag, **more})
        made = page(text)
        made.headers.update({"ETag": etag, "Set-Cookie": "one=secret"})
        return made

    return answer


class Site:
    """Answers by path, and remembers what was asked, how, and what came of it."""

    def __init__(self, answers: Answers) -> None:
        self.answers = answers
        self.asked: list[tuple[str, bool, int]] = []

    async def __call__(self, request: web.Request) -> web.StreamResponse:
        found = self.answers.get(request.path)
        answer = found(request) if found else web.Response(status=404)
        conditional = bool({"If-None-Match", "If-Modified-Since"} & set(request.headers))
        if "Chrome/" not in request.headers["User-Agent"]:
            self.asked.append((request.path, conditional, answer.status))
        return answer

    def of(self, path: str) -> list[tuple[bool, int]]:
        return [(conditional, status) for one, conditional, status in self.asked if one == path]


def file(request: web.Request) -> web.StreamResponse:
    if "If-Modified-Since" in request.headers:
        return web.Response(status=304)
    old = {"Last-Modified": formatdate(1_700_000_000, usegmt=True)}
    return web.Response(body=pdf(), content_type="application/pdf", headers=old)


def run(folder: Path, site: Site, connect_to: list[str], *more: str) -> RunStore:
    site.asked.clear()
    url = f"http://{HOST}/"
    done = audit(folder, url, *connect_to, "--render", "1", "--documents", "5", *more)
    assert done.returncode in (0, 1), done.stderr
    return Store.open(str(folder / "store")).run()


def seen(store: RunStore, path: str) -> PageObservation:
    found = store.page(HOST, f"http://{HOST}{path}")
    assert found is not None
    return found


def test_what_did_not_change_is_taken_over_and_says_so(tmp_path: Path) -> None:
    lies = iter([200, 304, 304])

    def lying(_request: web.Request) -> web.StreamResponse:
        made = page(BODY + "<p>This one lies")
        made.headers["ETag"] = f'"{next(tags)}"'
        status = next(lies)
        return made if status == 200 else web.Response(status=304, headers=made.headers)

    tags = iter("abc")
    site = Site({
        "/": tagged(BODY + LINKS, '"home"'),
        "/kept": tagged(BODY + '<a href="/deep">Deep</a>', 'W/"kept"', **{"X-New": "yes"}),
        "/deep": tagged(BODY + "<p>Deep down", '"deep"'),
        "/new": tagged(BODY + "<p>As it was", '"old"'),
        "/lies": lying,
        "/f.pdf": file,
    })  # fmt: skip
    with loopback({HOST: site}) as served:
        first = run(tmp_path, site, served.connect_to)
        assert not [one for one in site.asked if one[1]]
        assert first.coverage(HOST).unchanged == 0
        site.answers["/new"] = tagged(BODY + "<p>Another text now", '"new"')
        second = run(tmp_path, site, served.connect_to)
        # A 304 with another page's ETag is no answer; one to a plain question is none either.
        assert site.of("/lies") == [(True, 304), (False, 304)]
        assert site.of("/kept") == [(True, 304)]
        assert site.of("/new") == [(True, 200)]
        assert site.of("/f.pdf") == [(True, 304)]
        assert not [one for one in site.of("/") if one[0]]
        _taken_over(first, second)


def _taken_over(first: RunStore, second: RunStore) -> None:
    kept, before = seen(second, "/kept"), seen(first, "/kept")
    assert kept.unchanged_since == first.run.id
    assert (kept.status, kept.served_html) == (200, before.served_html)
    assert (kept.header("x-new"), kept.header("set-cookie")) == ("yes", "one")
    assert kept.media_type == "text/html"
    assert seen(second, "/deep").unchanged_since == first.run.id
    assert "Another text" in (seen(second, "/new").served_html or "")
    assert seen(second, "/f.pdf").file == seen(first, "/f.pdf").file
    lost = {row.url: (row.reason, row.detail) for row in second.pages(HOST)}
    assert lost[f"http://{HOST}/lies"][0] == "http-error"
    assert "304" in lost[f"http://{HOST}/lies"][1]
    coverage: Coverage = second.coverage(HOST)
    assert (coverage.unchanged, coverage.walked, coverage.documents) == (3, 4, 1)
