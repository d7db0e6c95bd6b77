import os
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from ideaaudit.models import (
    Concluded,
    Coverage,
    Evidence,
    Gap,
    Hop,
    Level,
    LinksSeen,
    Measure,
    Outcome,
    PageClass,
    PageObservation,
    PageState,
    PageSummary,
    Reason,
    Rendering,
    Run,
    RunState,
    SiteObservation,
    Target,
    Verdict,
)
from ideaaudit.storage import Known, RunStore, Store, StoreError, default_store
from ideaaudit.storage.schema import SCHEMA_VERSION

SITE = "agency.gov"
HOME, ABOUT = "https://agency.gov/", "https://agency.gov/about"


def a_run(run_id: str = "20261122T080000Z-0001") -> Run:
    return Run(run_id, "2026-11-22T08:00:00Z", RunState.CRAWLING, seed=7)


@pytest.fixture
def run(tmp_path: Path) -> RunStore:
    store = Store.open(str(tmp_path / "store")).create(a_run())
    store.add_targets([Target(HOME, SITE, agency="Agency")])
    store.discover(SITE, [Known(HOME, "start", 0)])
    return store


def a_page(url: str = HOME, html: str = "<p>Welcome") -> PageObservation:
    return PageObservation(SITE, url, (Hop(url, 200),), served_html=html)


def record(run: RunStore, seen: PageObservation, *links: Known) -> None:
    run.record_page(seen, template="t", page_class=PageClass.CONTENT, title="Welcome", links=links)


def test_the_folder_is_private(tmp_path: Path) -> None:
    Store.open(str(tmp_path / "deep" / "store"))
    assert (tmp_path / "deep" / "store").stat().st_mode & 0o777 == 0o700


def test_a_page_comes_back_as_it_was_seen(run: RunStore) -> None:
    record(run, a_page())
    seen = run.page(SITE, HOME)
    assert seen is not None
    assert seen.served_html == "<p>Welcome"
    assert [gap.reason for gap in seen.gaps] == [Reason.NOT_SAMPLED]


def test_the_queue_is_breadth_first_and_forgets_nothing(run: RunStore) -> None:
    record(run, a_page(), Known("https://agency.gov/deep", "link", 2), Known(ABOUT, "link", 1))
    assert [known.url for known in run.queued(SITE, 9)] == [ABOUT, "https://agency.gov/deep"]
    record(run, a_page(ABOUT), Known(HOME, "link", 2))
    assert [known.url for known in run.queued(SITE, 9)] == ["https://agency.gov/deep"]


def test_a_rendering_is_kept_with_its_pictures(run: RunStore) -> None:
    record(run, a_page())
    run.choose(SITE, {HOME: "home"})
    assert run.to_render(SITE, 5) == [HOME]
    shown = Rendering(HOME, 200, "2026-11-22T08:00:01Z", html="<p>Shown")
    run.record_rendering(SITE, HOME, shown, {"ab": b"jpeg"})
    seen = run.page(SITE, HOME)
    assert seen is not None
    assert seen.html == "<p>Shown"
    assert seen.gaps == ()
    assert run.picture("ab") == b"jpeg"
    assert run.to_render(SITE, 5) == []


def test_a_lost_rendering_says_why(run: RunStore) -> None:
    record(run, a_page())
    run.choose(SITE, {HOME: "home"})
    run.lose_rendering(SITE, HOME, Gap("rendering", Reason.TIMEOUT, "hung for 30 s"))
    seen = run.page(SITE, HOME)
    assert seen is not None
    assert seen.gaps == (Gap("rendering", Reason.TIMEOUT, "hung for 30 s"),)
    assert next(run.pages(SITE)).render_gap == "timeout: hung for 30 s"


def test_coverage_adds_up(run: RunStore) -> None:
    record(run, a_page(), Known(ABOUT, "link", 1), Known("https://agency.gov/x", "link", 1))
    run.set_state(SITE, ABOUT, PageState.SKIPPED, "robots")
    run.set_state(SITE, "https://agency.gov/x", PageState.LOST, "timeout")
    assert run.coverage(SITE) == Coverage(
        found=3,
        walked=1,
        skipped=(("robots", 1),),
        lost=(("timeout", 1),),
        complete=False,
        found_by=(("link", 2), ("start", 1)),
    )


