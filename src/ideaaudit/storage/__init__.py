"""The memory: the only SQL and the only codec."""

from ideaaudit.storage.documents import Offered
from ideaaudit.storage.engine import StoreError
from ideaaudit.storage.pages import Walked
from ideaaudit.storage.queue import Known
from ideaaudit.storage.store import RunStore, Store, default_store

__all__ = ["Known", "Offered", "RunStore", "Store", "StoreError", "Walked", "default_store"]
