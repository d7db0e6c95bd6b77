from itertools import pairwise
from random import Random

from crawler.order import visiting_order
from ideaaudit.models import Target


def site(number: int, agency: str = "", bureau: str = "", domain: str = "") -> Target:
    host = f"s{number}.{domain or f'd{number}.gov'}"
    return Target(f"https://{host}/", host, agency, bureau)


LARGE = [site(n, "Large", f"Bureau {n % 3}") for n in range(60)]
SMALL = [site(n, f"Small {n}") for n in range(100, 160)]


def test_one_owners_sites_do_not_come_in_a_row() -> None:
    ordered = visiting_order(LARGE + SMALL, 1)
    places = [at for at, target in enumerate(ordered) if target.agency == "Large"]
    gaps = [later - sooner for sooner, later in pairwise(places)]
    # 60 small ones between 60 of the large: at random six in a row would be common.
    assert max(gaps) <= 10
    assert max(len(run) for run in _runs(ordered)) <= 4
    bureaus = [t.bureau for t in ordered if t.agency == "Large"]
    assert all(len(set(bureaus[n : n + 6])) == 3 for n in range(54))


def _runs(ordered: list[Target]) -> list[list[Target]]:
    runs: list[list[Target]] = [[]]
    for target in ordered:
        if target.agency != "Large":
            runs.append([])
        else:
            runs[-1].append(target)
    return runs


def test_hosts_of_one_domain_are_apart_where_no_list_says_whose_they_are() -> None:
    same = [site(n, domain="nasa.gov") for n in range(20)]
    ordered = visiting_order(same + [site(n) for n in range(50, 70)], 3)
    hosts = "".join("n" if target.site.endswith("nasa.gov") else " " for target in ordered)
    assert max(map(len, hosts.split())) <= 5


def test_the_order_hangs_on_the_seed_and_on_nothing_else() -> None:
    every = LARGE + SMALL
    mixed = every[:]
    Random(5).shuffle(mixed)
    assert visiting_order(every, 7) == visiting_order(mixed, 7) != visiting_order(every, 8)
    assert sorted(visiting_order(every, 7), key=str) == sorted(every, key=str)
    assert visiting_order([], 1) == []