def test_links_beyond_what_is_kept_are_counted(run: RunStore) -> None:
    links = [Known(f"https://agency.gov/{n}", "link", 1) for n in range(9)]
    assert run.discover(SITE, links[:3]) == 3
    assert run.discover(SITE, links, room=2) == 2
    run.add_unkept(SITE, 5)
    coverage = run.coverage(SITE)
    assert (coverage.found, coverage.unkept, coverage.complete) == (6, 9, False)


def test_attempts_are_counted(run: RunStore) -> None:
    assert [run.attempt(SITE, HOME), run.attempt(SITE, HOME)] == [1, 2]
    assert run.attempt(SITE, HOME, render=True) == 1


def test_what_failed_is_kept_once_a_cause(run: RunStore) -> None:
    record(run, a_page(), Known(ABOUT, "link", 1))
    record(run, a_page(ABOUT))
    for url in (HOME, ABOUT):
        evidence = Evidence(url, selector="img", cause="c1", count=2)
        failed = Verdict("x", Level.PAGE, url, SITE, Outcome.FAILED, 1, "No.", "", (evidence,))
        passed = Verdict("y", Level.PAGE, url, SITE, Outcome.PASSED, 1, "Yes.")
        summary = PageSummary(url, url, 200, PageClass.CONTENT, rendered=False)
        outcomes = (("x", Outcome.FAILED), ("y", Outcome.PASSED))
        measures = (Measure("m", SITE, url, 3),)
        run.write_pages(SITE, [Concluded(url, outcomes, (failed, passed), measures, summary)])
    run.write_pages(SITE, [Concluded(HOME, (("z", Outcome.PASSED),))])
    run.write_site(SITE, [], [], {"x": {Outcome.FAILED: 2}, "y": {Outcome.PASSED: 2}})
    (cause,) = run.causes(SITE)
    assert (cause.pages, cause.places, cause.urls) == (2, 4, (HOME, ABOUT))
    assert [verdict.subject for verdict in run.verdicts(Level.PAGE)] == [HOME, ABOUT]
    assert [verdict.check for verdict in run.verdicts(subject=ABOUT)] == ["x"]
    assert run.counts(SITE)["y"] == {Outcome.PASSED: 2}
    assert [measure.value for measure in run.measures(SITE)] == [3, 3]
    assert len(list(run.summaries(SITE))) == 2
    assert [len(page.outcomes) for page in run.pages(SITE)] == [3, 2]
    run.clear_verdicts()
    assert list(run.verdicts()) == list(run.causes(SITE)) == []


def test_verdicts_of_a_site_and_an_agency_are_told_apart(run: RunStore) -> None:
    about_site = Verdict("s", Level.SITE, SITE, SITE, Outcome.CANT_TELL, 1, "Perhaps.")
    about_agency = Verdict("a", Level.AGENCY, "Agency", "", Outcome.FAILED, 1, "No.")
    run.write_site(SITE, [about_site], [], {})
    run.write_agency("Agency", [about_agency], {"a": {Outcome.FAILED: 1}})
    assert list(run.verdicts(Level.SITE, SITE)) == [about_site]
    assert list(run.verdicts(subject="Agency")) == [about_agency]
    assert run.counts(agency="Agency") == {"a": {Outcome.FAILED: 1}}


def test_a_transaction_is_kept_whole_or_not_at_all(run: RunStore) -> None:
    def half() -> None:
        with run.writing():
            run.discover(SITE, [Known(ABOUT, "link", 1)])
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert [row.url for row in run.pages(SITE)] == [HOME]


def test_a_thread_that_reads_sees_nothing_half_written(run: RunStore) -> None:
    with ThreadPoolExecutor(1) as thread, run.writing():
        run.discover(SITE, [Known(ABOUT, "link", 1)])
        assert len(run.found_pages(SITE)) == 2
        assert len(thread.submit(run.found_pages, SITE).result()) == 1
    assert len(run.found_pages(SITE)) == 2


