import pytest

from audits.check import SiteView
from audits.unduplicated.dup_hosts import dup_hosts
from ideaaudit.models import Endpoint, Hop, SiteObservation, Target
from tests.audits.build import outcome_of, site

BARE, WWW = "agency.gov", "www.agency.gov"


def door(url: str, *ends: str, status: int = 200, digest: str = "d1") -> Endpoint:
    urls = (url, *ends)
    hops = tuple(Hop(one, status if one == urls[-1] else 301) for one in urls)
    return Endpoint(url, True, hops=hops, digest=digest)


def dead(url: str) -> Endpoint:
    return Endpoint(url, False)


def view(*doors: Endpoint, host: str = BARE) -> SiteView:
    seen = SiteObservation(host, "", endpoints=doors)
    return site(observation=seen, of=Target(f"https://{host}/", host))


END = f"https://{WWW}/"
ALL_TO_WWW = (
    door(f"http://{BARE}/", END),
    door(f"https://{BARE}/", END),
    door(f"http://{WWW}/", END),
    door(f"https://{WWW}/"),
)


@pytest.mark.parametrize(
    ("doors", "outcome"),
    [
        pytest.param(ALL_TO_WWW, "passed", id="all lead to www"),
        pytest.param(
            (door(f"https://{BARE}/"), door(f"https://{WWW}/")), "failed", id="the same under both"
        ),
        pytest.param(
            (door(f"https://{BARE}/"), door(f"https://{WWW}/", digest="d2")),
            "cantTell",
            id="different pages under both",
        ),
        pytest.param(
            (door(f"https://{BARE}/", digest=""), door(f"https://{WWW}/", digest="")),
            "cantTell",
            id="bodies that were not kept",
        ),
        pytest.param(
            (door(f"http://{BARE}/"), door(f"https://{BARE}/"), dead(f"https://{WWW}/")),
            "failed",
            id="the same under http and https",
        ),
        pytest.param(
            (door(f"https://{BARE}/"), dead(f"https://{WWW}/")), "cantTell", id="www is silent"
        ),
        pytest.param(
            (door(f"https://{BARE}/"), door(f"https://{WWW}/", status=404)),
            "passed",
            id="www answers with no page",
        ),
        pytest.param((dead(f"https://{BARE}/"),), "cantTell", id="nothing answers"),
        pytest.param((door(f"https://{BARE}/", status=503),), "cantTell", id="no page at all"),
        pytest.param(
            (door(f"https://{BARE}/"), door(f"https://{WWW}/", f"https://{BARE}/Home")),
            "passed",
            id="another path of the same host",
        ),
        pytest.param(
            (
                door(f"https://{BARE}/", "https://AGENCY.gov/"),
                door(f"https://{WWW}/", f"https://{BARE}/"),
            ),
            "passed",
            id="one host in two cases",
        ),
    ],
)
def test_outcome(doors: tuple[Endpoint, ...], outcome: str) -> None:
    assert outcome_of(dup_hosts, view(*doors)) == outcome


def test_of_a_name_below_the_domain_nobody_expects_a_twin() -> None:
    doors = (door("https://foia.agency.gov/"), dead("https://www.foia.agency.gov/"))
    assert outcome_of(dup_hosts, view(*doors, host="foia.agency.gov")) == "passed"


def test_doors_that_were_not_tried_are_untested() -> None:
    assert outcome_of(dup_hosts, site()) == "untested"


def test_one_fault_has_one_datum() -> None:
    found = dup_hosts.judge(view(door(f"https://{BARE}/"), door(f"https://{WWW}/")))
    assert {one.datum for one in found.evidence} == {f"https://{BARE} https://{WWW}"}
