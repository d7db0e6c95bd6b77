"""A site whose pages take their time, and which remembers what was asked for and not answered."""

import asyncio
import hashlib
from collections import Counter
from dataclasses import dataclass, field
from functools import partial

from aiohttp import web

from tests.flow.loopback import page

HOST = "faults.test"
PAGES = 30
KINDS = ("news", "service", "form")
TEXT = "<p>" + "Words that a visitor reads on this page, and none that another has. " * 6 + "</p>"


@dataclass
class Slow:
    """How the site answers.

    Attributes:
        slowness: seconds that the slowest page takes; each page always takes the same.
        open: requests that have begun and not ended, by path.
        asked: requests that have begun, by path.
    """

    slowness: float = 0.8
    open: Counter[str] = field(default_factory=Counter)
    asked: Counter[str] = field(default_factory=Counter)

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path
        self.asked[path] += 1
        self.open[path] += 1
        try:
            if path not in ANSWERS:
                return NOTHING()
            await asyncio.sleep(self.slowness * _share(path))
            return ANSWERS[path]()
        finally:
            self.open[path] -= 1

    def in_flight(self) -> list[str]:
        """Paths of pages that are asked for at this moment."""
        return sorted(path for path, count in self.open.items() if count > 0 and path in ANSWERS)


def _share(path: str) -> float:
    """Between 0 and 1, the same for the same path."""
    return hashlib.sha256(path.encode()).digest()[0] / 255


def _links(number: int) -> str:
    near = [n for n in range(number * 3 + 1, number * 3 + 4) if n < PAGES]
    more = ["/moved", "/gone", "/other", "/style.css"] if number == 1 else []
    names = [f"/{KINDS[n % 3]}/{n}" for n in near] + more
    return "".join(f'<li><a href="{name}">On to {name}</a></li>' for name in names)


def _page(number: int) -> web.Response:
    kind = KINDS[number % 3]
    extra = '<form><label>Name <input name="n"></label><button>Send</button></form>'
    fault = '<img src="/none.png">' if number % 4 == 0 else ""
    body = (
        f'<header><a href="/">Agency</a></header><main class="{kind}"><h1>Page {number} of '
        f"{kind}</h1>{TEXT}<p>Number {number} is unlike {number * 7919 % 1009}.</p>{fault}"
        f"{extra if kind == 'form' else ''}<ul>{_links(number)}</ul></main>"
    )
    return page(body, title=f"Page number {number} of {kind} at the Agency of Faults")


def _moved(where: str) -> web.Response:
    return web.Response(status=301, headers={"Location": where})


def NOTHING() -> web.Response:  # noqa: N802
    """What is not there."""
    return web.Response(status=404, text="Nothing is here.", content_type="text/html")


ANSWERS = {"/" if n == 0 else f"/{KINDS[n % 3]}/{n}": partial(_page, n) for n in range(PAGES)}
ANSWERS |= {
    "/moved": partial(_moved, "/news/3"),
    "/other": partial(_moved, "http://elsewhere.test/"),
}
