import random
from collections import Counter
from dataclasses import replace
from math import ceil

from hypothesis import given
from hypothesis import strategies as st

from crawler.sampling import (
    EVERY_PAGE,
    TIMES_AS_WIDE,
    choose_documents,
    choose_sample,
    room_for_structure,
)
from ideaaudit.models import BY_CHANCE, PageClass
from ideaaudit.storage import Offered, Walked
from ideaaudit.structure import UNWRITTEN

SITE = "https://a.gov"


def page(
    path: str, template: str = "t", linked: int = 1, depth: int = 1, parts: tuple[int, ...] = ()
) -> Walked:
    packed = b"".join(part.to_bytes(4, "little") for part in parts)
    return Walked(SITE + path, depth, template, PageClass.CONTENT, linked, parts=packed)


def a_site() -> list[Walked]:
    news = [page(f"/news/{n:02}", "news", depth=2) for n in range(50)]
    return [page("/", depth=0), page("/contact"), page("/odd", "odd"), *news]


def why(sample: dict[str, str], path: str) -> str:
    return sample[SITE + path]


def test_a_small_site_is_rendered_whole() -> None:
    sample = choose_sample([page("/"), page("/a")], 2, 1)
    assert sample == {f"{SITE}/": EVERY_PAGE, f"{SITE}/a": EVERY_PAGE}


def test_home_key_pages_and_every_template_are_in_it() -> None:
    sample = choose_sample(a_site(), 16, 1)
    assert why(sample, "/") == "home page"
    assert why(sample, "/contact") == "contact page"
    assert why(sample, "/odd") == "template odd"
    assert len(sample) == 16


def test_a_form_and_a_login_are_in_it() -> None:
    form = replace(page("/apply"), page_class=PageClass.FORM)
    login = replace(page("/x"), page_class=PageClass.LOGIN)
    sample = choose_sample([*a_site(), form, login], 16, 1)
    assert (why(sample, "/apply"), why(sample, "/x")) == ("form page", "login page")


def test_what_visitors_and_links_lead_to_is_in_it() -> None:
    pages = [*a_site(), page("/hub", "news", linked=40)]
    sample = choose_sample(pages, 16, 1, visited=("b.gov/else", "a.gov/news/07", "a.gov/odd"))
    assert why(sample, "/hub") == "most linked"
    assert why(sample, "/news/07") == "most visited, number 1"
    assert why(sample, "/odd") == "most visited, number 2"


def test_a_few_of_every_template_are_in_it() -> None:
    pages = [page(f"/{name}/{n}", name, depth=2) for name in "abcd" for n in range(40)]
    sample = choose_sample(pages, 60, 1)
    chosen = Counter(url[len(SITE) + 1] for url, reason in sample.items() if reason != BY_CHANCE)
    assert all(chosen[name] >= 2 for name in "abcd")


def test_a_page_with_parts_that_no_other_has_is_in_it() -> None:
    news = [page(f"/news/{n:02}", "news", depth=2, parts=(1, 2)) for n in range(95)]
    tables = [page(f"/news/t{n}", "news", depth=2, parts=(1, 2, 3)) for n in range(3)]
    for seed in range(30):
        sample = choose_sample([*news, *tables], 24, seed)
        assert any(f"{SITE}/news/t{n}" in sample for n in range(3))


@given(st.integers(2, 500), st.integers(0, 5_000))
def test_the_pages_drawn_are_enough_for_the_rest(budget: int, more: int) -> None:
    pages = budget + 1 + more
    chosen = room_for_structure(budget, pages)
    assert 1 <= chosen < budget
    if chosen > 10:
        widest = TIMES_AS_WIDE * pages / budget
        assert (pages - chosen) / (budget - chosen) <= widest + 1e-9
        assert budget - chosen >= min(ceil((pages - chosen) / 10), budget // 2)


def test_one_page_is_the_home_page() -> None:
    assert choose_sample(a_site(), 1, 1) == {f"{SITE}/": "home page"}


def test_another_seed_draws_other_pages_and_chooses_the_same() -> None:
    samples = [choose_sample(a_site(), 16, seed) for seed in range(20)]
    drawn = {tuple(url for url, reason in one.items() if reason == BY_CHANCE) for one in samples}
    chosen = {tuple(url for url, reason in one.items() if reason != BY_CHANCE) for one in samples}
    assert (len(drawn), len(chosen)) == (20, 1)


def test_every_page_that_was_not_chosen_is_drawn_as_often() -> None:
    trials = 2_000
    drawn = Counter(
        url
        for seed in range(trials)
        for url, reason in choose_sample(a_site(), 16, seed).items()
        if reason == BY_CHANCE
    )
    chosen = set(choose_sample(a_site(), 16, 1)) - set(drawn)
    left = len(a_site()) - len(chosen)
    expected = trials * (16 - len(chosen)) / left
    assert len(drawn) == left
    assert all(abs(count - expected) < 0.2 * expected for count in drawn.values())


@given(st.randoms(use_true_random=False), st.integers(1, 60))
def test_the_order_of_arrival_never_matters(chance: random.Random, budget: int) -> None:
    pages = [*a_site(), page("/b", "odd", parts=(1,)), page("/c", "odd", parts=(1, 2))]
    expected = choose_sample(pages, budget, 3)
    chance.shuffle(pages)
    assert list(choose_sample(pages, budget, 3).items()) == list(expected.items())
    assert len(expected) == min(budget, len(pages))


def chosen(pages: list[Walked], sample: dict[str, str], templates: dict[str, str]) -> list[Walked]:
    """The pages once the sample is rendered: what scripts wrote has its own templates."""
    return [
        replace(one, chosen=True, template=templates.get(one.url.split("/")[3], one.template))
        if one.url in sample
        else one
        for one in pages
    ]


def test_what_was_chosen_before_is_not_chosen_again() -> None:
    pages = a_site()
    first = choose_sample(pages, 16, 1)
    second = choose_sample(chosen(pages, first, {}), 10, 1)
    assert not first.keys() & second.keys()
    assert len(second) == 10
    assert BY_CHANCE in second.values()


def a_scripted_site() -> list[Walked]:
    parts = {"news": 60, "labs": 30, "jobs": 10}
    shell = UNWRITTEN + "0" * 16
    deep = [page(f"/{k}/{n}", shell, depth=2) for k, count in parts.items() for n in range(count)]
    return [page("/", shell, depth=0), *deep]


def test_where_scripts_write_the_pages_a_first_look_is_taken_by_addresses() -> None:
    first = choose_sample(a_scripted_site(), 40, 1)
    assert len(first) == 10
    assert {"template of addresses like /news/*", "template of addresses like /jobs/*"} <= set(
        first.values()
    )


def test_then_every_template_that_rendering_showed_is_in_it() -> None:
    pages = a_scripted_site()
    first = choose_sample(pages, 40, 1)
    templates = {"": "home", "news": "piece", "labs": "piece", "jobs": "job"}
    second = choose_sample(chosen(pages, first, templates), 30, 1)
    assert len(second) == 30
    both = Counter(url.split("/")[3] for url in (*first, *second))
    assert both["jobs"] >= 2
    assert not any("addresses like" in reason for reason in second.values())


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
