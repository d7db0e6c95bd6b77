import random

import pytest

from crawler.observers.content import THIN
from crawler.twins import spelling, twins, went_on
from ideaaudit.models import Rendering, RequestSeen
from ideaaudit.storage import Read

SITE = "https://agency.gov"


def read(path: str, content: str = "said", depth: int = 1, **more: object) -> Read:
    url = path if "://" in path else SITE + path
    return Read(url, depth, f"body of {url}", content, **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("/a/", "/a"),
        ("/a/", "/a/index.html"),
        ("/a/", "/A/Default.aspx"),
        ("/a/?x=1&y=2", "/a?y=2&x=1"),
        ("/a/", "http://www.agency.gov/a"),
    ],
)
def test_the_same_content_under_another_spelling_is_one_page(one: str, other: str) -> None:
    pages = [read(one), read(other)]
    merged = twins(pages)
    assert len(merged) == 1
    assert twins(reversed(pages)) == merged
    assert twins([pages[0], read(other, "something else")]) == {}


def test_the_plainest_spelling_is_the_page() -> None:
    paths = ["/a/index.html", "/a/", "/A/", "/a", "http://agency.gov/a"]
    merged = twins(map(read, paths))
    assert {why for _, why in merged.values()} == {f"the same page as {SITE}/a"}
    assert {to for to, _ in merged.values()} == {f"{SITE}/a"}
    assert len(merged) == 4


def test_the_front_page_and_the_sample_stay() -> None:
    assert twins([read("/home/index.html", depth=0), read("/home/")]) == {
        f"{SITE}/home/": (f"{SITE}/home/index.html", f"the same page as {SITE}/home/index.html")
    }
    assert f"{SITE}/a/" in twins([read("/a/"), read("/a/index.html", chosen=True)])
    both = [read("/a/", chosen=True), read("/a/index.html", chosen=True)]
    assert twins(both) == {}


def test_other_urls_with_the_same_content_are_pages_of_their_own() -> None:
    assert twins([read("/permits"), read("/apply/permits"), read("/permits?id=2")]) == {}


def test_a_canonical_link_is_believed_where_the_content_is_the_same() -> None:
    page, copy = read("/a"), read("/a?from=home", canonical=f"{SITE}/a")
    assert twins([page, copy]) == {
        copy.url: (page.url, f"names {page.url} as canonical, which says the same")
    }
    assert twins([page, read("/b", "another text", canonical=page.url)]) == {}
    shell = f"{THIN}shell"
    assert twins([read("/", shell), read("/jobs", shell, canonical=f"{SITE}/")]) == {}
    assert twins([copy]) == {}


def test_two_that_name_each_other_are_one_page() -> None:
    merged = twins([read("/a", canonical=f"{SITE}/b"), read("/b", canonical=f"{SITE}/a")])
    assert len(merged) == 1


def test_no_order_of_arrival_matters_and_no_page_is_lost() -> None:
    draw = random.Random(7)
    paths = ["/a", "/a/", "/A", "/a/index.html", "/b", "/b/", "/c?x=1", "/c"]
    for _ in range(300):
        pages = [
            read(path, draw.choice("xy"), canonical=draw.choice(["", SITE + draw.choice(paths)]))
            for path in paths
        ]
        merged = twins(pages)
        draw.shuffle(pages)
        assert twins(pages) == merged
        by_url = {page.url: page for page in pages}
        for url, (to, _) in merged.items():
            assert to not in merged
            assert by_url[to].content == by_url[url].content


def test_a_spelling_keeps_what_makes_a_page() -> None:
    assert spelling(f"{SITE}/xindex.html") != spelling(f"{SITE}/x")
    assert spelling(f"{SITE}/index") != spelling(f"{SITE}/")
    assert spelling(f"{SITE}/a?id=A") != spelling(f"{SITE}/a?id=a")
    assert spelling(f"{SITE}:8443/a") != spelling(f"{SITE}/a")


@pytest.mark.parametrize(
    ("shown", "loaded", "elsewhere"),
    [
        ("/new", "/new", True),
        ("/new#part", "/new", True),
        ("/new", "/old", False),
        ("/old/index.html", "/old/index.html", False),
        ("/old", "/old", False),
    ],
)
def test_a_page_went_on_where_its_scripts_loaded_another_document(
    shown: str, loaded: str, elsewhere: bool
) -> None:
    requests = (RequestSeen(f"{SITE}/old", "document"), RequestSeen(SITE + loaded, "document"))
    seen = Rendering(SITE + shown, 200, "", requests=(*requests, RequestSeen(SITE, "xhr")))
    assert went_on(seen, f"{SITE}/old") is elsewhere
