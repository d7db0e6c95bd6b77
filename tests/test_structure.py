import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideaaudit.structure import NO_KEY, UNWRITTEN, address_shape, numbers, parts_of, structure_key
from ideaaudit.web import parse_html

PAGE = (
    "<html><head><title>x</title></head><body class='{body}'><header class='usa-header'>"
    "<nav><ul><li><a href=/>Home</a></ul></nav></header>"
    "<main><div class='{main}'>{text}</div></main><footer>The agency</footer></body></html>"
)
TEXT = "<p>" + "Words that a visitor reads. " * 10


def key(main: str = "text", body: str = "", text: str = TEXT, page: str = PAGE) -> str:
    return structure_key(parse_html(page.format(main=main, body=body, text=text)))


def test_a_template_is_the_same_whatever_its_text() -> None:
    assert key(text=TEXT + "<p>Two <b>words</b><ul><li>One</ul>") == key()
    assert key(main="text card-12") == key()


def test_another_frame_is_another_template() -> None:
    assert key(main="landing") != key()
    assert key(page=PAGE.replace("usa-header", "old")) != key()


def test_a_body_class_that_names_the_page_is_left_out() -> None:
    assert key(body="about-us lg-flex") == key(body="jobs no-js")
    assert key(body="page-node-type-article") != key(body="page-node-type-landing")


def test_what_a_broken_head_spills_into_the_body_is_no_box() -> None:
    spilled = PAGE.replace("</title>", "</title><p>Stray<link rel=x><meta name=y><script></script>")
    assert key(page=spilled) == key()


@pytest.mark.parametrize(
    "served",
    [
        "<body><div id=root></div><script src=/app.js></script>",
        "<body><noscript>You need JavaScript to run this app. Please switch it on.</noscript>"
        "<app-root>Loading...</app-root><script src=/main.js></script>",
        "<body><header><a href=/>A long name of an agency of the United States of America, and its "
        "banner</a></header><main id=app></main><script>start()</script><footer>Words</footer>",
        f"<body><section class=usa-banner><header>{TEXT}</header><div><img src=lock.svg>{TEXT}"
        "</div></section><div id=root></div><div class='usa-identifier'></div>"
        "<script src=/app.js></script>",
    ],
)
def test_a_page_that_scripts_are_to_write_is_known(served: str) -> None:
    assert structure_key(parse_html(served)).startswith(UNWRITTEN)


@pytest.mark.parametrize(
    "served",
    [
        "<body><div id=root></div>",
        f"<body><main>{TEXT}</main><script src=/app.js></script>",
        "<body><main><form action=/find><input name=q></form></main><script src=/a.js></script>",
        "<body><img src=map.png alt=Map><script src=/a.js></script>",
        f"<body><script src=/a.js></script>{TEXT}",
    ],
)
def test_a_page_that_was_served_whole_is_none(served: str) -> None:
    assert not structure_key(parse_html(served)).startswith(UNWRITTEN)


def parts(html: str) -> set[int]:
    return set(numbers(parts_of(parse_html(f"<body>{html}"))))


def test_pages_share_the_numbers_of_the_parts_they_share() -> None:
    plain, table = parts("<p>One"), parts("<p>Two<table><tr><td>1</table>")
    assert plain < table
    assert parts("<p class=note>One") != plain
    assert parts("<p class=note-12>One") == plain


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("<a href=https://a.gov/x>x</a>", "<a href=https://b.com/x>x</a>"),
        ("<img src=a.gif>", "<img src=a.png?v=1>"),
        ("<h1>A</h1><h2>B</h2>", "<h1>A</h1><h2>B</h2><h5>C</h5><h2>D</h2>"),
        ("<h1>Short</h1>", "<h1>Donaudampfschifffahrtsgesellschaft</h1>"),
    ],
)
def test_what_faults_come_with_is_a_part(one: str, other: str) -> None:
    assert parts(one) != parts(other)


def test_where_a_link_leads_within_a_site_is_no_part() -> None:
    assert parts("<a href=/one>1</a>") == parts("<a href='/two?x#y'>2</a>")


def test_parts_are_bounded() -> None:
    many = "".join(f"<p class=c{'x' * n}>" for n in range(1_000))
    assert len(parts(many)) == 192


@pytest.mark.parametrize(
    ("url", "shape"),
    [
        ("https://a.gov/", "/"),
        ("https://a.gov/about", "/*"),
        ("https://a.gov/news/2019/one", "/news/*/*"),
        ("https://a.gov/news/2020/two/", "/news/*/*"),
    ],
)
def test_addresses_of_pages_alike_have_a_shape_in_common(url: str, shape: str) -> None:
    assert address_shape(url) == shape


def test_nothing_has_a_key_too() -> None:
    assert structure_key(None) == NO_KEY
    assert parts_of(None) == b""


@given(st.text())
def test_any_text_has_a_key_and_parts(text: str) -> None:
    root = parse_html(text)
    assert len(structure_key(root).removeprefix(UNWRITTEN)) == 16
    assert list(numbers(parts_of(root))) == sorted(set(numbers(parts_of(root))))
