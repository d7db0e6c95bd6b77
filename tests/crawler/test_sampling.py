import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crawler.sampling import KEY_PAGES, choose_documents, choose_sample
from ideaaudit.models import PageClass
from ideaaudit.storage import Offered, Walked


def page(path: str, template: str = "t", linked: int = 1, depth: int = 1) -> Walked:
    return Walked(f"https://a.gov{path}", depth, template, PageClass.CONTENT, linked)


def a_site() -> list[Walked]:
    news = [page(f"/news/{n}", "news", depth=2) for n in range(50)]
    return [page("/", depth=0), page("/contact"), page("/odd", "odd"), *news]


def test_a_small_site_is_rendered_whole() -> None:
    assert set(choose_sample([page("/"), page("/a")], 5, 1)) == {
        "https://a.gov/",
        "https://a.gov/a",
    }


def test_home_key_pages_and_every_template_are_in_it() -> None:
    sample = choose_sample(a_site(), 8, 1)
    assert sample["https://a.gov/"] == "home page"
    assert sample["https://a.gov/contact"] == "key page"
    assert sample["https://a.gov/odd"] == "template odd"
    assert list(sample.values()).count("random part") == 1
    assert len(sample) == 8


@pytest.mark.parametrize("path", ["/about", "/about/", "/about-us.html", "/Contact/index.html"])
def test_a_key_page_is_known_by_the_end_of_its_path(path: str) -> None:
    assert KEY_PAGES.search(f"https://a.gov{path}")


@pytest.mark.parametrize("path", ["/about/news/2019", "/aboutness", "/x?about"])
def test_what_lies_below_a_key_page_is_none(path: str) -> None:
    assert not KEY_PAGES.search(f"https://a.gov{path}")


def test_one_page_is_the_home_page() -> None:
    assert list(choose_sample(a_site(), 1, 1)) == ["https://a.gov/"]


def test_another_seed_draws_other_pages() -> None:
    draws = {tuple(choose_sample(a_site(), 8, seed)) for seed in range(20)}
    assert len(draws) > 10


@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_the_order_of_arrival_never_matters(chance: random.Random, budget: int) -> None:
    pages = a_site()
    expected = choose_sample(pages, budget, 3)
    chance.shuffle(pages)
    assert list(choose_sample(pages, budget, 3).items()) == list(expected.items())
    assert len(expected) == min(budget, len(pages))


def test_documents_that_most_pages_link_to_are_read_first() -> None:
    offered = [Offered(f"https://a.gov/{n}.pdf", False, n % 3) for n in range(9)]
    chosen = choose_documents(offered, 4, 1)
    assert set(chosen[:3]) == {f"https://a.gov/{n}.pdf" for n in (2, 5, 8)}
    assert choose_documents(reversed(offered), 4, 1) == chosen
    assert {tuple(choose_documents(offered, 4, seed)) for seed in range(20)} != {tuple(chosen)}


def test_documents_chosen_before_count_against_the_budget() -> None:
    offered = [Offered("https://a.gov/1.pdf", True, 1), Offered("https://a.gov/2.pdf", False, 1)]
    assert choose_documents(offered, 2, 1) == ["https://a.gov/2.pdf"]
    assert choose_documents(offered, 1, 1) == []
    assert choose_documents(offered, 0, 1) == []
