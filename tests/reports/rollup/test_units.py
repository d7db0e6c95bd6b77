from reports.rollup.site import roll_site
from reports.rollup.tally import Tally, total
from reports.rollup.units import (
    HeadSum,
    SiteLine,
    Unit,
    roll_agency,
    roll_bureaus,
    roll_government,
    site_line,
)
from tests.reports.fiction import fictional_store

STORE = fictional_store()
LAWS = STORE.catalogue()
LINES = [site_line(roll_site(STORE, site.target, LAWS)[0]) for site in STORE.sites.values()]


def lines(agency: str) -> list[SiteLine]:
    return [line for line in LINES if line.target.agency == agency]


def agency(name: str) -> Unit:
    return roll_agency(STORE, name, lines(name), LAWS)


def government() -> Unit:
    names = sorted({line.target.agency for line in LINES})
    return roll_government([agency(name) for name in names], LAWS)


def head(unit: Unit, id: str) -> HeadSum:
    return next(one for one in unit.heads if one.head.id == id)


def test_an_agency_is_its_sites_and_what_is_judged_of_itself() -> None:
    unit = agency("Department of Orchards")
    own = total(standing.tally for standing in unit.own)
    assert unit.tally == total(line.tally for line in unit.sites) + own
    assert own.failed == 3


def test_the_government_is_the_sum_of_its_agencies() -> None:
    names = sorted({line.target.agency for line in LINES})
    assert government().tally == total(agency(name).tally for name in names)
    assert total(tally for _, tally in government().strengths) == government().tally


def test_sites_are_counted_by_where_a_head_stands_on_them() -> None:
    secure = head(government(), "secure")
    assert secure.sites == Tally(failed=2, cant_tell=3, untested=1)
    assert secure.sites.judged == 5


def test_a_blocked_site_is_counted_and_in_no_rate() -> None:
    unit = agency("National Kite Service")
    assert (len(unit.sites), unit.audited) == (2, 1)
    assert head(unit, "mobile").sites == Tally(cant_tell=1, untested=1)


def test_coverage_is_summed_and_complete_only_if_every_site_is() -> None:
    coverage = government().coverage
    assert (coverage.found, coverage.walked, coverage.rendered) == (419, 353, 257)
    assert coverage.lost == (("timeout", 5), ("blocked", 1))
    assert not coverage.complete


def test_bureaus_split_an_agency_and_lose_nothing() -> None:
    bureaus = roll_bureaus(lines("Department of Orchards"), LAWS)
    assert [bureau.name for bureau in bureaus] == ["", "Bureau of Pollination"]
    assert total(bureau.tally for bureau in bureaus) == total(
        line.tally for line in lines("Department of Orchards")
    )


def test_one_cause_on_two_sites_is_one_fix_of_the_government() -> None:
    fix = next(fix for fix in government().fixes if fix.cause == "4a5b6c")
    assert fix.sites == ("orchards.gov", "pollination.orchards.gov")
    assert fix.reach == 334


def test_a_fault_of_the_agency_is_a_fix_without_a_site() -> None:
    first = government().fixes[0]
    assert (first.card.id, first.sites, first.agency) == ("dup-near", (), "Department of Orchards")


def test_a_run_without_sites_is_empty() -> None:
    unit = roll_government([], LAWS)
    assert (unit.tally, unit.audited, unit.fixes) == (Tally(), 0, ())
