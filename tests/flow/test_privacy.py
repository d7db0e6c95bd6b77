"""A site that shows secrets and people in every place: none of it is stored, none is told."""

import re
import sqlite3
from pathlib import Path

import pytest
from aiohttp import web
from backports import zstd

from tests.flow.loopback import audit, loopback, page

HOST = "leaking.test"
# Every secret below has this word in it, so that one search finds them all.
WORD = "s3cr3tW0rd"
MAIL, PHONE = "jane.roe@people.test", "(202) 555-0143"
PERSON = re.compile(rb"jane\.roe|555[-.]?0143", re.IGNORECASE)
HEADERS = {
    "Set-Cookie": f"session={WORD}cookie1; Path=/",
    "X-Auth-Token": f"{WORD}header",
    "Link": f"</next?access_token={WORD}link>; rel=next",
    "Refresh": f"900; url=/later?sig={WORD}refresh",
}
HOME = f"""
<meta name="csrf-token" content="{WORD}meta"><h1>Here</h1>
<p>Your session is {WORD}cookie1, and your header said %s</p>
<a href="/page?access_token={WORD}a&amp;page=2">page</a> <a href="/go">go</a>
<a href="/away">away</a> <a href="/bad">bad</a> <a href="/gone?api_key={WORD}gone">gone</a>
<a href="/report.pdf?sig={WORD}p">p</a>
<a href="https://user:{WORD}user@other.test/">other</a>
<a href="/mail?email={WORD}@people.test">mail</a>
<img src="/x.png?key=AIza{WORD}img99"><iframe src="/frame?id_token={WORD}frame"></iframe>
<form><input type=hidden name=authenticity_token value="{WORD}hidden">
<input type=password value="{WORD}password"><input name=q value="{MAIL}"></form>
<a href="mailto:{MAIL}"><img src=/m.png></a><a href="tel:+12025550143"></a>
<p style="color:#ccc;background:#fff">Ask {MAIL} or {PHONE}</p>
<script>
var config = {{"csrfToken": "{WORD}json", apiSecret: "{WORD}field"}};
document.cookie = "mine={WORD}own1"; document.body.append(document.cookie);
fetch("/api?x=1&token={WORD}fetch", {{headers: {{Authorization: "Bearer {WORD}99"}}}});
new WebSocket("ws://{HOST}/socket?auth_token={WORD}socket");
history.replaceState(0, "", "/?session_id={WORD}place");
throw Error("no answer from /api?token={WORD}error");
</script>
"""


async def site(request: web.Request) -> web.StreamResponse:
    if request.path == "/":
        said = f"{request.headers.get('X-Staging')} {request.headers.get('Authorization')}"
        answer = page(HOME % said, title=f"Welcome {MAIL}")
        answer.headers.update(HEADERS)
        return answer
    if request.path == "/go":
        raise web.HTTPFound(f"/landing?code={WORD}code99&state=1")
    if request.path == "/away":
        raise web.HTTPFound(f"https://login.test/?token={WORD}away")
    if request.path == "/bad":
        return web.Response(status=302, headers={"Location": f"http://[bad?token={WORD}bad"})
    if request.path in ("/page", "/landing", "/frame", "/mail"):
        return page(f"<h1>{request.path}</h1><a href='?password={WORD}self'>again</a>")
    return web.Response(status=404, text=f"no {request.path_qs}", content_type="text/html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("privacy")
    own = {"IDEAAUDIT_HEADER": f"X-Staging: {WORD}own", "IDEAAUDIT_CREDENTIALS": f"me:{WORD}pw"}
    with loopback({HOST: site}) as served:
        url = f"http://{HOST}/"
        done = audit(folder, url, *served.connect_to, "--render", "3", "--pages", "10", env=own)
    assert done.returncode in (0, 1), done.stderr
    assert any(f"access_token={WORD}" in line or "/page" in line for line in served.asked)
    assert WORD not in done.stdout + done.stderr
    return folder


def values(folder: Path) -> list[tuple[str, bytes]]:
    """Every value of every table of the store, decompressed where it is compressed."""
    found = []
    for file in (folder / "store").rglob("*.sqlite"):
        with sqlite3.connect(file) as connection:
            tables = connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")
            for (table,) in tables.fetchall():
                for row in connection.execute(f'SELECT * FROM "{table}"'):
                    found += [(table, _plain(value)) for value in row if value]
    return found


def _plain(value: object) -> bytes:
    raw = value if isinstance(value, bytes) else str(value).encode()
    try:
        return zstd.decompress(raw)
    except zstd.ZstdError:
        return raw


def test_the_site_was_seen(folder: Path) -> None:
    told = b"".join(value for _, value in values(folder))
    for words in (
        b"Your session is ***",
        b"your header said ***",
        b"csrfToken",
        b"/api?x=1&token=***",
    ):
        assert words in told, words
    assert (folder / "out" / "index.html").exists()


def test_no_secret_is_in_the_store(folder: Path) -> None:
    found = [(table, _around(value)) for table, value in values(folder) if WORD.encode() in value]
    assert found == []
    for file in (folder / "store").rglob("*"):
        assert not file.is_file() or WORD.encode() not in file.read_bytes(), file


def test_nor_in_the_report(folder: Path) -> None:
    for file in (folder / "out").rglob("*"):
        assert not file.is_file() or WORD.encode() not in file.read_bytes(), file


def test_the_report_names_no_person(folder: Path) -> None:
    for file in (folder / "out").rglob("*"):
        if file.suffix in (".html", ".json", ".csv"):
            said = PERSON.search(file.read_bytes())
            assert not said, f"{file}: {_around(file.read_bytes(), said.start())!r}"


def _around(text: bytes, at: int = -1) -> bytes:
    at = text.find(WORD.encode()) if at < 0 else at
    return text[max(0, at - 80) : at + 60]
