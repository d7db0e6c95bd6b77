"""The pages of published suites: served on loopback, rendered by the pool, judged by the checks."""

import asyncio
import gzip
import hashlib
import mimetypes
import pickle
import re
import time
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from urllib.parse import unquote, urlsplit

from audits.catalogue import load_checks
from audits.check import SiteView
from audits.evaluate import judge_among, judge_page
from audits.facts.summary import summarise
from crawler.browser import Rendered, RenderFailed, RenderJob, RenderPool, RenderSettings
from crawler.browser.words import AXE, HTML
from crawler.guard import Guard
from ideaaudit.models import Hop, PageObservation, PageSummary, SiteObservation, Target, Verdict

WHEN = "2026-11-22T08:00:00Z"
BASE = frozenset({HTML, AXE})
_NEIGHBOR = re.compile(r'href="(/test-assets/[^"#?]+\.html)')


@dataclass(frozen=True, slots=True)
class Case:
    """One page of a suite, and what is expected of it.

    Attributes:
        suite: "act", "axe" or "uswds".
        group: the rule or the component that it belongs to.
        name: which of them, as "Failed Example 1".
        path: where it is served.
        expected: "passed", "failed" or "inapplicable".
        criteria: numbers of the success criteria that a failure would fail.
        senses: what to look at beside markup and axe.
    """

    suite: str
    group: str
    name: str
    path: str
    expected: str
    criteria: tuple[str, ...] = ()
    senses: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Suite:
    """Cases, the pages that were made for them, and folders that are served as they are.

    Attributes:
        pages: path to (media type, text).
        mounts: (beginning of a path, folder), the first that fits counts.
        site: the made-up name under which all of it is served.
    """

    cases: tuple[Case, ...]
    pages: Mapping[str, tuple[str, str]]
    mounts: tuple[tuple[str, str], ...]
    site: str = "suite.test"


@dataclass(frozen=True, slots=True)
class Seen:
    """A case as it was rendered and judged.

    Attributes:
        page: None where nothing was seen of it; `lost` says why.
        verdicts: of every page check, by id.
        walked: the same without a browser: from what the server sent alone.
        summary: what site checks would see of the page.
    """

    case: Case
    page: PageObservation | None
    verdicts: Mapping[str, Verdict]
    walked: Mapping[str, Verdict]
    summary: PageSummary | None = None
    lost: str = ""


def sites(suite: Suite) -> tuple[BaseProcess, int]:
    """A server of the suite's pages in a process of its own, and its port; `terminate` it."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there, suite), daemon=True)
    process.start()
    port: int = here.recv()
    return process, port


def answer(suite: Suite, url: str) -> tuple[str, bytes] | None:
    """The media type and the body that the server gives for a URL's path; None for a 404."""
    path = unquote(urlsplit(url).path)
    if path in suite.pages:
        kind, text = suite.pages[path]
        return kind, text.encode()
    for start, folder in suite.mounts:
        root = Path(folder).resolve()
        file = (root / path.removeprefix(start)).resolve()
        if path.startswith(start) and file.is_relative_to(root) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "application/octet-stream"
            return kind, file.read_bytes()
    return None


