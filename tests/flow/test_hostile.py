"""A site that attacks: each page has its end, the audit has its own, and the next page no harm."""

import asyncio
import csv
import json
import os
import signal
import subprocess
import sys
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pytest
from aiohttp import web

from crawler.redirects import MOST_REDIRECTS
from ideaaudit.models import Outcome, PageRow
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import loopback
from tests.hostile.served import HOST, SENT, endless_redirects
from tests.hostile.shown import ATTACKS, EVIL, attack, clean, stream

CLEAN = [f"/clean/{number}" for number in range(len(ATTACKS))]
# A site of five pages and less needs no search, and the others do.
SPARED = 6
HIDDEN = "\x1b\x07\u202e\u2066"


def descendants(parent: int) -> dict[int, str]:
    """Every living process below one, with its command line."""
    found: dict[int, str] = {}
    for entry in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            stat = (entry / "stat").read_text().rpartition(")")[2].split()
            command = (entry / "cmdline").read_bytes().replace(b"\0", b" ").decode()
            if int(stat[1]) == parent and stat[0] != "Z":
                found |= {int(entry.name): command} | descendants(int(entry.name))
    return found


def links(attacks: bool) -> str:
    """From the home page: every attack, each with a clean page after it."""
    served = [path for path in SENT if attacks]
    shown = [f"/{name}" for name in ATTACKS if attacks]
    both = [path for pair in zip(shown, CLEAN, strict=False) for path in pair] or CLEAN[:SPARED]
    mixed = [
        path for number, path in enumerate(both) for path in (path, *served[number : number + 1])
    ]
    return "".join(f"<a href={path}>x</a>" for path in mixed)


class Hostile:
    """The site; in its other life it has the clean pages only."""

    def __init__(self) -> None:
        self.attacks = True
        self.killed = 0

    async def answer(self, request: web.Request) -> web.StreamResponse:
        path = request.path.partition(";")[0]
        name = path.strip("/")
        if path == "/":
            title = EVIL if self.attacks else "Home"
            text = f"<!doctype html><title>{title}</title><h1>Here</h1>{links(self.attacks)}"
            return web.Response(text=text, content_type="text/html")
        if path in SENT:
            return await SENT[path][0](request)
        if path.startswith("/clean/"):
            return clean(path.rpartition("/")[2])
        if path.startswith("/around/"):
            return await endless_redirects(request)
        if name in ATTACKS:
            return attack(name)
        return await self._part(request)

    async def _part(self, request: web.Request) -> web.StreamResponse:
        match request.path:
            case "/stream":
                return await stream(request)
            case "/never":
                await asyncio.sleep(60)
            case "/kill" if not self.killed:
                for pid, command in descendants(os.getpid()).items():
                    if "--remote-debugging-pipe" in command and "--type=" not in command:
                        self.killed = pid
                        os.kill(pid, signal.SIGKILL)
            case "/file.bin":
                headers = {"Content-Disposition": "attachment; filename=x.bin"}
                return web.Response(body=b"x" * 999, headers=headers)
        return web.Response(status=404)


@dataclass
class Audited:
    store: RunStore
    folder: Path
    said: str
    left: list[str]
    killed: int

    def rows(self) -> dict[str, PageRow]:
        return {row.url.removeprefix(f"http://{HOST}"): row for row in self.store.pages(HOST)}

    def outcomes(self, path: str) -> tuple[tuple[str, Outcome], ...]:
        return self.rows()[path].outcomes


def run(folder: Path, *, attacks: bool) -> Audited:
    site = Hostile()
    site.attacks = attacks
    with loopback({HOST: site.answer}) as served:
        places = ["--store", str(folder / "store"), "--out", str(folder / "out")]
        limits = ["--delay", "0", "--pages", "200", "--render", "200", "--documents", "0"]
        command = [sys.executable, "-m", "tests.hostile.quick", "audit", f"http://{HOST}/"]
        before = descendants(os.getpid()).keys()
        done = subprocess.run(
            [*command, *served.connect_to, "--connect-to-only", *places, *limits],
            capture_output=True, text=True, timeout=600, cwd=Path(__file__).parents[2], check=False,
        )  # fmt: skip
        after = descendants(os.getpid())
    assert done.returncode in (0, 1), done.stderr[-3000:]
    left = [command for pid, command in after.items() if pid not in before]
    store = Store.open(str(folder / "store")).run()
    return Audited(store, folder, done.stdout + done.stderr, left, site.killed)


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    return run(tmp_path_factory.mktemp("hostile"), attacks=True)


