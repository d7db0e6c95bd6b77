"""The pages that `benchmarks.render` renders, and the server that serves them."""

import random
from collections.abc import Callable
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess

TEXT = (
    "agency benefit citizen data eligible federal grant health inform justice known law "
    "medical notice office public question record service travel update veteran website"
)
ROWS = 90
PIXEL = bytes.fromhex(
    "47494638396101000100800000ff0000ffffff21f90400000000002c00000000010001000002024401003b"
)
STYLE = "".join(
    f".c{n}{{margin:{n % 7}px;padding:{n % 5}px;font-size:{14 + n % 4}px}}\n"
    f".c{n}:hover{{color:#{n % 999:03d}}}\n"
    for n in range(900)
)
SCRIPT = (
    "".join(f"function f{n}(x){{return x*{n}+{n % 13}}};\n" for n in range(3000))
    + """
for (const row of document.querySelectorAll('[data-row]')) {
  const note = document.createElement('span');
  note.textContent = 'Row ' + f7(row.dataset.row);
  row.append(note, document.createElement('br'));
}
"""
)


def page(number: int) -> str:
    """A page of about 22 KB and 1,200 elements, a few of them hard to read or without a name."""
    draw = random.Random(number)

    def words(count: int) -> str:
        return " ".join(draw.choices(TEXT.split(), k=count))

    links = "".join(f'<li><a href="/{n}">{words(2)}</a></li>' for n in range(12))
    rows = "".join(_row(n, draw, words) for n in range(ROWS))
    return (
        f'<!doctype html><html lang="en"><head><title>Page {number}: {words(3)}</title>'
        '<meta name="viewport" content="width=device-width"><link rel="stylesheet" href="/s.css">'
        f"</head><body><header><nav><ul>{links}</ul></nav></header><main><h1>{words(4)}</h1>"
        f'{rows}</main><footer><p>{words(20)}</p></footer><script src="/s.js"></script>'
        "</body></html>"
    )


def _row(number: int, draw: random.Random, words: Callable[[int], str]) -> str:
    pale = ' style="color:#999"' if draw.random() < 0.4 else ""
    picture = f'<img src="/{number}.gif"{" alt=" if number % 3 else ""}>' if number % 8 == 0 else ""
    field = f"<input name=q{number}>" if number % 30 == 7 else ""
    return (
        f'<section class="c{number}" data-row="{number}"><h2>{words(3)}</h2>'
        f'<p{pale}>{words(6)} <a href="/{number}">{words(2)}</a> <b>{words(1)}</b></p>'
        f"<ul><li>{words(2)}</li><li>{words(2)}</li></ul>{picture}{field}"
        f"<div><em>{words(1)}</em></div></section>"
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        body, kind = _body(self.path)
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(body)))
        self.send_header("Cache-Control", "no-store" if kind == "text/html" else "max-age=3600")
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Nothing is printed."""


def _body(path: str) -> tuple[bytes, str]:
    name = path.strip("/")
    if name == "s.css":
        return STYLE.encode(), "text/css"
    if name == "s.js":
        return SCRIPT.encode(), "text/javascript"
    if name.endswith(".gif"):
        return PIXEL, "image/gif"
    return page(int(name) if name.isdigit() else 0).encode(), "text/html"


def _serve(pipe: Connection) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    pipe.send(server.server_address[1])
    server.serve_forever()


def start() -> tuple[BaseProcess, int]:
    """A server in a process of its own, and its port; `terminate` it."""
    context = get_context("spawn")
    here, there = context.Pipe()
    process = context.Process(target=_serve, args=(there,), daemon=True)
    process.start()
    port: int = here.recv()
    return process, port
