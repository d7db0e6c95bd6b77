"""The memory: the only SQL and the only codec."""

from ideaaudit.storage.documents import Offered
from ideaaudit.storage.engine import StoreError
from ideaaudit.storage.queue import Known
from ideaaudit.storage.sampled import Walked
from ideaaudit.storage.sieve import Found, Read
from ideaaudit.storage.store import RunStore, Store, default_store

__all__ = [
    "Found",
    "Known",
    "Offered",
    "Read",
    "RunStore",
    "Store",
    "StoreError",
    "Walked",
    "default_store",
]
