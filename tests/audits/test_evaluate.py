"""Does the engine own the awkward outcomes?"""

from dataclasses import replace

import pytest

from audits.check import (
    Check,
    Judgement,
    SiteView,
    agency_check,
    cant_tell,
    failed,
    page_check,
    passed,
    site_check,
)
from audits.evaluate import judge_agency, judge_page, judge_pages, judge_site
from audits.unanimous import Unanimous
from ideaaudit.models import (
    Automation,
    Evidence,
    Gap,
    Hop,
    Level,
    Outcome,
    PageObservation,
    Reason,
    SiteObservation,
    SiteSummary,
    Strength,
    Verdict,
)
from tests.audits.build import ABOUT, HOME, page, seen_as, site, walked

FORM = {
    "title": "t",
    "citation": "c",
    "strength": Strength.MUST,
    "automation": Automation.FULL,
    "remedy": "r",
    "decided": "d",
}


@page_check(id="fails", needs=("html",), **FORM)
def fails(page: PageObservation) -> Judgement:
    return failed("It fails.", Evidence(page.url, path="main", count=3), measures=[("m", 1)])


@page_check(id="bare", needs=("html",), **FORM)
def bare(_page: PageObservation) -> Judgement:
    return failed("It fails and shows nothing.")


@page_check(id="breaks", **FORM)
def breaks(_page: PageObservation) -> Judgement:
    raise RecursionError("deep")


@page_check(id="cheats", **FORM)
def cheats(_page: PageObservation) -> Judgement:
    return Judgement(Outcome.UNTESTED, "I did not look.")


@page_check(id="together", needs=("html",), unanimous=True, **FORM)
def together(page: PageObservation) -> Judgement:
    return passed("yes") if "good" in (page.html or "") else failed("no")


@site_check(id="counts", **FORM)
def counts(view: SiteView) -> Judgement:
    return passed(f"{len(view.pages)} pages", measures=[("pages", len(view.pages))])


@site_check(id="reads-robots", needs=("robots",), **FORM)
def reads_robots(_view: SiteView) -> Judgement:
    return passed("read")


@agency_check(id="sums", **FORM)
def sums(agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:
    return cant_tell(f"{agency}: {sum(one.pages for one in sites)}")


def one(check: Check, observation: PageObservation) -> Verdict:
    [verdict] = judge_page(observation, [check]).verdicts
    return verdict


def test_a_verdict_carries_its_own_words_version_and_cause() -> None:
    verdict = one(fails, page("<p>x"))
    assert (verdict.check, verdict.level, verdict.subject) == ("fails", Level.PAGE, ABOUT)
    assert (verdict.site, verdict.outcome, verdict.version) == ("agency.gov", "failed", 1)
    assert len(verdict.evidence[0].cause) == 16


def test_a_failure_that_shows_nothing_still_has_a_cause() -> None:
    [evidence] = one(bare, page("<p>x")).evidence
    assert evidence.cause
    assert evidence.url == ABOUT


def test_measures_stand_beside_verdicts() -> None:
    [measure] = judge_page(page("<p>x"), [fails]).measures
    assert (measure.name, measure.site, measure.subject, measure.value) == (
        "m",
        "agency.gov",
        ABOUT,
        1,
    )


def test_one_broken_check_stops_nothing() -> None:
    broken, fine = judge_page(page("<p>x"), [breaks, fails]).verdicts
    assert (broken.outcome, broken.reason) == (Outcome.UNTESTED, "check-error")
    assert "RecursionError" in broken.summary
    assert fine.outcome is Outcome.FAILED


def test_only_the_engine_may_say_untested() -> None:
    assert one(cheats, page("<p>x")).reason == "check-error"


@pytest.mark.parametrize(
    ("observation", "outcome", "reason"),
    [
        pytest.param(page("<p>x"), "failed", "", id="a page"),
        pytest.param(page("<p>x", status=404), "inapplicable", "", id="no such page"),
        pytest.param(page("<p>x", status=403), "untested", "blocked", id="refused"),
        pytest.param(page("<p>x", status=429), "untested", "blocked", id="too many requests"),
        pytest.param(page("<p>x", status=503), "untested", "http-error", id="server error"),
        pytest.param(page("<title>Page Not Found</title>"), "inapplicable", "", id="a soft 404"),
        pytest.param(
            page(None, rendered=False, media_type="application/pdf"), "inapplicable", "", id="a PDF"
        ),
        pytest.param(
            page("<p>x", hops=(Hop(ABOUT, 302, "https://x.gov/"), Hop("https://x.gov/", 200)),
                 ended="https://x.gov/"),
            "untested", "off-site", id="another site",
        ),
        pytest.param(
            page("<p>x", hops=(Hop("https://agency.gov/about", 301, ABOUT), Hop(ABOUT, 200))),
            "failed", "", id="the www twin",
        ),
        pytest.param(
            walked('<meta http-equiv="Refresh" content="0; URL=\'/new\'">'), "inapplicable", "",
            id="only a way elsewhere",
        ),
        pytest.param(
            walked(f'<meta http-equiv="refresh" content="0;url={ABOUT}"><p>x'), "failed", "",
            id="reloads itself",
        ),
        pytest.param(
            walked('<meta http-equiv="refresh" content="600;url=/new"><p>x'), "failed", "",
            id="moves on after ten minutes",
        ),
        pytest.param(
            walked("<div id=app></div><script src=a.js></script>"), "untested", "not-sampled",
            id="a shell",
        ),
    ],
)  # fmt: skip
def test_scope(observation: PageObservation, outcome: str, reason: str) -> None:
    verdict = one(fails, observation)
    assert (verdict.outcome, verdict.reason) == (outcome, reason)
    assert verdict.summary


def test_a_page_that_was_never_fetched_is_untested_for_its_gaps_reason() -> None:
    gap = Gap("page", Reason.TIMEOUT, "no answer in 30 s")
    lost = PageObservation("agency.gov", ABOUT, gaps=(gap,))
    verdict = one(fails, lost)
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "timeout")
    assert verdict.summary == "We did not see the page's markup: no answer in 30 s."


