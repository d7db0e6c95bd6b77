"""Small PNG pictures that look like a page from afar, made without any library."""

import struct
import zlib


def page_png(width: int, height: int, hue: tuple[int, int, int]) -> bytes:
    """A dark band on top, then gray lines of text; RGB, 8 bits a channel."""
    band, text, paper = bytes(hue), b"\xc9\xcc\xd1", b"\xff\xff\xff"
    margin = width // 10
    blank = paper * width
    written = paper * margin + text * (width - 3 * margin) + paper * (2 * margin)
    rows = (
        band * width if y < height // 8 else written if y % 28 < 9 and y > height // 5 else blank
        for y in range(height)
    )
    data = zlib.compress(b"".join(b"\0" + row for row in rows), 9)
    header = struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    chunks = (b"IHDR", header), (b"IDAT", data), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, body) for name, body in chunks)


def _chunk(name: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
