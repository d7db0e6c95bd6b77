from pathlib import Path

import pytest

from crawler.scope import Intake, scope_of
from ideaaudit.models import (
    Certificate,
    DnsSeen,
    Endpoint,
    Hop,
    HostSeen,
    Run,
    RunState,
    SiteObservation,
    Target,
    TlsSeen,
)
from ideaaudit.settings import Settings
from ideaaudit.storage import Known, RunStore, Store
from ideaaudit.targets import TargetError, read_scope, target_of, unique

SITE = "agency.gov"
HOME = "https://agency.gov/"


@pytest.fixture
def store(tmp_path: Path) -> RunStore:
    run = Run("20261122T080000Z-0001", "2026-11-22T08:00:00Z", RunState.CRAWLING, seed=7)
    made = Store.open(str(tmp_path)).create(run)
    made.add_targets([Target(HOME, SITE)])
    return made


@pytest.mark.parametrize(
    ("scope", "start", "inside", "outside"),
    [
        ("host", HOME, ["http://www.agency.gov/x"], ["https://apps.agency.gov/"]),
        ("domain", HOME, ["https://a.b.agency.gov:8443/"], ["https://agency.com/"]),
        (
            "apps.agency.gov,https://Other.gov/",
            HOME,
            [HOME, "https://www.apps.agency.gov/x", "https://other.gov/y"],
            ["https://data.agency.gov/", "https://x.other.gov/"],
        ),
        (
            "path",
            "https://agency.gov/oscal/start.html",
            ["https://agency.gov/oscal/x/y", "https://www.agency.gov/oscal"],
            ["https://agency.gov/", "https://agency.gov/oscal2/", "https://apps.agency.gov/oscal/"],
        ),
        ("host", "http://agency.gov:8080/a", ["http://agency.gov:8080/"], ["http://agency.gov/"]),
    ],
)
def test_what_belongs_to_a_site(
    scope: str, start: str, inside: list[str], outside: list[str]
) -> None:
    admits = scope_of(target_of(start), Settings(scope=read_scope(scope.split(","))))
    assert [url for url in inside if not admits(url)] == []
    assert [url for url in outside if admits(url)] == []


@pytest.mark.parametrize("word", ["hots", "apps.agency.gov/x", "a b", "ftp://a.gov", "*.a.gov", ""])
def test_a_scope_that_is_none_is_refused_in_one_line(word: str) -> None:
    with pytest.raises(TargetError, match=r"^--scope .* none of host, domain or path.*$"):
        read_scope([word])


def test_a_path_stands_alone() -> None:
    with pytest.raises(TargetError, match="nothing else beside it"):
        read_scope(["path", "apps.agency.gov"])
    assert read_scope([]) == ("host",)


def test_every_url_that_was_named_of_a_site_is_a_start() -> None:
    named = [target_of(HOME + path) for path in ("oscal/", "", "trec/", "oscal/")]
    (one,) = unique(named)
    assert one.starts == (f"{HOME}oscal/", f"{HOME}trec/")
    admits = scope_of(one, Settings(scope=("path",)))
    assert admits(f"{HOME}trec/x")
    assert not admits(f"{HOME}x")


def test_other_hosts_of_the_domain_are_noted_and_never_counted_twice(store: RunStore) -> None:
    intake = Intake(store, Target(HOME, SITE), Settings())
    links = [
        Known(url, "link", 1)
        for url in (
            HOME,
            "https://apps.agency.gov/b",
            "https://apps.agency.gov/a",
            "https://data.agency.gov:8443/",
            "https://else.gov/",
        )
    ]
    assert intake.take(links) == links[:1]
    assert intake.take(links[1:3]) == []
    intake.note_names(
        SiteObservation(
            SITE,
            "2026-11-22T08:00:00Z",
            endpoints=(Endpoint(HOME, True, hops=(Hop("https://old.agency.gov/", 301, HOME),)),),
            dns=(DnsSeen("www.agency.gov", cname=("edge.agency.gov.", "x.cdn.net")),),
            tls=(
                TlsSeen(
                    "agency.gov",
                    443,
                    True,
                    certificate=certificate("apps.agency.gov", "*.agency.gov"),
                ),
            ),
        )
    )
    assert store.hosts(SITE) == (
        HostSeen("apps.agency.gov", "https://apps.agency.gov/", (("certificate", 1), ("link", 2))),
        HostSeen("data.agency.gov:8443", "https://data.agency.gov:8443/", (("link", 1),)),
        HostSeen("edge.agency.gov", "https://edge.agency.gov/", (("cname", 1),)),
        HostSeen("old.agency.gov", "https://old.agency.gov/", (("redirect", 1),)),
    )


def certificate(*names: str) -> Certificate:
    return Certificate("", "", names, "", "", False, "", "", 1)


def test_a_trap_is_known_and_not_visited_unless_the_owner_names_it(store: RunStore) -> None:
    intake = Intake(store, Target(HOME, SITE), Settings())
    url = f"{HOME}calendar?date=2041-05-01"
    (linked,) = intake.take([Known(url, "link", 1)])
    (named,) = intake.take([Known(url, "sitemap", 1)])
    assert (linked.skip, linked.detail) == ("trap", "a calendar, turned to 2041-05")
    assert named.skip == ""
