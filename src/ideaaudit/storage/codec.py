"""The only codec: dataclasses to compressed bytes and back, checked on the way in."""

from typing import Any, TypeVar

import msgspec
from backports import zstd

T = TypeVar("T")
LEVEL = 3


def pack(value: Any) -> bytes:
    """Any of the models' words, as zstd over MessagePack."""
    return zstd.compress(msgspec.msgpack.encode(value), LEVEL)


def unpack(data: bytes, kind: type[T]) -> T:
    """The value again.

    Raises:
        msgspec.ValidationError: where the bytes do not hold a `kind`.
    """
    return msgspec.msgpack.decode(zstd.decompress(data), type=kind)
