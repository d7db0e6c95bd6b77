from dataclasses import replace

from ideaaudit.models import Outcome, Reason, Strength
from reports.rollup.rate import LeftOut
from reports.rollup.site import CheckResult, SiteRollup, Standing, roll_site
from reports.rollup.tally import Tally
from tests.reports.fiction import fictional_store

STORE = fictional_store()


def rolled(site: str) -> SiteRollup:
    return roll_site(STORE, STORE.sites[site].target, STORE.catalogue())[0]


def head(site: SiteRollup, id: str) -> Standing:
    return next(one for one in site.standings if one.head.id == id)


def check(site: SiteRollup, id: str) -> CheckResult:
    results = (one for standing in site.standings for one in standing.results)
    return next(one for one in results if one.card.id == id)


def test_pages_are_counted_to_a_rate_with_its_denominator() -> None:
    result = check(rolled("orchards.gov"), "brand-banner-present")
    assert result.tally == Tally(failed=72, passed=142)
    assert (result.rate.numerator, result.rate.denominator, result.rate.share) == (72, 214, "34%")


def test_what_did_not_apply_is_left_out_of_the_rate_and_named() -> None:
    result = check(rolled("orchards.gov"), "form-omb-number")
    assert result.outcome is Outcome.INAPPLICABLE
    assert (result.rate.denominator, result.rate.share) == (0, "")
    assert result.rate.left_out == (LeftOut("inapplicable", 214),)


def test_pages_that_no_browser_rendered_are_left_out_with_an_interval() -> None:
    result = check(rolled("pollination.orchards.gov"), "a11y-axe-wcag20")
    (apart,) = result.rate.left_out
    assert (apart.reason, apart.count) == (Reason.NOT_SAMPLED, 96)
    assert result.interval is not None
    assert (result.interval.hits, result.interval.drawn, result.interval.total) == (5, 20, 120)
    assert not result.interval.exact


def test_what_was_judged_on_every_page_is_exact() -> None:
    interval = check(rolled("pollination.orchards.gov"), "brand-banner-present").interval
    assert interval is not None
    assert interval.exact


def test_all_thirteen_heads_stand_in_the_laws_order() -> None:
    site = rolled("orchards.gov")
    assert [one.head for one in site.standings] == list(STORE.catalogue().heads)


def test_a_head_fails_by_one_check_and_keeps_its_questions_untested() -> None:
    accessible = head(rolled("orchards.gov"), "accessible")
    assert accessible.outcome is Outcome.FAILED
    assert accessible.tally == Tally(failed=1, passed=1, untested=1)
    assert accessible.open_questions == 1


def test_a_head_whose_guidance_alone_was_judged_says_so() -> None:
    customized = head(rolled("orchards.gov"), "customized")
    assert customized.outcome is Outcome.UNTESTED
    assert customized.silent
    assert not head(rolled("weather.kites.gov"), "customized").silent


def test_a_site_that_was_not_seen_is_untested_for_its_own_reason() -> None:
    site = rolled("weather.kites.gov")
    assert not site.audited
    assert site.tally == Tally(untested=28)
    assert check(site, "mobile-viewport").rate.left_out == (LeftOut("blocked", 1),)


def test_a_site_left_out_on_purpose_is_not_audited() -> None:
    target = replace(STORE.sites["kites.gov"].target, excluded="It is an intranet.")
    site = roll_site(STORE, target, STORE.catalogue())[0]
    assert site.gap is not None
    assert site.gap.detail == "It is an intranet."


def test_counts_by_binding_force_add_up_to_the_whole() -> None:
    site = rolled("orchards.gov")
    assert sum((tally for _, tally in site.strengths), Tally()) == site.tally
    order = list(Strength)
    places = [order.index(strength) for strength, _ in site.strengths]
    assert places == sorted(places)


def test_the_header_that_fails_on_every_page_is_among_the_first_fixes() -> None:
    first = rolled("orchards.gov").fixes
    assert [(fix.cause, fix.reach) for fix in first[:3]] == [
        ("b77e01", 214),
        ("c1f0a2", 214),
        ("4a5b6c", 214),
    ]


def test_a_clean_head_that_no_machine_may_sign_says_so() -> None:
    search = head(rolled("orchards.gov"), "search")
    assert (search.outcome, search.tally) == (Outcome.CANT_TELL, Tally(passed=2))
    assert search.unsigned
    assert not head(rolled("orchards.gov"), "accessible").unsigned
