"""What auditing one host's home page costs, and how many hosts a minute two cores do politely.

    python -m benchmarks.home [--quick] [--hosts N]

`--profile home`: every probe of a site, its home page walked and rendered with all senses (axe and
the phone among them). Hosts of one name each and of a www twin stand on 240 addresses of 127/8,
behind TLS, and are reached by a table as of `--connect-to`; every other name leads nowhere. The
usual pause of a second between two requests to an address is kept. Ends with `RESULT home=<CPU-
seconds a host, the server left out> rate=<hosts a minute from the first tenth to the last>`;
judging is not in it and printed beside it.
"""

import argparse
import random
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from multiprocessing import get_context
from pathlib import Path

import trustme

import crawler.browser.handler
import crawler.spiders.site  # noqa: F401  start-up is no part of a host
from audits.judge_run import judge_run
from benchmarks.judge_pages import page
from benchmarks.processes import cpu_seconds
from benchmarks.render_pages import PIXEL, SCRIPT, STYLE
from benchmarks.runs import begun, crawl_and_end
from benchmarks.server import Answer, Server, serving
from ideaaudit.models import Target
from ideaaudit.settings import Settings
from ideaaudit.storage import RunStore

DOMAIN = "bench.gov"
ADDRESSES = 240
AIM_CPU, AIM_RATE = 2.0, 45.0
ASSETS = {"css": ("text/css", STYLE), "js": ("text/javascript", SCRIPT)}


@dataclass(frozen=True, slots=True)
class Crawled:
    """One crawl: CPU-seconds of the whole tree, and when each host was done, in seconds."""

    cpu: float
    done: list[float]
    rendered: int


def name_of(number: int) -> str:
    """The name of a host."""
    return f"agency{number}.{DOMAIN}"


def address_of(number: int) -> str:
    """Where a host stands."""
    return f"127.0.7.{number % ADDRESSES + 1}"


def answers() -> Answer:
    """Home pages that differ, a few pages and files beside each, and redirects to one origin."""

    @cache
    def body(host: str) -> bytes:
        draw = random.Random(host)
        return page(0, 40, draw, draw.randint(24, 56)).encode()

    def answer(origin: str, path: str) -> tuple[int, str, bytes]:
        scheme, _, host = origin.partition("://")
        bare = host.removeprefix("www.")
        if scheme == "http" or bare != host:
            return 301, "text/html", f"https://{bare}{path}".encode()
        ending = path.rpartition(".")[2]
        if ending in ASSETS:
            kind, text = ASSETS[ending]
            return 200, kind, text.encode()
        if path in ("/i.png", "/favicon.ico"):
            return 200, "image/gif", PIXEL
        if path == "/robots.txt":
            return 200, "text/plain", b"User-agent: *\nDisallow: /private/\n"
        if path in ("/", "/about", "/accessibility", "/privacy", "/foia"):
            return 200, "text/html; charset=utf-8", body(host)
        return 404, "text/html", b"<!doctype html><title>Not found</title><h1>Not found</h1>"

    return answer


def certificate(folder: Path) -> tuple[Path, Path]:
    """Files with key and chain of the server, and of who vouches for it."""
    authority = trustme.CA()
    made = authority.issue_cert(f"*.{DOMAIN}")
    server, trusted = folder / "server.pem", folder / "ca.pem"
    made.private_key_and_cert_chain_pem.write_to_path(str(server))
    authority.cert_pem.write_to_path(str(trusted))
    return server, trusted


def run_of(folder: Path, hosts: int, server: Server, trusted: Path) -> tuple[RunStore, Settings]:
    """A new run over all hosts."""
    table = tuple(
        f"{name}:{port}:{address_of(number)}:{to}"
        for number in range(hosts)
        for name in (name_of(number), f"www.{name_of(number)}")
        for port, to in ((80, server.http), (443, server.https))
    )
    settings = Settings(
        profile="home", connect_to=table, connect_to_only=True, ca_file=str(trusted)
    )
    names = [name_of(number) for number in range(hosts)]
    targets = [Target(f"https://{name}/", name, "Bench Agency") for name in names]
    return begun(folder, settings, targets), settings


def crawled(folder: Path, store: RunStore, settings: Settings, server: Server) -> Crawled:
    """The crawl in a process of its own, and what it and its browser used."""
    child = get_context("spawn").Process(target=crawl_and_end, args=(folder, settings))
    used, began = cpu_seconds(frozenset({server.pid})), time.perf_counter()
    child.start()
    done: list[float] = []
    most = used
    while child.is_alive():
        child.join(1.0)
        # What is killed unawaited takes its account with it, so the account is read as it grows.
        most = max(most, cpu_seconds(frozenset({server.pid})))
        with suppress(Exception):
            ready = sum(store.site_state(target.site) == "done" for target in store.targets())
            done += [time.perf_counter() - began] * (ready - len(done))
    rendered = sum(store.coverage(target.site).rendered for target in store.targets())
    return Crawled(most - used, done, rendered)


def main() -> int:
    """Crawl, judge, and say what it cost; 1 where a home page was not rendered."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--quick", action="store_true", help="a quarter of the hosts")
    parser.add_argument("--hosts", type=int, default=0)
    chosen = parser.parse_args()
    hosts = chosen.hosts or (60 if chosen.quick else 240)
    with tempfile.TemporaryDirectory() as folder:
        key, trusted = certificate(Path(folder))
        addresses = [address_of(number) for number in range(min(hosts, ADDRESSES))]
        with serving(answers, addresses=addresses, certificate=key) as server:
            kept = Path(folder) / "store"
            store, settings = run_of(kept, hosts, server, trusted)
            found = crawled(kept, store, settings, server)
        judging = time.process_time()
        judge_run(store)
        judging = time.process_time() - judging
    return report(found, hosts, judging, settings.at_once)


def report(found: Crawled, hosts: int, judging: float, in_flight: int) -> int:
    """Print the result; 1 where a home page was not rendered."""
    each = found.cpu / hosts
    first, last = found.done[hosts // 10], found.done[-1 - hosts // 10]
    rate = 60 * (hosts - 2 * (hosts // 10) - 1) / (last - first) if last > first else 0.0
    print(
        f"{hosts} hosts in {found.done[-1]:.0f} s, {in_flight} in flight: "
        f"{60 * hosts / found.done[-1]:.0f} a minute from start to end; "
        f"judging {judging / hosts:.2f} CPU-s a host"
    )
    print(
        f"RESULT home={each:.2f} rate={rate:.0f} (aims: {AIM_CPU:g} CPU-s, {AIM_RATE:g} a minute)"
    )
    if found.rendered != hosts:
        print(f"DIFFERENT: {found.rendered} home pages were rendered of {hosts}")
    return int(found.rendered != hosts)


if __name__ == "__main__":
    sys.exit(main())
