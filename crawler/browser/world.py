"""The isolated world: the page's DOM without the page's scripts.

What a page does to its own `window`, prototypes or `axe` does not reach into it, and its content
security policy does not bind it.
"""

import json
from typing import Any, TypeVar

import msgspec
from playwright.async_api import BrowserContext, CDPSession, Frame, Page
from playwright.async_api import Error as PlaywrightError

from ideaaudit.privacy import changed

NAME = "ideaaudit"
T = TypeVar("T")


class ScriptFailed(Exception):  # noqa: N818
    """A script of ours raised in the page, or told nonsense; the message is the script's."""


def shaped(told: object, kind: type[T]) -> T:
    """What a script of ours told, as the kind of thing that it tells.

    A page that gets at our scripts all the same can have them tell anything. Halves of letters,
    as scripts leave them that cut a text in the middle of one, become U+FFFD.

    Raises:
        ScriptFailed: it is something else, or nothing that can be kept.
    """
    try:
        try:
            msgspec.msgpack.encode(told)
        except UnicodeEncodeError:
            told = changed(told, _well_formed)
        return msgspec.convert(told, kind)
    except (msgspec.ValidationError, RecursionError, OverflowError, UnicodeError) as error:
        raise ScriptFailed(f"A script told what it should not: {error}"[:300]) from error


def read_json(said: object, kind: type[T]) -> T:
    """The same of what a script of ours told as JSON; raises as `shaped` does."""
    text = shaped(said, str)
    try:
        return msgspec.json.decode(text, type=kind)
    except (msgspec.MsgspecError, RecursionError):
        return shaped(_loaded(text), kind)  # the library reads no half letters


def _loaded(text: str) -> object:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        raise ScriptFailed(f"A script told no JSON: {error}"[:300]) from error


def _well_formed(text: str) -> str:
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


class World:
    """The isolated world of one frame, until that frame shows another document."""

    def __init__(self, cdp: CDPSession, context: int) -> None:
        self.cdp = cdp
        self._context = context

    @classmethod
    async def of(cls, cdp: CDPSession, frame: str) -> "World":
        """The world of a frame, by its DevTools id, in a session that knows this frame.

        Raises:
            playwright.async_api.Error: it does not know it, or the page is gone.
        """
        made = await cdp.send("Page.createIsolatedWorld", {"frameId": frame, "worldName": NAME})
        return cls(cdp, made["executionContextId"])

    async def call(self, function: str, *arguments: Any) -> Any:
        """What a function of ours (`crawler/browser/js`) returns, awaited, as plain data.

        Raises:
            ScriptFailed: the function raised.
            playwright.async_api.Error: the document, the page or the browser is gone.
        """
        listed = ",".join(json.dumps(argument) for argument in arguments)
        return (await self._evaluate(f"{function}({listed})", by_value=True)).get("value")

    async def ask(self, kind: type[T], function: str, *arguments: Any) -> T:
        """As `call`, of this kind; raises ScriptFailed too where it is of another."""
        return shaped(await self.call(function, *arguments), kind)

    async def run(self, source: str) -> None:
        """Run a script in this world; raises as `call` does."""
        await self._evaluate(f"{source};0", by_value=True)

    async def frame_of(self, function: str, *arguments: Any) -> str:
        """The DevTools id of the frame in the element that a function returns, or ""."""
        listed = ",".join(json.dumps(argument) for argument in arguments)
        element = await self._evaluate(f"{function}({listed})", by_value=False)
        if "objectId" not in element:
            return ""
        described = await self.cdp.send("DOM.describeNode", {"objectId": element["objectId"]})
        return str(described["node"].get("frameId", ""))

    async def _evaluate(self, expression: str, *, by_value: bool) -> dict[str, Any]:
        answer = await self.cdp.send(
            "Runtime.evaluate",
            {
                "expression": expression,
                "contextId": self._context,
                "awaitPromise": True,
                "returnByValue": by_value,
            },
        )
        if details := answer.get("exceptionDetails"):
            thrown = details.get("exception", {})
            raise ScriptFailed(str(thrown.get("description") or details.get("text"))[:300])
        result: dict[str, Any] = answer["result"]
        return result


class Worlds:
    """The worlds of one page's frames, whichever process they live in."""

    def __init__(self, page: Page, context: BrowserContext, cdp: CDPSession, source: str) -> None:
        self._page = page
        self._context = context
        self._cdp = cdp
        self._source = source
        self._apart: dict[Frame, tuple[str, CDPSession]] = {}

    async def main(self, frame: str) -> World:
        """The world of the page's own frame; raises as `World.of` does."""
        return await self._ready(await World.of(self._cdp, frame))

    async def of(self, frame: str) -> World:
        """The world of the frame with this DevTools id, with our scripts in it.

        Raises:
            LookupError: no such frame is there any more.
        """
        for cdp in (self._cdp, *(session for _, session in self._apart.values())):
            try:
                return await self._ready(await World.of(cdp, frame))
            except PlaywrightError:
                continue
        await self._look_for_processes()
        for name, cdp in self._apart.values():
            if name == frame:
                return await self._ready(await World.of(cdp, frame))
        raise LookupError(frame)

    async def _ready(self, world: World) -> World:
        """A frame in another process, or an empty one, has not run the page's first scripts."""
        if await world.call("(() => typeof audit)") != "object":
            await world.run(self._source)
        return world

    async def _look_for_processes(self) -> None:
        """Sessions of the frames that the browser isolates in processes of their own."""
        here = set(self._page.frames)
        self._apart = {frame: kept for frame, kept in self._apart.items() if frame in here}
        for frame in here - set(self._apart) - {self._page.main_frame}:
            try:
                cdp = await self._context.new_cdp_session(frame)
            except PlaywrightError:
                continue  # it shares its parent's process and session
            tree = await cdp.send("Page.getFrameTree")
            self._apart[frame] = (tree["frameTree"]["frame"]["id"], cdp)
