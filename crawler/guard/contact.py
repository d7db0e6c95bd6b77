"""What came of an attempt to reach a host."""

from dataclasses import dataclass
from enum import StrEnum


class Decision(StrEnum):
    """Let through, cut off by us (the first two after it), or not to be had."""

    CONNECTED = "connected"
    ANALYTICS = "analytics"
    GUARD = "guard"
    DNS = "dns"
    REFUSED = "refused"
    TIMEOUT = "timeout"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Contact:
    """One host and port that something behind the proxy asked for, and what came of it."""

    host: str
    port: int
    decision: Decision
    detail: str = ""