def _serve(pipe: Connection, suite: Suite) -> None:
    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            found = answer(suite, self.path)
            kind, body = found or ("text/plain", b"no such page")
            self.send_response(200 if found else 404)
            text = kind.startswith("text/") or "xml" in kind
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if text else kind)
            if text and "gzip" in self.headers.get("Accept-Encoding", ""):
                body = gzip.compress(body, 1)
                self.send_header("Content-Encoding", "gzip")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: object) -> None:
            """Nothing is printed."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


async def see(suite: Suite, size: int, cache: Path | None) -> list[Seen]:
    """Every case of a suite, rendered and judged, in their order.

    Args:
        cache: a folder where renderings are kept from one run to the next, or None.
    """
    server, port = sites(suite)
    guard = Guard([f"{suite.site}:80:127.0.0.1:{port}"], closed=True)
    try:
        async with RenderPool(RenderSettings(size=size), guard) as pool:
            kept = _Kept(cache, pool.axe.sha256)
            room = asyncio.Semaphore(size)

            async def one(case: Case) -> Rendered | RenderFailed:
                async with room:
                    return await _render(pool, kept, case, suite)

            found = await asyncio.gather(*(one(case) for case in suite.cases))
    finally:
        server.terminate()
    return [_judged(case, seen, suite) for case, seen in zip(suite.cases, found, strict=True)]


class _Kept:
    """Renderings on disk, by what was asked for and of which page; none without a folder."""

    def __init__(self, folder: Path | None, axe: str) -> None:
        self._folder, self._axe = folder, axe
        if folder:
            folder.mkdir(parents=True, exist_ok=True)

    def place(self, job: RenderJob, body: bytes) -> Path | None:
        if self._folder is None:
            return None
        what = "\0".join([self._axe, job.url, *sorted(job.senses)]).encode() + body
        return self._folder / hashlib.sha256(what).hexdigest()


async def _render(
    pool: RenderPool, kept: _Kept, case: Case, suite: Suite
) -> Rendered | RenderFailed:
    job = RenderJob(f"http://{suite.site}{case.path}", suite.site, BASE | case.senses)
    place = kept.place(job, (answer(suite, case.path) or ("", b""))[1])
    if place and place.exists():
        found: Rendered = pickle.loads(place.read_bytes())
        return found
    try:
        rendered = await pool.render(job)
    except RenderFailed as error:
        return error
    if place and not rendered.rendering.gaps:
        place.write_bytes(pickle.dumps(rendered))
    return rendered


def _judged(case: Case, seen: Rendered | RenderFailed, suite: Suite) -> Seen:
    walked = observation(case.path, suite, None)
    near = _neighbors(walked, suite)
    bare = _verdicts(walked, near)
    if isinstance(seen, RenderFailed):
        return Seen(case, None, {}, bare, lost=f"{seen.reason.value}: {seen.detail}")
    page = observation(case.path, suite, seen)
    return Seen(case, page, _verdicts(page, near), bare, summarise(page))


def observation(path: str, suite: Suite, seen: Rendered | None) -> PageObservation:
    """A page of a suite as the walk would have it, and the browser where it was rendered."""
    url = f"http://{suite.site}{path}"
    kind, body = answer(suite, url) or ("text/html", b"")
    return PageObservation(
        site=suite.site,
        url=url,
        hops=(Hop(url, 200),),
        headers=(("content-type", kind),),
        media_type=kind,
        served_html=body.decode("utf-8", "replace"),
        fetched_at=WHEN,
        rendering=seen.rendering if seen else None,
    )


def _neighbors(page: PageObservation, suite: Suite) -> list[PageObservation]:
    """The pages of the suite that a page links to: some checks see a page among others."""
    paths = dict.fromkeys(_NEIGHBOR.findall(page.served_html or ""))
    return [observation(path, suite, None) for path in paths if answer(suite, path)]


def _verdicts(page: PageObservation, near: Iterable[PageObservation]) -> dict[str, Verdict]:
    checks = list(load_checks().values())
    judged = judge_page(page, checks)
    view = SiteView(
        target=Target(url=f"http://{page.site}/", site=page.site, agency="A suite"),
        observation=SiteObservation(page.site, WHEN),
        pages=(judged.summary, *(summarise(one) for one in near)),
        complete=False,
    )
    among, _ = judge_among(judged.summary, view, checks, judged.unjudged)
    return {verdict.check: verdict for verdict in (*judged.verdicts, *among)}


def timed(suite: Suite, size: int, cache: Path | None) -> tuple[list[Seen], float]:
    """Every case, and the seconds that all of it took."""
    began = time.perf_counter()
    return asyncio.run(see(suite, size, cache)), time.perf_counter() - began