def test_runs_are_listed_newest_first_and_found_by_their_beginning(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    for run_id in ("20260101T000000Z-aaaa", "20260201T000000Z-bbbb"):
        store.create(a_run(run_id)).close()
    assert [one.id[:6] for one in store.runs()] == ["202602", "202601"]
    assert store.run("202601").run.id == "20260101T000000Z-aaaa"
    with pytest.raises(StoreError, match="2 runs begin"):
        store.run("2026")
    with pytest.raises(StoreError, match="no run '1999'"):
        store.run("1999")


@pytest.mark.parametrize(
    ("url", "words"),
    [("postgresql://h/db", "something else"), ("sqlite://", "something else"), ("://", "not a")],
)
def test_a_store_that_cannot_be_is_refused_in_one_line(url: str, words: str) -> None:
    with pytest.raises(StoreError, match=words):
        Store.open(url)


def test_a_damaged_store_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "index.sqlite").write_bytes(b"no database at all" * 100)
    with pytest.raises(StoreError, match="damaged: move it away"):
        Store.open(str(tmp_path))


def test_a_newer_store_is_not_touched(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    with store.writing() as connection:
        connection.exec_driver_sql("UPDATE schema_version SET version = 99")
    with pytest.raises(StoreError, match=r"schema version 99.*upgrade"):
        Store.open(str(tmp_path))


def written_by_schema(folder: Path, number: int) -> bytes:
    """A store with a run, as another version of this program left it."""
    store = Store.open(str(folder))
    store.create(a_run()).close()
    with store.writing() as connection:
        connection.exec_driver_sql(f"UPDATE schema_version SET version = {number}")
    with store.writing() as connection:
        connection.exec_driver_sql("ALTER TABLE run RENAME COLUMN data TO told")
    store.close()
    return (folder / "index.sqlite").read_bytes()


@pytest.mark.parametrize("number", [1, 99])
def test_beside_another_versions_store_in_the_default_place_one_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert default_store() == f"sqlite:///{tmp_path / 'ideaaudit' / 'store'}"
    other = tmp_path / "ideaaudit" / "store"
    left = written_by_schema(other, number)
    with pytest.raises(StoreError, match=f"{other}: its runs stay there.*There is no store at"):
        Store.open(make=False)
    store = Store.open()
    assert store.folder == other.with_name(f"store-{SCHEMA_VERSION}")
    assert str(other) in store.passed_over
    assert str(store.folder) in store.passed_over
    store.create(a_run()).close()
    assert [one.id for one in Store.open(make=False).runs()] == [a_run().id]
    assert (other / "index.sqlite").read_bytes() == left
    with pytest.raises(StoreError, match=f"schema version {number}"):
        Store.open(str(other))


def test_a_store_whose_making_was_cut_short_is_made_whole(tmp_path: Path) -> None:
    store = Store.open(str(tmp_path))
    with store.writing() as connection:
        connection.exec_driver_sql("DELETE FROM schema_version")
    assert Store.open(str(tmp_path)).runs() == ()


def test_a_site_observation_and_its_gap_come_back(run: RunStore) -> None:
    seen = SiteObservation(SITE, "2026-11-22T08:00:00Z")
    run.record_site(seen, Gap("site", Reason.DNS, "no such host"))
    assert run.observation(SITE) == seen
    assert run.site_gap(SITE) == Gap("site", Reason.DNS, "no such host")
    assert run.site_state(SITE) == "probed"


def as_nobody(folder: Path) -> str:
    """What whoever may not write there is told."""
    for above in (folder, *list(folder.parents)[:3]):
        above.chmod(0o755)
    os.seteuid(65534)
    try:
        with pytest.raises(StoreError) as caught:
            Store.open(str(folder / "store")).create(a_run())
    finally:
        os.seteuid(0)
    return str(caught.value)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can become someone else")
@pytest.mark.parametrize("mode", [None, 0o755, 0o700])
def test_a_store_of_somebody_else_is_refused_in_one_line(tmp_path: Path, mode: int | None) -> None:
    if mode is not None:
        Store.open(str(tmp_path / "store")).close()
        (tmp_path / "store").chmod(mode)
    said = as_nobody(tmp_path)
    assert "cannot be made" in said
    assert "--store" in said
    assert "\n" not in said


def test_a_row_that_is_damaged_says_what_to_do(run: RunStore) -> None:
    run.record_site(SiteObservation(SITE, "2026-11-22T08:00:00Z"))
    with run.writing() as connection:
        connection.exec_driver_sql("UPDATE site SET observation = x'00ff'")
    with pytest.raises(StoreError, match="damaged or of another version: move it away"):
        run.observation(SITE)


def test_what_is_new_is_counted_and_what_is_known_is_not(run: RunStore) -> None:
    assert run.discover(SITE, [Known(HOME, "link", 1), Known(ABOUT, "link", 1)]) == 1
    assert run.discover(SITE, [Known(ABOUT, "link", 1)]) == 0
    assert run.discover(SITE, []) == 0


def test_a_try_that_was_not_made_is_taken_back(run: RunStore) -> None:
    run.attempt(SITE, HOME)
    assert run.attempted(SITE) == 1
    run.forget_attempt(SITE, HOME)
    assert run.attempted(SITE) == 0
    assert run.attempt(SITE, HOME) == 1


def test_what_still_waits_for_the_browser_can_be_given_its_end(run: RunStore) -> None:
    record(run, a_page())
    run.choose(SITE, {HOME: "home"})
    assert run.sampled(SITE) == {HOME}
    run.lose_renders_queued(SITE, Gap("rendering", Reason.BUDGET, "no time"))
    assert next(run.pages(SITE)).render_gap == "budget: no time"
    assert run.to_render(SITE, 5) == []


def test_a_page_knows_what_became_of_its_links_once_the_walk_is_over(run: RunStore) -> None:
    paths = ("gone", "old", "file", "left-out", "unasked.pdf", "silent")
    known = [Known(f"https://agency.gov/{path}", "link", 1) for path in paths]
    record(run, a_page(), *known, Known(ABOUT, "link", 1))
    record(run, a_page(ABOUT))
    ends = {
        "gone": (PageState.LOST, Reason.NOT_FOUND, 410),
        "old": (PageState.SKIPPED, Reason.REDIRECTED, 301),
        "file": (PageState.SKIPPED, Reason.NOT_HTML, None),
        "left-out": (PageState.SKIPPED, Reason.BUDGET, None),
        "silent": (PageState.LOST, Reason.TIMEOUT, None),
    }
    for path, (state, reason, status) in ends.items():
        url = f"https://agency.gov/{path}"
        run.set_state(SITE, url, state, reason.value, "told", status)
        if reason is not Reason.BUDGET:
            run.attempt(SITE, url)
    run.set_state(SITE, "https://agency.gov/unasked.pdf", PageState.SKIPPED, Reason.NOT_HTML.value)
    assert next(run.page_observations(SITE)).links is None
    run.set_site_state(SITE, "done")
    seen = {one.url: one.links for one in run.page_observations(SITE)}
    assert seen[HOME] == LinksSeen(7, 3, (("https://agency.gov/gone", 410),))
    assert seen[ABOUT] == LinksSeen(0, 0)
    page = run.page(SITE, HOME)
    assert page is not None
    assert page.links == seen[HOME]
    lost = {one.url: (one.reason, one.status, one.detail) for one in run.lost_urls(SITE)}
    assert lost["https://agency.gov/old"] == ("redirected", 301, "told")


def test_what_a_sitemap_named_and_a_page_links_to_is_as_near_as_the_link_says(
    run: RunStore,
) -> None:
    run.discover(SITE, [Known(ABOUT, "sitemap", 2), Known("https://agency.gov/x", "sitemap", 2)])
    record(run, a_page(), Known(ABOUT, "link", 1))
    record(run, a_page("https://agency.gov/deep"), Known("https://agency.gov/x", "link", 5))
    found = {known.url: (known.found_by, known.depth) for known in run.queued(SITE, 9)}
    assert found[ABOUT] == ("sitemap", 1)
    assert found["https://agency.gov/x"] == ("sitemap", 2)
    run.discover(SITE, [Known(ABOUT, "redirect", 0)])
    assert run.queued(SITE, 1)[0] == Known(ABOUT, "sitemap", 0)
