"""One document read by a process of its own, which may fail as it likes."""

import asyncio
import contextlib
import os
import signal
import sys
from pathlib import Path
from urllib.parse import urlsplit

import msgspec

from crawler.documents.child import SECONDS
from ideaaudit.models import FileSeen, Gap, Reason

MOST_BYTES = 20 * 2**20
LONGEST_ANSWER = 2**20
# The CPU limit ends it first, unless it only waits.
PATIENCE = SECONDS + 5.0
KINDS = {
    "application/pdf": "pdf",
    "application/x-pdf": "pdf",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": "xlsx",
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": "pptx",
}
_ROOT = str(Path(__file__).parents[2])
_CODE = "import sys; sys.path.append(sys.argv[1]); from crawler.documents.child import main; main()"
_UNREAD = {
    "size": (Reason.TOO_LARGE, "the document is larger than 20 MB"),
    "timeout": (Reason.TIMEOUT, f"reading the document took more than {SECONDS} seconds"),
    "memory": (Reason.TOO_LARGE, "reading the document took more than 1 GB of memory"),
}


def offers_document(url: str) -> bool:
    """Whether a URL names a document that can be read here."""
    return _extension(url) in KINDS.values()


def kind_of(url: str, media_type: str, body: bytes) -> str:
    """ "pdf", "docx", "xlsx" or "pptx", by its beginning, then by its name; or ""."""
    if b"%PDF-" in body[:1024]:
        return "pdf"
    named = KINDS.get(media_type, "") or _extension(url)
    return named if named in KINDS.values() else ""


def _extension(url: str) -> str:
    _, dot, ending = urlsplit(url).path.rpartition("/")[2].rpartition(".")
    return ending.lower() if dot else ""


def gap_of(seen: FileSeen) -> Gap | None:
    """Why a document was not read, where that was for our own bounds."""
    return Gap("file", *_UNREAD[seen.fault]) if seen.fault in _UNREAD else None


async def read_file(data: bytes, kind: str, *, seconds: float = PATIENCE) -> FileSeen:
    """What a document holds. Nothing in it is raised, whatever the bytes.

    Args:
        kind: as `kind_of` says.
        seconds: of wall time until the process is ended.
    """
    child = await asyncio.create_subprocess_exec(
        *(sys.executable, "-I", "-c", _CODE, _ROOT, kind),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL,
        start_new_session=True,
        env={},
        cwd="/",
    )
    try:
        answer = await asyncio.wait_for(_talk(child, data), seconds)
    except TimeoutError:
        return FileSeen(kind, len(data), fault="timeout")
    finally:
        await _end(child)
    return _seen(kind, len(data), answer, child.returncode or 0)


async def _talk(child: asyncio.subprocess.Process, data: bytes) -> bytes:
    if child.stdin is None or child.stdout is None:
        return b""
    # Not waited for: a process that talks before it listens would wait for us in turn.
    child.stdin.write(data)
    child.stdin.close()
    answer = bytearray()
    while len(answer) < LONGEST_ANSWER and (more := await child.stdout.read(65_536)):
        answer += more
    return bytes(answer)


async def _end(child: asyncio.subprocess.Process) -> None:
    """Ends the process with all that it may have begun."""
    if child.stdout is not None and child.stdout.at_eof():
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(child.wait(), 1)  # it is done, and its own end is told
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(child.pid, signal.SIGKILL)
    with contextlib.suppress(TimeoutError):
        # asyncio tells of no end before the pipe is empty.
        await asyncio.wait_for(_drain(child), 5)


async def _drain(child: asyncio.subprocess.Process) -> None:
    while child.stdout is not None and await child.stdout.read(LONGEST_ANSWER):
        pass
    await child.wait()


def _seen(kind: str, size: int, answer: bytes, code: int) -> FileSeen:
    """The answer as it is kept; a process that ended without one has met its limits or a fault."""
    if len(answer) < LONGEST_ANSWER and code in (-signal.SIGXCPU, -signal.SIGKILL):
        return FileSeen(kind, size, fault="timeout")
    try:
        fields = msgspec.json.decode(answer, type=dict[str, object])
        return msgspec.convert({**fields, "kind": kind, "size": size}, FileSeen)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return FileSeen(kind, size, fault="damaged")
