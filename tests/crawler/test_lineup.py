import asyncio
from collections import Counter

import pytest

from crawler import lineup
from crawler.guard import Guard
from crawler.lineup import MOST_AT_AN_ADDRESS, Lineup
from ideaaudit.models import Target

EDGE = [f"e{n}.test" for n in range(6)]
OWN = [f"o{n}.test" for n in range(6)]
TABLE = [f"{host}:443:127.0.0.1:1" for host in EDGE]
TABLE += [f"{host}:443:127.0.0.{n + 2}:1" for n, host in enumerate(OWN)]


def targets(*hosts: str) -> list[Target]:
    return [Target(f"https://{host}/", host) for host in hosts]


def begun(hosts: list[str], workers: int, *, paced: bool = True) -> tuple[list[str], int]:
    """The order in which sites were begun, and how many of one address were in flight at most."""

    async def main() -> tuple[list[str], int]:
        line = Lineup(targets(*hosts), Guard(TABLE, closed=True), lambda: False, paced=paced)
        order: list[str] = []
        flying: Counter[str] = Counter()
        most = 0
        gate = asyncio.Event()

        async def work() -> None:
            nonlocal most
            while True:
                async with line.next() as target:
                    if target is None:
                        return
                    order.append(target.site)
                    flying[target.site[0]] += 1
                    most = max(most, flying["e"])
                    if len(order) == workers:
                        gate.set()
                    await asyncio.wait_for(gate.wait(), 20)
                    flying[target.site[0]] -= 1

        await asyncio.gather(*(work() for _ in range(workers)))
        return order, most

    return asyncio.run(main())


@pytest.fixture(autouse=True)
def _quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lineup, "MOMENT", 0.005)


def test_few_sites_of_one_address_are_in_flight_and_others_go_before() -> None:
    order, most = begun(EDGE + OWN, 8)
    assert sorted(order) == sorted(EDGE + OWN)
    assert most == MOST_AT_AN_ADDRESS
    assert set(order[:8]) == {*EDGE[:2], *OWN}


def test_one_after_another_they_keep_their_order() -> None:
    assert begun(EDGE + OWN, 1)[0] == EDGE + OWN


def test_where_nobody_waits_at_an_address_all_go_at_once() -> None:
    assert begun(EDGE, 6, paced=False)[1] == 6


def test_a_site_whose_name_leads_nowhere_is_begun_to_be_told() -> None:
    assert begun(["x.test", "y.test", "z.test"], 3)[0] == ["x.test", "y.test", "z.test"]


def test_none_is_begun_when_the_audit_ends() -> None:
    async def main() -> Target | None:
        line = Lineup(targets(*EDGE), Guard(TABLE, closed=True), lambda: True, paced=True)
        async with line.next() as target:
            return target

    assert asyncio.run(main()) is None
