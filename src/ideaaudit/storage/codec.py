"""The only codec: dataclasses to compressed bytes and back, checked on the way in."""

from collections.abc import Sequence
from typing import Any, TypeVar

import msgspec
from backports import zstd

from ideaaudit.privacy import all_encoded, encoded
from ideaaudit.storage.engine import StoreError

T = TypeVar("T")
LEVEL = 3
# Made once: making one costs ten times what compressing a few words does.
_compressor = zstd.ZstdCompressor(LEVEL)


def pack(value: Any, *, ours: bool = False) -> bytes:
    """Any of the models' words, as zstd over MessagePack; secrets of sites are masked.

    Args:
        ours: whether no site wrote any of it, so that there is nothing to mask.
    """
    return _compressed(msgspec.msgpack.encode(value) if ours else encoded(value))


def pack_all(values: Sequence[Any]) -> list[bytes]:
    """The same of each of some values, in a fraction of the time."""
    return list(map(_compressed, all_encoded(values)))


def _compressed(data: bytes) -> bytes:
    return _compressor.compress(data, _compressor.FLUSH_FRAME)


def unpack(data: bytes, kind: type[T]) -> T:
    """The value again.

    Raises:
        StoreError: where the bytes do not hold a `kind`.
    """
    try:
        return msgspec.msgpack.decode(zstd.decompress(data), type=kind)
    except (msgspec.DecodeError, zstd.ZstdError) as error:
        said = "is damaged or of another version: move it away, or name another with --store"
        raise StoreError(f"The store {said} ({error}).") from error
