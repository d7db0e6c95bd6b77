"""The whole report of a large site stays small, and is written page by page."""

from pathlib import Path

import pytest

from ideaaudit.models import Coverage, PageRow, PageState
from reports.address import ROWS
from reports.write import roll_run, write_report
from tests.reports.fake_catalogue import catalogue
from tests.reports.fake_store import FakeSite, FakeStore
from tests.reports.fiction import PLANS, RUN, add_page, target
from tests.reports.reading import broken_links, read, read_all

PAGES, RENDERED = 10_000, 20


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    site = FakeSite(target("large.gov", "Department of Orchards"))
    for number in range(PAGES):
        add_page(site, number, PLANS["orchards.gov"][0], rendered=number < RENDERED)
    site.coverage = Coverage(PAGES, PAGES, sampled=RENDERED, rendered=RENDERED)
    store = FakeStore(RUN, catalogue(), {"large.gov": site})
    return write_report(store, tmp_path_factory.mktemp("large") / "out").parent


def test_ten_thousand_pages_make_a_small_report(large: Path) -> None:
    home = large / "sites/large.gov/index.html"
    assert home.stat().st_size < 1_500_000
    assert sum(path.stat().st_size for path in large.rglob("*")) < 12_000_000


def test_only_rendered_pages_have_a_page(large: Path) -> None:
    assert len(list((large / "sites/large.gov/pages").iterdir())) == RENDERED


def test_all_known_urls_are_listed_in_parts_of_500(large: Path) -> None:
    parts = sorted((large / "sites/large.gov").glob("urls*.html"))
    assert len(parts) == PAGES // ROWS
    last = read(large / "sites/large.gov/urls-20.html")
    assert last.tags.count("tr") == ROWS + 1
    assert "urls-19.html" in last.links
    assert "urls-21.html" not in last.links
    assert "Addresses 9,501 to 10,000" in last.text


def test_every_link_of_it_leads_somewhere(large: Path) -> None:
    assert broken_links(read_all(large)) == []


def test_a_run_that_was_not_judged_yet_has_a_report_all_the_same(tmp_path: Path) -> None:
    site = FakeSite(target("new.gov", ""), rows=[PageRow("https://new.gov/", PageState.QUEUED)])
    empty = type(catalogue())((), ())
    index = write_report(FakeStore(RUN, empty, {"new.gov": site}), tmp_path / "out")
    assert "This run has not been judged yet." in index.read_text()
    assert broken_links(read_all(index.parent)) == []


def test_a_site_that_is_named_twice_is_told_once() -> None:
    store = FakeStore(RUN, catalogue(), {"a": FakeSite(target("a.gov", ""))})
    store.sites["a.gov"] = store.sites["a"]
    assert [site.target.site for site in roll_run(store).sites] == ["a.gov"]
