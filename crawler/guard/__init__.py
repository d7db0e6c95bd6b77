"""Which addresses may be reached: one judge for Scrapy, the TLS probes and the browser."""

from crawler.guard.addresses import Address, is_public
from crawler.guard.analytics import Analytics, analytics
from crawler.guard.connections import aiohttp_connector, open_connection, open_socket
from crawler.guard.contact import Contact, Decision
from crawler.guard.guard import Guard, Refused, Unresolved
from crawler.guard.proxy import GuardProxy

__all__ = [
    "Address",
    "Analytics",
    "Contact",
    "Decision",
    "Guard",
    "GuardProxy",
    "Refused",
    "Unresolved",
    "aiohttp_connector",
    "analytics",
    "is_public",
    "open_connection",
    "open_socket",
]
