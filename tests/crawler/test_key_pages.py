import pytest

from crawler.key_pages import FIRST_KINDS, KINDS, kinds_of_page
from ideaaudit.models import PageClass


@pytest.mark.parametrize(
    ("path", "title", "kind"),
    [
        ("/contact", "", "contact"),
        ("/help/12", "Contact us | Agency", "contact"),
        ("/accessibility.html", "", "accessibility"),
        ("/es/policies/7", "Accesibilidad", "accessibility"),
        ("/search/", "", "search"),
        ("/advanced-search.jsp", "", "search"),
        ("/sign-in", "", "login"),
        ("/site-map.html", "", "site map"),
        ("/forms/", "", "form"),
        ("/about-us/index.html", "", "about"),
        ("/p?id=3", "Privacy policy - Agency", "privacy"),
        ("/foia", "", "foia"),
    ],
)
def test_a_kind_is_known_by_address_or_title(path: str, title: str, kind: str) -> None:
    assert kind in kinds_of_page(f"https://a.gov{path}", title, PageClass.CONTENT)


@pytest.mark.parametrize(
    ("page_class", "kind"),
    [(PageClass.LOGIN, "login"), (PageClass.FORM, "form"), (PageClass.SEARCH, "search")],
)
def test_a_kind_is_known_by_what_a_page_asks_for(page_class: PageClass, kind: str) -> None:
    assert kinds_of_page("https://a.gov/x", "X", page_class) == {kind}


@pytest.mark.parametrize(
    "path", ["/research", "/search/news/2019", "/about/news/2019", "/informs", "/news/contactless"]
)
def test_what_is_only_like_a_key_page_is_none(path: str) -> None:
    assert not kinds_of_page(f"https://a.gov{path}", "News", PageClass.CONTENT)


def test_no_kind_is_named_twice() -> None:
    assert len({*FIRST_KINDS, *KINDS}) == len(FIRST_KINDS) + len(KINDS)
