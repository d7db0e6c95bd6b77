"""The floor that `benchmarks.render` is measured against: DevTools' own words over one websocket.

No driver, no guard, no deadlines: pages are used again and again, axe is there before each document
in a world of its own, and what it finds is put together in the page.
"""

import asyncio
import itertools
import json
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

WORLD = "bench"
RUN = """axe.run(document, %s).then((results) => JSON.stringify(
  [...results.violations, ...results.incomplete].map((rule) => [rule.id, rule.nodes.length])))"""


class Connection:
    """One websocket to a browser, and whoever waits for an answer or an event."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._numbers = itertools.count(1)
        self._waiting: dict[object, asyncio.Future[Any]] = {}

    async def listen(self) -> None:
        """Reads until the browser is gone."""
        async for message in self._socket:
            said = json.loads(message.data)
            key = said.get("id") or (said.get("sessionId"), said["method"])
            if waiting := self._waiting.pop(key, None):
                waiting.set_result(said.get("result", said))

    def event(self, session: str, name: str) -> asyncio.Future[Any]:
        """The next event of this name."""
        made = self._waiting[(session, name)] = asyncio.get_running_loop().create_future()
        return made

    async def send(self, method: str, session: str = "", **given: Any) -> Any:
        """A command's result."""
        number = next(self._numbers)
        made = self._waiting[number] = asyncio.get_running_loop().create_future()
        words = {"id": number, "method": method, "params": given}
        await self._socket.send_str(json.dumps(words | ({"sessionId": session} if session else {})))
        return await made


class Raw:
    """A side of `benchmarks.render`: load the page, run axe, count what it finds."""

    def __init__(self, connection: Connection, sessions: list[str], options: str) -> None:
        self._connection = connection
        self._idle = sessions
        self._options = options

    async def __call__(self, url: str) -> dict[str, int]:
        session = self._idle.pop()
        try:
            return await self._see(session, url)
        finally:
            self._idle.append(session)

    async def _see(self, session: str, url: str) -> dict[str, int]:
        send = self._connection.send
        loaded = self._connection.event(session, "Page.loadEventFired")
        went = await send("Page.navigate", session, url=url)
        await loaded
        frame = went["frameId"]
        made = await send("Page.createIsolatedWorld", session, frameId=frame, worldName=WORLD)
        found = await send(
            "Runtime.evaluate",
            session,
            expression=RUN % self._options,
            contextId=made["executionContextId"],
            awaitPromise=True,
            returnByValue=True,
        )
        return dict(json.loads(found["result"]["value"]))


@asynccontextmanager
async def raw(
    browser: str, arguments: list[str], source: str, options: dict[str, Any], size: int
) -> AsyncIterator[Raw]:
    """A browser of its own with so many pages, gone at the end."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        given = ["--remote-debugging-port=0", "--no-sandbox", f"--user-data-dir={folder}"]
        process = await asyncio.create_subprocess_exec(
            browser, *given, *arguments, "about:blank", stderr=asyncio.subprocess.DEVNULL
        )
        try:
            address = await _address(Path(folder) / "DevToolsActivePort")
            async with (
                aiohttp.ClientSession() as client,
                client.ws_connect(address, max_msg_size=0) as socket,
            ):
                connection = Connection(socket)
                listening = asyncio.ensure_future(connection.listen())
                sessions = [await _page(connection, source) for _ in range(size)]
                yield Raw(connection, sessions, json.dumps(options))
                listening.cancel()
        finally:
            process.terminate()
            await process.wait()


async def _address(file: Path) -> str:
    async with asyncio.timeout(30):
        while not file.exists() or not file.read_text().count("\n"):
            await asyncio.sleep(0.05)
    port, path = file.read_text().split("\n")[:2]
    return f"ws://127.0.0.1:{port}{path}"


async def _page(connection: Connection, source: str) -> str:
    target = await connection.send("Target.createTarget", url="about:blank", width=1280, height=800)
    attached = await connection.send(
        "Target.attachToTarget", targetId=target["targetId"], flatten=True
    )
    session = str(attached["sessionId"])
    await connection.send("Page.enable", session)
    first = {"source": source, "worldName": WORLD}
    await connection.send("Page.addScriptToEvaluateOnNewDocument", session, **first)
    return session
