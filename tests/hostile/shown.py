"""What the hostile site does to the browser that shows it: a page an attack, and its end.

An end is why the page was not shown (one of some words), or the parts of it that were not seen.
"""

from collections.abc import Collection

from aiohttp import web

from tests.hostile.served import MOST_SENT

HEAD = '<!doctype html><html lang="en"><head><title>{title}</title></head><body><h1>Here</h1>'
# A script that must not run stands in what a page says of itself.
EVIL = (
    "=HYPERLINK(1)<script>alert(1)</script>\"'><img src=x onerror=alert(2)>"
    "\x1b[2J\x1b]0;owned\x07\u202egpj.exe\u2066"
)
SHOWN: frozenset[str] = frozenset()
AFTER_DESKTOP = frozenset(
    {"phone", "pictures", "strains", "parity", "widths", "menu", "disclosure", "passwords"}
    | {"keyboard"}
)
Ending = str | Collection[str] | None
# Path to what is in the body, and the reason it is lost for, or the parts that are not seen; None
# where either may be.
ATTACKS: dict[str, tuple[str, Ending]] = {
    "hung-parsing": ("<script>for (;;);</script>", "timeout"),
    "hung-loading": ("<script>onload = () => { for (;;); }</script>", "timeout"),
    "hung-soon": ("<script>setTimeout(() => { for (;;); }, 900)</script>", None),
    "hung-as-a-phone": ("<script>onresize = () => { for (;;); }</script>", AFTER_DESKTOP),
    "hung-in-a-frame": ("<iframe srcdoc='<script>for (;;);</script>'></iframe>", "timeout"),
    "hung-regex": ("<script>/^(a+)+$/.test('a'.repeat(40) + 'b')</script>", "timeout"),
    "hungry-heap": (
        "<script>for (a = [];;) a.push(Array(1e6).fill({}))</script>",
        "crashed timeout",
    ),
    "hungry-arrays": (
        "<script>for (a = [];;) a.push(new Uint8Array(5e7).fill(1))</script>",
        "crashed",
    ),
    "killed": ("<img src=/kill alt=''>", SHOWN),
    "half-a-letter": (
        "<script>h = '\\ud83d'; document.title = 'a' + h; i = new Image(); i.id = i.src = 'x' + h; "
        "document.body.append(i, h)</script>",
        SHOWN,
    ),
    "never-loaded": ("<img src=/never alt=''>", {"load"}),
    "endless-picture": ("<img src=/stream alt=''>", SHOWN),
    "many-elements": (
        "<script>for (i = 0; i < 100000; i++) document.body.append(document.createElement('p'))"
        "</script>",
        None,
    ),
    "deep-elements": (
        "<script>e = document.body; for (i = 0; i < 20000; i++) "
        "e = e.appendChild(document.createElement('div'))</script>",
        "crashed timeout",
    ),
    "frames-in-frames": ("<iframe src=?1></iframe><iframe src=?2></iframe>", SHOWN),
    "many-frames": ("<iframe srcdoc='<p>x'></iframe>" * 50, SHOWN),
    "many-workers": (
        "<script>for (i = 0; i < 8; i++) new Worker(URL.createObjectURL(new Blob(['for (;;);'])))"
        "</script>",
        None,
    ),
    "popups": (
        "<script>for (i = 0; i < 20; i++) open('/popup' + i); setInterval(() => open('/x'), 50)"
        "</script>",
        SHOWN,
    ),
    "dialogs": (
        "<script>alert(1); confirm(2); prompt(3); print(); "
        "setInterval(() => { alert(4); print() }, 100); "
        "onbeforeunload = e => { e.preventDefault(); return e.returnValue = 'stay' }</script>",
        SHOWN,
    ),
    "downloads": (
        "<a id=a download href=/file.bin>x</a><script>for (i = 0; i < 9; i++) a.click(); "
        "setTimeout(() => location.assign('/file.bin'), 300)</script>",
        SHOWN,
    ),
    "leaves": ("<script>setTimeout(() => { location = 'about:blank' }, 700)</script>", None),
    "leaves-on-and-on": (
        "<script>location = '/leaves-on-and-on?' + Math.random()</script>", "timeout"
    ),
    "leaves-history": ("<script>setInterval(() => history.pushState(0, '', '?' + i++), 1)"
                       "</script>", SHOWN),
    "tampered": (
        "<img src=/m.png><script>"
        "window.axe = {run() { throw 1 }, configure: 3}; window.audit = null; "
        "Array.prototype.map = Array.prototype.filter = () => []; JSON.stringify = () => '{}'; "
        "Object.defineProperty(Object.prototype, 'id', {get() { throw 2 }, set() { throw 3 }}); "
        "Promise = null; document.querySelectorAll = () => []; "
        "Element.prototype.getAttribute = Element.prototype.matches = () => { throw 4 }; "
        "Node.prototype.appendChild = () => { throw 5 }; Function.prototype.call = null"
        "</script>",
        SHOWN,
    ),
    "evil-words": (f"<p title='{EVIL}'>{EVIL}</p><img src='/{EVIL}'>", SHOWN),
    "wants-everything": (
        "<script>navigator.geolocation.getCurrentPosition(() => 0); "
        "navigator.mediaDevices && navigator.mediaDevices.getUserMedia({video: true})"
        ".catch(() => 0); window.Notification && Notification.requestPermission(); "
        "navigator.serviceWorker && navigator.serviceWorker.register('/sw.js').catch(() => 0); "
        "navigator.clipboard && navigator.clipboard.readText().catch(() => 0); "
        "document.documentElement.requestFullscreen().catch(() => 0)</script>",
        SHOWN,
    ),
}  # fmt: skip
CLEAN = (
    "<main><h1>Clean</h1><p>{words}</p><img src=/m.png><a href='/'>Home</a>"
    "<form><input name=q></form></main>"
)


def attack(name: str) -> web.Response:
    """The page of an attack; its title is one too."""
    return _page(ATTACKS[name][0], title=EVIL if name == "evil-words" else f"Attack: {name}")


def clean(number: str) -> web.Response:
    """A page with faults that every audit must find, alike however often it is seen."""
    return _page(CLEAN.format(words=f"Number {number}. " * 9), title=f"Clean page {number}")


def _page(body: str, title: str) -> web.Response:
    return web.Response(text=HEAD.format(title=title) + body, content_type="text/html")


async def stream(request: web.Request) -> web.StreamResponse:
    """A picture without an end."""
    answer = web.StreamResponse(headers={"Content-Type": "image/png"})
    await answer.prepare(request)
    for _ in range(20 * MOST_SENT // 100_000):
        await answer.write(b"x" * 100_000)
    return answer
