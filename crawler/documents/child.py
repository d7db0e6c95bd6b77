"""The process that reads one document: bytes in, JSON out, and nothing else in or out.

Run by `crawler.documents.read`. What it reads is hostile: it has little memory, little time, no
network, and can neither write files nor start programs.
"""

import contextlib
import ctypes
import json
import os
import resource
import sys
from typing import Any

MEMORY = 2**30
SECONDS = 20
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000
_FORBIDDEN = ("socket.", "subprocess.", "os.system", "os.exec", "os.fork", "os.posix_spawn")


def main() -> None:
    """Reads the document on standard input, of the kind named last on the command line."""
    data = sys.stdin.buffer.read()
    confine()
    answer = json.dumps(reading(data, sys.argv[-1])).encode()
    sys.stdout.buffer.write(answer)
    sys.stdout.buffer.flush()


def confine() -> None:
    """Gives up what reading a document does not need; nothing here can be taken back."""
    for limit, value in (
        (resource.RLIMIT_AS, MEMORY),
        (resource.RLIMIT_CPU, SECONDS),
        (resource.RLIMIT_FSIZE, 0),
        (resource.RLIMIT_CORE, 0),
        (resource.RLIMIT_NOFILE, 64),
    ):
        resource.setrlimit(limit, (value, value))
    with contextlib.suppress(OSError, AttributeError):
        # A network of its own, with nobody in it; where the kernel forbids that, the hook is left.
        ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK)
    sys.addaudithook(_refuse)


def _refuse(event: str, arguments: Any) -> None:
    written = event == "open" and arguments[2] & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
    if written or event.startswith(_FORBIDDEN):
        raise PermissionError(event)


def reading(data: bytes, kind: str) -> dict[str, Any]:
    """The fields of `FileSeen` that could be read, and "fault" where that did not go well."""
    from crawler.documents.office import read_office
    from crawler.documents.pdf import read_pdf

    try:
        return read_pdf(data) if kind == "pdf" else read_office(data, kind)
    except MemoryError:
        return {"fault": "memory"}
    except Exception:  # noqa: BLE001 - no bytes may break it, and no error says more than this
        return {"fault": "damaged"}
