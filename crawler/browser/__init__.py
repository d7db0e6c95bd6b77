"""The page pool, and what happens inside one load."""

from crawler.browser.find import BrowserFound, find_browser
from crawler.browser.pool import RenderPool
from crawler.browser.scripts import AxeMissing, AxeScript, axe_script
from crawler.browser.words import (
    ALL_SENSES,
    BrowserMissing,
    Deadlines,
    Rendered,
    RenderFailed,
    RenderJob,
    RenderSettings,
)

__all__ = [
    "ALL_SENSES",
    "AxeMissing",
    "AxeScript",
    "BrowserFound",
    "BrowserMissing",
    "Deadlines",
    "RenderFailed",
    "RenderJob",
    "RenderPool",
    "RenderSettings",
    "Rendered",
    "axe_script",
    "find_browser",
]
