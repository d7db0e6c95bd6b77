"""Visitors are counted by pages, frames, workers and sockets; an audit is no visitor."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest
from aiohttp import web

from crawler.browser import Rendered, RenderJob, RenderPool
from crawler.guard import Guard

COUNTER = "stats.hotjar.com"
SEND = {
    "sendBeacon": "navigator.sendBeacon('http://{host}/b', 'x')",
    "fetch": "fetch('http://{host}/f', {{mode: 'no-cors', method: 'POST'}}).catch(x => 0)",
    "image": "new Image().src = 'http://{host}/i.gif'",
    "script": "document.body.append(Object.assign(document.createElement('script'), "
    "{{src: 'http://{host}/s.js'}}))",
    "WebSocket": "new WebSocket('ws://{host}/w')",
    "EventSource": "new EventSource('http://{host}/e')",
}
WORKERS = {
    "dedicated worker": "new Worker('/worker.js')",
    "dedicated worker's socket": "new Worker('/socket.js')",
    "shared worker": "new SharedWorker('/worker.js')",
    "worker of a worker": "new Worker('/parent.js')",
}
WORKER_SCRIPTS = {
    "agency.test/worker.js": "fetch('http://{host}/k', {{mode: 'no-cors'}}).catch(x => 0)",
    "agency.test/socket.js": "new WebSocket('ws://{host}/k')",
    "agency.test/parent.js": "new Worker('/worker.js')",
}


class Stage:
    """A listener that leads from any name that counts visitors, or not, and a pool."""

    def __init__(self, bench: Any) -> None:
        self.bench = bench
        self.came = 0
        self.server = bench.run(asyncio.start_server(self.count, "127.0.0.1", 0))
        port = self.server.sockets[0].getsockname()[1]
        table = [
            f"agency.test::127.0.0.1:{bench.web.port}",
            f"other.test::127.0.0.1:{bench.web.port}",
        ]
        self.pool: RenderPool = bench.pool(Guard([*table, f"::127.0.0.1:{port}"]), settle=0.25)

    async def count(self, _: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self.came += 1
        writer.close()

    def render(self) -> Rendered:
        self.came = 0
        senses = frozenset({"requests"})
        job = RenderJob("http://agency.test/", "agency.test", senses)
        rendered: Rendered = self.bench.run(self.pool.render(job))
        return rendered

    def close(self) -> None:
        self.bench.run(self.pool.close())
        self.server.close()


@pytest.fixture(scope="module")
def stage(bench: Any) -> Iterator[Stage]:
    made = Stage(bench)
    yield made
    made.close()


def serve(pages: Any, script: str, host: str, frame: bool) -> None:
    async def worker(request: web.Request) -> web.Response:
        text = WORKER_SCRIPTS[f"agency.test{request.path}"].format(host=host)
        return web.Response(text=text, content_type="text/javascript")

    pages.update(dict.fromkeys(WORKER_SCRIPTS, worker))
    body = f"<!doctype html><title>x</title><body><script>{script.format(host=host)}</script>"
    pages["agency.test/"] = "<iframe src=//other.test/></iframe>" if frame else body
    pages["other.test/"] = body


def beacons(rendered: Rendered, host: str) -> list[Any]:
    return [seen for seen in rendered.rendering.requests or () if f"//{host}" in seen.url]


@pytest.mark.parametrize("frame", [False, True], ids=["page", "cross-site frame"])
@pytest.mark.parametrize("script", SEND.values(), ids=SEND.keys())
def test_a_beacon_is_recorded_and_not_sent(
    stage: Stage, pages: Any, script: str, frame: bool
) -> None:
    serve(pages, script, COUNTER, frame)
    seen = beacons(stage.render(), COUNTER)
    assert seen
    assert {(beacon.sent, beacon.failure) for beacon in seen} == {(False, "analytics")}
    assert stage.came == 0


@pytest.mark.parametrize("script", WORKERS.values(), ids=WORKERS.keys())
def test_nor_is_a_workers(stage: Stage, pages: Any, script: str) -> None:
    serve(pages, script, COUNTER, frame=False)
    seen = beacons(stage.render(), COUNTER)
    assert seen
    assert {(beacon.sent, beacon.failure) for beacon in seen} == {(False, "analytics")}
    assert stage.came == 0


@pytest.mark.parametrize("script", [SEND["fetch"], SEND["WebSocket"], *WORKERS.values()])
def test_what_counts_nobody_is_sent(stage: Stage, pages: Any, script: str) -> None:
    serve(pages, script, "plain.test", frame=False)
    assert beacons(stage.render(), "plain.test")
    assert stage.came > 0


@pytest.mark.parametrize("path", ["/b/ss/suite/1/JS", "/matomo.php?idsite=1", "/g/collect?v=2&x=1"])
def test_a_counter_under_the_sites_own_name_is_cut_off(
    bench: Any, stage: Stage, pages: Any, path: str
) -> None:
    serve(pages, f"fetch('{path}').catch(x => 0); fetch('/other').catch(x => 0)", "", frame=False)
    (beacon,) = beacons(stage.render(), f"agency.test{path}")
    assert (beacon.sent, beacon.failure) == (False, "analytics")
    assert bench.web.asked["agency.test/other"] == 1
    assert bench.web.asked[f"agency.test{path.partition('?')[0]}"] == 0


def test_cutting_off_does_not_turn_the_cache_off(bench: Any, stage: Stage, pages: Any) -> None:
    async def script(_: web.Request) -> web.Response:
        headers = {"Cache-Control": "max-age=600"}
        return web.Response(text="0", content_type="text/javascript", headers=headers)

    pages["agency.test/"] = "<script src=/kept.js></script>"
    pages["agency.test/kept.js"] = script
    for _ in range(3):
        stage.render()
    assert bench.web.asked["agency.test/kept.js"] == 1
