import asyncio
import time
from datetime import UTC, datetime

import pytest

from crawler.guard import Guard
from crawler.patience import Closed, seconds_of
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
    first, second, third = sorted(times("a.test", "b.test", "a.test"))
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


def test_a_host_that_asks_for_a_long_pause_keeps_no_other_host_waiting() -> None:
    async def main() -> float:
        turns = Turns(Guard(TABLE, closed=True), 0.01)
        await turns.take("a.test", 80, delay=30.0)
        waiting = asyncio.ensure_future(turns.take("a.test", 80, share=0.25))
        await asyncio.sleep(0.02)
        start = time.monotonic()
        await turns.take("b.test", 80)
        taken = time.monotonic() - start
        assert not waiting.done()
        waiting.cancel()
        return taken

    assert asyncio.run(main()) < 5


def after(*answers: tuple[int, str], seconds: float = 0.0, delay: float = 0.1) -> list[float]:
    """How long the next turns of the host, and of another at its address, take after answers."""

    async def main() -> list[float]:
        turns = Turns(Guard(TABLE, closed=True), delay)
        await turns.take("b.test", 80)
        await turns.take("a.test", 80)
        for status, later in answers:
            turns.heard("http://a.test/", status, seconds=seconds, after=later)
        start = time.monotonic()
        await turns.take("b.test", 80)
        other = time.monotonic() - start
        await turns.take("a.test", 80)
        first = time.monotonic() - start
        await turns.take("a.test", 80)
        return [other, first, time.monotonic() - start - first]

    return asyncio.run(main())


def test_a_host_that_says_when_is_asked_then_and_its_neighbors_before() -> None:
    other, own, _ = after((503, "1"))
    assert other < 0.9
    assert own >= 0.9


def test_a_host_that_does_not_say_when_is_left_for_ten_pauses() -> None:
    assert after((429, ""), delay=0.05)[1] >= 0.45


def test_an_error_of_the_server_is_no_reason_to_wait() -> None:
    assert after((503, ""), (500, ""), delay=0.0)[1] < 0.5


def test_slow_answers_and_refusals_lengthen_the_pause_and_good_answers_shorten_it() -> None:
    assert after((200, ""), seconds=0.4)[2] >= 0.35
    assert after((500, ""), (500, ""))[2] >= 0.35
    assert after((200, ""), seconds=60, delay=0.05)[2] < 5  # ten times ours at most
    assert after((500, ""), *[(200, "")] * 200)[2] < 0.3


def test_a_request_that_took_no_turn_counts() -> None:
    async def main() -> float:
        turns = Turns(Guard(TABLE, closed=True), 0.1)
        await turns.take("a.test", 80)
        turns.spend("http://a.test/on")
        turns.spend("http://a.test/and-on")
        start = time.monotonic()
        await turns.take("b.test", 80)
        return time.monotonic() - start

    assert asyncio.run(main()) >= 0.28


@pytest.mark.parametrize("answers", [[(429, "301")], [(503, "300")] * 3 + [(503, "1")]])
def test_a_host_that_wants_to_be_left_alone_is(answers: list[tuple[int, str]]) -> None:
    async def main() -> None:
        turns = Turns(Guard(TABLE, closed=True), 30)
        await turns.take("a.test", 80)
        waiting = asyncio.ensure_future(turns.take("a.test", 80))
        await asyncio.sleep(0.02)
        for status, later in answers:
            turns._pace("host", "a.test").next = 0.0  # as if it had been waited for
            assert turns.heard("http://a.test/", status, after=later)
        with pytest.raises(Closed, match="longer than an audit can wait"):
            await asyncio.wait_for(waiting, 10)
        with pytest.raises(Closed):
            await turns.take("a.test", 80)
        await turns.take("c.test", 80)

    asyncio.run(main())


@pytest.mark.parametrize(
    ("header", "seconds"),
    [
        ("120", 120.0),
        (" 0 ", 0.0),
        ("9" * 90, 1e9),
        ("Sun, 22 Nov 2026 12:01:40 GMT", 100.0),
        ("Sun, 22 Nov 2026 11:00:00 GMT", 0.0),
        ("Sunday, 22-Nov-26 12:00:07 GMT", 7.0),
        ("-5", None),
        ("1.5", None),
        ("soon", None),
        ("", None),
        ("٣", None),
        ("Sun, 99 Nov 2026 12:01:40 GMT", None),
    ],
)
def test_retry_after_is_read_as_seconds_or_as_a_date(header: str, seconds: float | None) -> None:
    assert seconds_of(header, datetime(2026, 11, 22, 12, tzinfo=UTC)) == seconds


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
