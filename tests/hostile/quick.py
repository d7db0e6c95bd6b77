"""`python -m tests.hostile.quick audit ...`: the program as it is, with shorter deadlines."""

import crawler.settings
from crawler.browser.words import RenderSettings
from ideaaudit.cli import main

QUICK = {
    "open": 8, "parse": 5, "load": 3, "quiet": 0.5, "html": 5, "axe": 12, "frame": 3, "layout": 5,
    "probe": 5, "hand": 6, "keyboard": 6, "close": 4,
}  # fmt: skip

if __name__ == "__main__":
    for name, seconds in QUICK.items():
        # The one object that stands for the deadlines wherever none are given.
        object.__setattr__(RenderSettings().deadlines, name, seconds)
    crawler.settings.DOWNLOAD_TIMEOUT = 5
    main()