@pytest.mark.parametrize(
    ("pages", "outcomes"),
    [
        ([page("bad", HOME), page("bad")], ["failed", "failed"]),
        ([page("bad", HOME), page("good")], ["cantTell", "passed"]),
        ([page("good", HOME), page("bad")], ["passed", "cantTell"]),
    ],
    ids=["all fail", "one does not", "the first does not"],
)
def test_unanimous_failures_count_only_where_no_page_differs(
    pages: list[PageObservation], outcomes: list[str]
) -> None:
    held = Unanimous([together, fails])
    now = [held.sift(p.url, judge_page(p, [together, fails]).verdicts) for p in pages]
    assert [one for verdicts in now for one in verdicts if one.check == "fails"] != []
    told = [[*held.settled(p.url), *v][0] for p, v in zip(pages, now, strict=True)]
    assert [(verdict.check, verdict.outcome) for verdict in told] == [
        ("together", outcome) for outcome in outcomes
    ]
    assert all("Other pages" in v.summary for v in told if v.outcome == "cantTell")


def test_a_site_check_sees_summaries_and_its_measures_are_the_sites() -> None:
    view = site(page("x"), page("y", HOME))
    [verdict], [measure, *scanned] = judge_site(view, [counts, fails, sums])
    assert (verdict.subject, verdict.level, verdict.summary) == ("agency.gov", "site", "2 pages")
    assert (measure.subject, measure.value) == ("agency.gov", 2)
    assert {one.name.partition(":")[0] for one in scanned} == {"scan"}


def test_a_site_part_that_was_not_seen_is_untested() -> None:
    gap = Gap("robots", Reason.TIMEOUT, "no answer")
    view = site(page("x"), observation=SiteObservation("agency.gov", "", gaps=(gap,)))
    [verdict], _ = judge_site(view, [reads_robots])
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "timeout")


def test_a_site_that_could_not_be_audited_is_untested_throughout() -> None:
    gap = Gap("site", Reason.DNS, "agency.gov does not resolve")
    verdicts, _ = judge_site(site(), [counts, reads_robots], gap)
    assert {(v.outcome, v.reason) for v in verdicts} == {(Outcome.UNTESTED, "dns")}


def test_an_agency_check_sees_sites_and_an_unseen_agency_is_untested() -> None:
    [verdict] = judge_agency("GSA", (seen_as(page("x")), seen_as(page("y"))), [sums, fails])
    assert (verdict.subject, verdict.site, verdict.summary) == ("GSA", "", "GSA: 2")
    [unseen] = judge_agency("GSA", (seen_as(),), [sums])
    assert unseen.outcome is Outcome.UNTESTED


def test_judging_twice_says_the_same() -> None:
    seen = page("<p>x")
    assert judge_page(seen, [fails, bare]) == judge_page(replace(seen), [fails, bare])


def test_pages_that_are_judged_together_are_judged_as_each_alone() -> None:
    pages = [page(f"<p>{number}", f"https://www.agency.gov/{number}") for number in range(3)]
    checks = [fails, breaks, bare]
    assert judge_pages(pages, checks) == [judge_page(one, checks) for one in pages]
