"""What the page looks like: the first screenful, as a visitor meets it."""

import base64
import hashlib

from playwright.async_api import CDPSession

from ideaaudit.models import Picture

QUALITY = 60


async def observe_picture(cdp: CDPSession, layout: str) -> tuple[Picture, bytes]:
    """A JPEG of the viewport as it is now, under the sha256 of its bytes.

    Raises:
        playwright.async_api.Error: the page was lost, or cannot be painted.
    """
    wish = {"format": "jpeg", "quality": QUALITY, "optimizeForSpeed": True}
    taken = await cdp.send("Page.captureScreenshot", wish)
    data = base64.b64decode(taken["data"])
    return Picture(layout, hashlib.sha256(data).hexdigest()), data
