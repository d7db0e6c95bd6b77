"""Whatever the bytes, the process that reads them ends, and its parent goes on."""

import asyncio
import os
import time
import zlib

import pytest

from crawler.documents import read
from crawler.documents.read import gap_of, kind_of, offers_document, read_file
from ideaaudit.models import FileSeen, Reason
from tests.pdfs import docx, pdf, tagged


def seen(data: bytes, kind: str = "pdf", seconds: float = 30) -> FileSeen:
    return asyncio.run(read_file(data, kind, seconds=seconds))


def bomb(size: int) -> bytes:
    """A PDF whose page unpacks to so many bytes of text."""
    unpacked = b"BT /F1 12 Tf (a) Tj ET\n" * (size // 23)
    packed = zlib.compress(unpacked, 9)
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count 1/Kids[3 0 R]>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>",
        b"<</Length %d/Filter/FlateDecode>>stream\n%s\nendstream" % (len(packed), packed),
    ]
    body = b"%PDF-1.7\n"
    body += b"".join(b"%d 0 obj%s\nendobj\n" % (n, one) for n, one in enumerate(objects, 1))
    return body + b"trailer<</Root 1 0 R/Size 5>>\n%%EOF"


def test_a_good_document_is_read() -> None:
    found = seen(tagged("Hello"))
    assert (found.kind, found.fault, found.pages, found.text) == ("pdf", "", 1, "Hello")
    assert found.size == len(tagged("Hello"))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (b"", "pdf"),
        (b"%PDF-1.7", "pdf"),
        (pdf("x")[:200], "pdf"),
        (b"PK\x03\x04", "docx"),
        (docx("x")[:300], "docx"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "docx"),
        (tagged("x"), "xlsx"),
        (b"x", "strange"),
    ],
)
def test_what_is_no_such_document_is_damaged(data: bytes, kind: str) -> None:
    assert seen(data, kind) == FileSeen(kind, len(data), fault="damaged")


def test_a_document_that_unpacks_without_end_is_given_up() -> None:
    begun = time.monotonic()
    found = seen(bomb(400 * 2**20), seconds=10)
    assert found.fault in ("memory", "timeout", "damaged")
    assert time.monotonic() - begun < 20


def test_a_process_that_takes_too_long_is_ended_with_its_group(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    started: list[int] = []
    begin = asyncio.create_subprocess_exec

    async def noted(*arguments: object, **options: object) -> asyncio.subprocess.Process:
        process = await begin(*arguments, **options)  # type: ignore[arg-type]
        started.append(process.pid)
        return process

    monkeypatch.setattr(read.asyncio, "create_subprocess_exec", noted)
    monkeypatch.setattr(read, "_CODE", "import time; time.sleep(60)")
    assert seen(b"x", seconds=0.2) == FileSeen("pdf", 1, fault="timeout")
    with pytest.raises(ProcessLookupError):
        os.killpg(started[0], 0)


@pytest.mark.parametrize(
    ("code", "fault"),
    [
        ("import os, signal; os.kill(os.getpid(), signal.SIGXCPU)", "timeout"),
        ("import os, signal; os.kill(os.getpid(), signal.SIGSEGV)", "damaged"),
        ('print(\'{"pages": "many"}\')', "damaged"),
        ("print('[]')", "damaged"),
        ("print('x' * 5_000_000)", "damaged"),
        ("import sys; sys.stdin.close(); print('{}')", ""),
    ],
)
def test_whatever_the_process_says_or_dies_of_is_kept(
    monkeypatch: pytest.MonkeyPatch, code: str, fault: str
) -> None:
    monkeypatch.setattr(read, "_CODE", code)
    assert seen(b"x" * 500_000).fault == fault


@pytest.mark.parametrize(
    "code",
    [
        "import socket; socket.create_connection(('127.0.0.1', 1))",
        "import subprocess; subprocess.run(['true'])",
        "import os; os.system('true')",
        "open('ideaaudit-child-wrote', 'w')",
        "x = bytearray(2**30)",
    ],
)
def test_the_process_can_do_nothing_but_read(monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    setup = "import sys; sys.path.append(sys.argv[1]); from crawler.documents import child"
    tried = f"{setup}\nchild.confine()\n{code}\nsys.stdout.write('{{}}')"
    monkeypatch.setattr(read, "_CODE", tried)
    assert seen(b"x").fault == "damaged"
    monkeypatch.setattr(read, "_CODE", f"{setup}\nchild.confine()\nsys.stdout.write('{{}}')")
    assert seen(b"x").fault == ""


@pytest.mark.parametrize(
    ("url", "media_type", "body", "kind"),
    [
        ("https://a.gov/a.pdf", "", b"", "pdf"),
        ("https://a.gov/A.PDF?x=1", "application/octet-stream", b"", "pdf"),
        ("https://a.gov/get?id=3", "application/pdf", b"", "pdf"),
        ("https://a.gov/get?id=3", "application/octet-stream", b"\n%PDF-1.4", "pdf"),
        ("https://a.gov/a.docx", "application/zip", b"PK", "docx"),
        ("https://a.gov/a.xlsx", "", b"PK", "xlsx"),
        ("https://a.gov/a.pptx", "", b"PK", "pptx"),
        ("https://a.gov/a.doc", "application/msword", b"", ""),
        ("https://a.gov/a.pdf/b", "text/plain", b"", ""),
        ("https://a.gov/", "application/json", b"{}", ""),
    ],
)
def test_kinds_of_documents(url: str, media_type: str, body: bytes, kind: str) -> None:
    assert kind_of(url, media_type, body) == kind


def test_a_url_says_whether_it_offers_a_document() -> None:
    assert offers_document("https://a.gov/b/A.PDF?v=1")
    assert not offers_document("https://a.gov/pdf")
    assert not offers_document("https://a.gov/a.doc")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("size", Reason.TOO_LARGE),
        ("timeout", Reason.TIMEOUT),
        ("memory", Reason.TOO_LARGE),
        ("damaged", None),
        ("encrypted", None),
        ("", None),
    ],
)
def test_only_our_own_bounds_are_a_gap(fault: str, reason: Reason | None) -> None:
    gap = gap_of(FileSeen("pdf", 1, fault=fault))
    assert (gap.reason if gap else None) == reason
