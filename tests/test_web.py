import string

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideaaudit.models import PageClass
from ideaaudit.web import identity, page_class, registered_domain, site_of


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("HTTPS://WWW.Agency.GOV:443/A/../b/./c#part", "https://www.agency.gov/b/c"),
        ("http://agency.gov", "http://agency.gov/"),
        ("http://agency.gov:8080/", "http://agency.gov:8080/"),
        ("https://agency.gov/a?utm_source=x&id=2&gclid=9", "https://agency.gov/a?id=2"),
        ("https://agency.gov/a;jsessionid=1F2?b=1", "https://agency.gov/a?b=1"),
        ("https://agency.gov/a?z=1&a=2", "https://agency.gov/a?z=1&a=2"),
        (" https://agency.gov/\n a ", "https://agency.gov/%20a"),
        ("https://agency.gov./a/..", "https://agency.gov/"),
        ("https://agency.gov/%7euser/%c3%a9?q=%41%2f", "https://agency.gov/~user/%C3%A9?q=A%2F"),
        ("https://agency.gov/a/%2e%2e/b", "https://agency.gov/b"),
        ("https://agency.gov/x.cfm?CFID=1&CFTOKEN=2&id=3", "https://agency.gov/x.cfm?id=3"),
        ("https://agency.gov/(S(lit3py55t21z5v55vlm25s55))/p.aspx", "https://agency.gov/p.aspx"),
        ("http://[::1]:81/x", "http://[::1]:81/x"),
    ],
)
def test_one_page_has_one_spelling(url: str, normal: str) -> None:
    assert identity(url) == normal


def test_a_link_is_read_from_where_it_stands() -> None:
    assert (
        identity("../foia?x#y", "https://agency.gov/about/us/") == "https://agency.gov/about/foia?x"
    )


@pytest.mark.parametrize(
    "url", ["", "mailto:a@b.gov", "javascript:void(0)", "https://", "x" * 3000, "http://[1"]
)
def test_what_is_no_page_is_refused(url: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - urllib has messages of its own
        identity(url)


@given(st.text(alphabet=string.printable, max_size=80))
def test_the_identity_of_an_identity_is_itself(tail: str) -> None:
    try:
        once = identity("https://agency.gov/" + tail)
    except ValueError:
        return
    assert identity(once) == once


@pytest.mark.parametrize(
    ("url", "site"),
    [
        ("https://www.agency.gov/a", "agency.gov"),
        ("http://Sub.Agency.gov:80/", "sub.agency.gov"),
        ("http://127.0.0.1:8123/", "127.0.0.1:8123"),
    ],
)
def test_a_site_is_a_host_with_its_www_twin(url: str, site: str) -> None:
    assert site_of(url) == site


@pytest.mark.parametrize(
    ("host", "domain"),
    [
        ("www.irs.gov", "irs.gov"),
        ("a.b.state.ca.us", "state.ca.us"),
        ("gov", "gov"),
        ("10.0.0.1", "10.0.0.1"),
    ],
)
def test_registered_domains_follow_the_public_suffix_list(host: str, domain: str) -> None:
    assert registered_domain(host) == domain


@pytest.mark.parametrize(
    ("url", "html", "kind"),
    [
        ("https://a.gov/", "<p>x", PageClass.HOME),
        ("https://a.gov/search?q=x", "<p>x", PageClass.SEARCH),
        ("https://a.gov/in", '<input TYPE="Password">', PageClass.LOGIN),
        ("https://a.gov/f", "<form><textarea></textarea></form>", PageClass.FORM),
        ("https://a.gov/f", '<form><input type="search"></form>', PageClass.CONTENT),
        ("https://a.gov/f", "", PageClass.CONTENT),
    ],
)
def test_a_page_is_classed_by_what_it_is_for(url: str, html: str, kind: PageClass) -> None:
    assert page_class(url, html) == kind


@pytest.mark.parametrize(
    ("url", "normal"),
    [
        ("https://agency.gov/?q=caf%E9&utm_source=x", "https://agency.gov/?q=caf%E9"),
        ("https://agency.gov/?a+b=c+d&gclid=1", "https://agency.gov/?a+b=c+d"),
        ("https://agency.gov/?utm_source=x", "https://agency.gov/"),
        ("https://MÜNCHEN.gov/", "https://xn--mnchen-3ya.gov/"),
        ("https://user:pass@agency.gov/", "https://agency.gov/"),
    ],
)
def test_what_is_kept_of_a_url_is_kept_as_it_stands(url: str, normal: str) -> None:
    assert identity(url) == normal


@given(st.text(max_size=60), st.text(max_size=60))
def test_any_reference_is_a_page_or_refused(reference: str, base: str) -> None:
    try:
        found = identity(reference, f"https://agency.gov/{base}")
    except ValueError:
        return
    assert found.startswith(("http://", "https://"))
    assert site_of(found)
    assert found.encode("ascii")
    assert identity(found) == found


@given(st.text(max_size=200))
def test_any_text_has_a_class(text: str) -> None:
    assert page_class("https://agency.gov/a", text) in PageClass
