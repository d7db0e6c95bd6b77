from dataclasses import replace

import pytest

from audits.shared_services.shared_inventory import shared_inventory
from ideaaudit.models import SiteSummary, Target
from tests.audits.build import outcome_of

INDEX = "federal website index of 2026-08-22"


def of(name: str, listed: str = INDEX, pages: int = 1) -> SiteSummary:
    target = Target(f"https://{name}.gov/", f"{name}.gov", "Agency", listed=listed)
    return SiteSummary(target, pages, complete=True)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param((of("a"), of("b")), "passed", id="all are listed"),
        pytest.param((of("a"), of("b", "", 0)), "passed", id="what is not live is not missed"),
        pytest.param((of("a"), of("b", "")), "failed", id="one is not"),
        pytest.param((of("a", pages=0), of("b", "")), "failed", id="the list has a dead one"),
        pytest.param((of("a", ""),), "cantTell", id="no inventory was given"),
        pytest.param((), "untested", id="nothing was seen"),
        pytest.param((of("a", pages=0),), "untested", id="no page was seen"),
    ],
)
def test_outcome(sites: tuple[SiteSummary, ...], outcome: str) -> None:
    assert outcome_of(shared_inventory, *sites) == outcome


def test_the_strays_and_the_day_of_the_list_are_told() -> None:
    found = shared_inventory.judge("Agency", (of("a"), of("b", ""), of("c")))
    assert found.summary == f"1 of 3 sites are not in the {INDEX}."
    assert [where.datum for where in found.evidence] == ["b.gov"]
    assert found.measures == (("sites-listed", 2), ("sites-unlisted", 1))


def test_two_inventories_are_both_named() -> None:
    other = replace(of("b"), target=replace(of("b").target, listed="an inventory"))
    assert f"an inventory, {INDEX}" in shared_inventory.judge("Agency", (of("a"), other)).summary
