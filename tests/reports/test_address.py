import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reports.address import agency_slugs, anchor, page_file, site_home, site_slug, urls_file


@pytest.mark.parametrize(
    ("site", "slug"),
    [
        ("agency.gov", "agency.gov"),
        ("agency.gov:8443", "agency.gov_8443"),
        ("127.0.0.1:8000", "127.0.0.1_8000"),
    ],
)
def test_a_plain_host_is_its_own_folder(site: str, slug: str) -> None:
    assert site_slug(site) == slug
    assert site_home(site) == f"sites/{slug}/index.html"


@given(st.text(min_size=1, max_size=200), st.text(min_size=1, max_size=200))
def test_folders_are_safe_and_no_two_hosts_share_one(one: str, other: str) -> None:
    slug = site_slug(one)
    assert re.fullmatch(r"[a-z0-9-][a-z0-9._-]*", slug)
    assert len(slug) <= 80
    assert ".." not in slug
    assert one == other or slug != site_slug(other)


@pytest.mark.parametrize("site", ["..", "../etc", "a..b", "a/b", "A.gov", "a_1", "con\x00"])
def test_an_odd_host_gets_a_hash(site: str) -> None:
    assert re.search(r"-[0-9a-f]{10}$", site_slug(site))


def test_agencies_are_named_and_only_twins_get_a_hash() -> None:
    slugs = agency_slugs(["Office of Tides", "Office of tides!", "General Services", ""])
    assert slugs["General Services"] == "general-services"
    assert slugs[""] == "agency-not-stated"
    assert slugs["Office of Tides"] != slugs["Office of tides!"]
    assert len(set(slugs.values())) == 4


def test_a_page_is_known_by_its_path_and_url() -> None:
    about = page_file("https://a.gov/about/")
    assert re.fullmatch(r"about-[0-9a-f]{10}\.html", about)
    assert page_file("https://a.gov/").startswith("home-")
    assert about == page_file("https://a.gov/about/")
    assert about != page_file("https://a.gov/about/?page=2")


def test_lists_are_numbered_from_the_second() -> None:
    assert [urls_file(1), urls_file(2)] == ["urls.html", "urls-2.html"]


def test_an_id_is_itself_where_it_is_plain() -> None:
    assert anchor("a11y-axe-wcag20") == "a11y-axe-wcag20"
    assert re.fullmatch(r"x[0-9a-f]{10}", anchor('"><script>'))
    assert anchor("a b") != anchor("a  b")
