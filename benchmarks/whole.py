"""Is a site of ten thousand pages walked whole, although it sets every trap there is?

    python -m benchmarks.whole [--quick]

A site of 9,000 pages of 35 KB (with `--quick` 900) on loopback. Its pages link to a calendar
without end, to lists that can be filtered in any combination, to paths that lead ever deeper, and
to each other under session numbers, tracking parameters and other cases of letters. All of that
has to fit in a budget of 1,000 pages more. Ends with `RESULT whole=<share of the site's pages that
were walked> beyond=<how many other URLs were walked>`; exits with 1 where a page is missing, or the
walk does not call itself complete.
"""

import argparse
import re
import sys
import tempfile
import time

from benchmarks import walk
from benchmarks.runs import begun
from benchmarks.server import Answer, serving
from crawler.crawl import crawl
from ideaaudit.models import PageState, Target
from ideaaudit.settings import Secrets, Settings
from ideaaudit.storage import RunStore

PAGES, BEYOND = 9_000, 1_000
COLORS = ("red", "blue", "green", "black", "white", "gray")
OF_SITE = re.compile(rf"http://{re.escape(walk.SITE)}/(?:topics/\d+)?")


def answers(pages: int) -> Answer:
    """The site and what it hides between its pages."""
    plain = walk.answers(pages)

    def answer(origin: str, path: str) -> tuple[int, str, bytes]:
        bare, _, query = path.partition("?")
        if bare.startswith("/topics/") or bare == "/":
            status, kind, html = plain(origin, bare.lower())
            number = int(bare.rpartition("/")[2] or 0)
            return status, kind, html.replace(b"</main>", _links(number, pages) + b"</main>")
        if bare.startswith("/calendar/"):
            year, month = (int(part) for part in bare.split("/")[2:4])
            later = f"/calendar/{year + month // 12}/{month % 12 + 1}"
            return _page(f"Events of {year}, month {month}", [later])
        if bare == "/items":
            more = [f"/items?{query}&f{len(query) % 7}={color}" for color in COLORS]
            return _page(f"Items with {query}", more)
        if bare.startswith("/deep/"):
            return _page(f"Level {bare.count('/')}", [f"{bare}deep/er/"])
        return 404, "text/html", b"<!doctype html><title>Not found</title><h1>Not found</h1>"

    return answer


def _links(number: int, pages: int) -> bytes:
    other = (number * 7 + 1) % (pages - 1)
    aims = (
        "/calendar/2026/11",
        f"/items?color={COLORS[number % 6]}",
        "/deep/er/",
        f"/topics/{other}?PHPSESSID={number:032x}",
        f"/topics/{other}?utm_source=page{number}",
        f"/topics/{other}#part{number}",
    )
    return "".join(f'<a href="{aim}">see also {aim[:12]}</a> ' for aim in aims).encode()


def _page(title: str, aims: list[str]) -> tuple[int, str, bytes]:
    links = "".join(f'<li><a href="{aim}">{aim[-20:]}</a>' for aim in aims)
    html = f"<!doctype html><html lang=en><title>{title}</title><h1>{title}</h1><ul>{links}</ul>"
    return 200, "text/html; charset=utf-8", html.encode()


def walked(store: RunStore) -> tuple[int, int]:
    """How many pages of the site were walked, and how many other URLs."""
    urls = [row.url for row in store.pages(walk.SITE) if row.state is PageState.WALKED]
    ours = sum(OF_SITE.fullmatch(url) is not None for url in urls)
    return ours, len(urls) - ours


def main() -> int:
    """Walk, and say what was walked and what was not, and why."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a tenth of the pages")
    pages = PAGES // 10 if parser.parse_args().quick else PAGES
    with tempfile.TemporaryDirectory() as folder, serving(answers, pages) as server:
        settings = Settings(
            pages=pages + BEYOND,
            render=1,
            documents=0,
            delay=0,
            connect_to=(f"{walk.SITE}:80:127.0.0.1:{server.http}",),
            connect_to_only=True,
        )
        store = begun(folder, settings, [Target(f"http://{walk.SITE}/", walk.SITE)])
        began = time.perf_counter()
        crawl(store, settings, Secrets(), quiet=True)
        took = time.perf_counter() - began
        coverage, (ours, beyond) = store.coverage(walk.SITE), walked(store)
        store.close()
    print(f"{coverage.found:,} URLs found in {took:.0f} s; complete: {coverage.complete}")
    for reason, count in (*coverage.skipped, *coverage.lost):
        print(f"  {reason}: {count:,}")
    print(f"RESULT whole={ours / pages:.3f} beyond={beyond} (aims: 1, {BEYOND:,} at most)")
    return int(ours != pages or not coverage.complete)


if __name__ == "__main__":
    sys.exit(main())
