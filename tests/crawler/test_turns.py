import asyncio
import time

import pytest

from crawler.guard import Guard
from crawler.turns import Stopped, Turns

TABLE = ["a.test:80:127.0.0.1:1", "b.test:80:127.0.0.1:2", "c.test:80:127.0.0.2:1"]


def times(*hosts: str, delay: float = 0.1, asked: float = 0.0, share: float = 1.0) -> list[float]:
    """When each host's turn came, in seconds from the first."""

    async def main() -> list[float]:
        turns = Turns(Guard(TABLE, closed=True), delay)
        start = time.monotonic()

        async def turn(host: str) -> float:
            await turns.take(host, 80, delay=asked, share=share)
            return time.monotonic() - start

        return await asyncio.gather(*map(turn, hosts))

    return asyncio.run(main())


def test_two_hosts_at_one_address_wait_for_each_other() -> None:
    first, second, third = times("a.test", "b.test", "a.test")
    assert second - first >= 0.09
    assert third - first >= 0.19


def test_another_address_waits_for_nobody() -> None:
    assert max(times("a.test", "c.test", delay=30.0)) < 15


def test_a_longer_pause_that_the_site_asks_for_is_kept() -> None:
    assert times("a.test", "a.test", delay=0.0, asked=0.15)[1] >= 0.15


def test_a_shorter_pause_that_the_site_asks_for_changes_nothing() -> None:
    assert times("a.test", "a.test", delay=0.15, asked=0.01)[1] >= 0.15


def test_a_handshake_is_a_part_of_a_turn() -> None:
    first, second = times("a.test", "a.test", delay=4.0, share=0.1)
    assert 0.39 < second - first < 3


def test_whoever_waits_when_the_audit_ends_is_told() -> None:
    async def main() -> float:
        turns = Turns(Guard(TABLE, closed=True), 60)
        await turns.take("a.test", 80)
        waiting = asyncio.ensure_future(turns.take("a.test", 80))
        await asyncio.sleep(0.05)
        start = time.monotonic()
        turns.stopping.set()
        with pytest.raises(Stopped):
            await waiting
        with pytest.raises(Stopped):
            await turns.take("c.test", 80)
        return time.monotonic() - start

    assert asyncio.run(main()) < 30


@pytest.mark.parametrize(("stop", "expected"), [(False, "done"), (True, None)])
def test_work_is_given_up_when_the_audit_ends(stop: bool, expected: str | None) -> None:
    async def main() -> str | None:
        turns = Turns(Guard(), 0)

        async def work() -> str:
            await asyncio.sleep(30 if stop else 0)
            return "done"

        if stop:
            asyncio.get_running_loop().call_later(0.05, turns.stopping.set)
        return await turns.unless_stopped(work())

    assert asyncio.run(main()) == expected


def test_an_error_of_the_work_is_not_swallowed() -> None:
    async def main() -> None:
        async def work() -> None:
            raise LookupError

        await Turns(Guard(), 0).unless_stopped(work())

    with pytest.raises(LookupError):
        asyncio.run(main())