@pytest.fixture(scope="module")
def spared(tmp_path_factory: pytest.TempPathFactory) -> Audited:
    return run(tmp_path_factory.mktemp("clean"), attacks=False)


def test_the_audit_comes_to_its_end(hostile: Audited) -> None:
    assert hostile.store.site_state(HOST) == "done"
    assert "Traceback" not in hostile.said
    assert hostile.left == []


@pytest.mark.parametrize("path", SENT)
def test_each_answer_has_its_end(hostile: Audited, path: str) -> None:
    row = hostile.rows()[path]
    assert (row.state.value, row.reason) == SENT[path][1], row.detail


def test_redirects_without_end_have_one(hostile: Audited) -> None:
    ends = [row.reason for path, row in hostile.rows().items() if path.startswith("/around/")]
    assert len(ends) == MOST_REDIRECTS + 1
    assert ends.count("redirect-loop") == 1


@pytest.mark.parametrize("name", ATTACKS)
def test_each_attack_has_its_end(hostile: Audited, name: str) -> None:
    row, end = hostile.rows()[f"/{name}"], ATTACKS[name][1]
    assert row.sampled_as, "it was not to be rendered"
    seen = hostile.store.page(HOST, row.url)
    assert seen is not None
    gaps = {gap.part for gap in seen.rendering.gaps} if seen.rendering else set()
    if isinstance(end, str):
        assert row.render_gap.partition(":")[0] in end.split(), row.render_gap or gaps
    elif end is not None:
        assert (row.render_gap, gaps) == ("", set(end))
    else:
        assert row.rendered or row.render_gap


def test_the_browser_was_killed_in_the_middle(hostile: Audited) -> None:
    assert hostile.killed


def test_a_page_that_tampers_with_all_tools_is_judged_all_the_same(hostile: Audited) -> None:
    seen = hostile.store.page(HOST, f"http://{HOST}/tampered")
    assert seen is not None
    assert seen.axe is not None
    assert "image-alt" in {rule.id for rule in seen.axe.violations}


@pytest.mark.parametrize("path", CLEAN)
def test_the_page_after_an_attack_is_judged_as_if_there_were_none(
    hostile: Audited, spared: Audited, path: str
) -> None:
    assert hostile.rows()[path].rendered
    # Where pages were lost, no title can be told to be the only one of its kind.
    alone = ("std-title-unique", Outcome.PASSED)
    assert alone in spared.outcomes(CLEAN[0])
    expected = {*spared.outcomes(CLEAN[0])} - {alone} | {(alone[0], Outcome.CANT_TELL)}
    assert {*hostile.outcomes(path)} == expected
    assert ("a11y-axe-wcag20", Outcome.FAILED) in hostile.outcomes(path)


def test_neither_report_nor_terminal_nor_spreadsheet_is_attacked(hostile: Audited) -> None:
    assert not set(HIDDEN) & set(hostile.said)
    out = hostile.folder / "out"
    for file in out.rglob("*.html"):
        text = file.read_text(encoding="utf-8")
        assert not set(HIDDEN) & set(text), file
        assert "<script" not in text, file
        assert "<img src=x" not in text, file
    json.loads((out / "report.json").read_text(encoding="ascii"))
    with (out / "site-scanning.csv").open(encoding="utf-8", newline="") as lines:
        cells = [cell for row in csv.reader(lines) for cell in row]
    assert any(cell.startswith("'=HYPERLINK") for cell in cells)
    assert not [cell for cell in cells if cell[:1] in ("=", "+", "-", "@", "\t", "\r")]
    assert not [cell for cell in cells if set(HIDDEN) & set(cell)]
