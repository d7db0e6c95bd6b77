"""Chains of redirects come to an end, also where an audit was ended in the middle of one."""

from pathlib import Path

from crawler.redirects import MOST_REDIRECTS, Redirects
from ideaaudit.models import PageState, Reason, Run, RunState, Target
from ideaaudit.storage import Known, RunStore, Store

SITE = "agency.gov"


def stored(folder: Path) -> RunStore:
    store = Store.open(str(folder)).create(
        Run("20261122T080000Z-0001", "2026-11-22T08:00:00", RunState.CRAWLING, 1, settings={})
    )
    store.add_targets([Target(f"https://{SITE}/", SITE, "")])
    return store


def url(number: int) -> str:
    return f"https://{SITE}/{number}"


def test_as_many_redirects_as_browsers_follow_are_followed(tmp_path: Path) -> None:
    redirects = Redirects(stored(tmp_path), SITE)
    ends = [redirects.follow(url(n), url(n + 1)) for n in range(MOST_REDIRECTS + 1)]
    assert ends[:MOST_REDIRECTS] == [None] * MOST_REDIRECTS
    assert ends[MOST_REDIRECTS] is not None
    assert ends[MOST_REDIRECTS].reason is Reason.REDIRECT_LOOP


def test_many_pages_that_lead_to_one_are_no_chain(tmp_path: Path) -> None:
    redirects = Redirects(stored(tmp_path), SITE)
    assert not any(redirects.follow(url(n), url(0)) for n in range(1, 99))


def test_a_circle_ends(tmp_path: Path) -> None:
    redirects = Redirects(stored(tmp_path), SITE)
    assert redirects.follow(url(1), url(2)) is None
    assert redirects.follow(url(2), url(1)) is not None


def test_a_chain_that_a_former_audit_began_counts(tmp_path: Path) -> None:
    store = stored(tmp_path)
    with store.writing():
        store.discover(SITE, [Known(url(n), "link", 1) for n in range(MOST_REDIRECTS)])
        for n in range(MOST_REDIRECTS):
            store.set_state(
                SITE, url(n), PageState.SKIPPED, Reason.REDIRECTED.value, "", 302, url(n + 1)
            )
    assert Redirects(store, SITE).follow(url(MOST_REDIRECTS), url(99)) is not None
