"""curl's `--connect-to`: which connections go elsewhere than their URL says."""

from collections.abc import Iterable
from dataclasses import dataclass

FORM = "HOST:PORT:ADDR:PORT"


@dataclass(frozen=True, slots=True)
class Detour:
    """One entry; an empty host or a port of 0 stands for any, or for what was asked."""

    host: str
    port: int
    to_host: str
    to_port: int

    def leads(self, host: str, port: int) -> bool:
        """Whether a connection to this host (lower case) and port takes the detour."""
        return self.host in ("", host) and self.port in (0, port)


def parse_detours(entries: Iterable[str]) -> tuple[Detour, ...]:
    """The table from its entries, in their order; the first one that fits is taken.

    Raises:
        ValueError: an entry is not of the form `HOST:PORT:ADDR:PORT`.
    """
    return tuple(_parse(entry) for entry in entries)


def _parse(entry: str) -> Detour:
    fields = _split(entry)
    if len(fields) != 4:
        raise ValueError(f"connect-to {entry!r} is not of the form {FORM}.")
    host, port, to_host, to_port = fields
    return Detour(host.lower(), _port(port, entry), to_host.lower(), _port(to_port, entry))


def _split(entry: str) -> list[str]:
    """The fields between colons; colons in brackets belong to an IPv6 address."""
    fields, depth = [""], 0
    for letter in entry.strip():
        if letter == ":" and depth == 0:
            fields.append("")
            continue
        depth += (letter == "[") - (letter == "]")
        if letter not in "[]":
            fields[-1] += letter
    return fields


def _port(text: str, entry: str) -> int:
    if not text:
        return 0
    if not (text.isascii() and text.isdigit() and 0 < int(text) < 65536):
        raise ValueError(f"connect-to {entry!r} has a port that is no port: {text!r}.")
    return int(text)
