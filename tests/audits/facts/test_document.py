import pytest

from audits.facts.document import Document

URL = "https://www.agency.gov/a/b"


def document(html: str) -> Document:
    return Document(html, URL)


def test_open_shadow_roots_are_part_of_the_page_and_templates_are_not() -> None:
    made = document(
        "<x-a><template shadowrootmode='open'><p>shown</p></template></x-a>"
        "<template><p>inert</p></template><noscript>for others</noscript><script>code()</script>"
    )
    assert made.text == "shown"


@pytest.mark.parametrize(
    "html",
    [
        "<title>T</title><header>h</header><main>m</main><footer>f</footer>",
        "<html><head><title>T</title></head><header>h</header><main>m</main><footer>f</footer>",
        "<meta charset=utf-8><script>x</script><header>h</header><main>m</main><footer>f",
    ],
)
def test_documents_that_leave_out_the_body_tag_have_one(html: str) -> None:
    made = document(html)
    assert made.text == "h m f"
    assert len(made.headers) == len(made.footers) == 1


def test_the_title_is_the_pages_and_no_pictures() -> None:
    assert document("<svg><title>Flag</title></svg><title> A\n title </title>").title == "A title"
    assert document("<p>x").title == ""


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<header>h</header><main>m</main><footer>f</footer>", "m"),
        ("<div role=main>m</div><p>x", "m"),
        ("<header>h</header><nav>n</nav><p>m</p><footer>f</footer>", "m"),
        ("<div id=header>h</div><p>m</p><div class='site-footer'>f</div>", "m"),
        ("<div class=card-header>h</div><p>m</p><div class=card_footer>f</div>", "h m f"),
        ("<p>m", "m"),
        ("", ""),
    ],
)
def test_main_text_is_what_the_page_is_about(html: str, text: str) -> None:
    assert document(html).main_text == text


def test_words_of_neighbors_do_not_run_together() -> None:
    assert document("<p>one</p><p>two</p>three<br>four").text == "one two three four"


def test_an_articles_header_and_footer_are_not_the_pages() -> None:
    made = document("<main><article><header>a</header><footer>b</footer></article></main>")
    assert (made.headers, made.footers) == ((), ())


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<div id='footer'>x</div>", 1),
        ("<table class='page_footer'><td>x</table>", 1),
        ("<div class='footerless'>x</div>", 0),
        ("<div class='usa-card__footer'>x</div>", 0),
        ("<div class='modal-inner-footer'>x</div>", 0),
        ("<div class='wildcard-footer'>x</div>", 1),
        ("<ul id='menu-footer'><li>x</ul>", 1),
        ("<footer>a</footer><div id='footer'>b</div>", 1),
        ("<div class='usa-identifier'>a</div><div id='footer'>b</div>", 2),
    ],
)
def test_a_footer_by_name_counts_where_none_is_marked(html: str, found: int) -> None:
    assert len(document(html).footers) == found


def test_links_are_resolved_against_the_base() -> None:
    made = document("<base href='/x/'><link rel='Canonical foo' href='y#z'>")
    assert made.canonical == "https://www.agency.gov/x/y"


@pytest.mark.parametrize(
    ("content", "target"),
    [
        ("0; url=/new", "https://www.agency.gov/new"),
        ("0;URL='new'", "https://www.agency.gov/a/new"),
        ("1, /new", "https://www.agency.gov/new"),
        ("600; url=/new", ""),
        ("5", ""),
        ("soon", ""),
    ],
)
def test_only_an_immediate_refresh_is_a_redirect(content: str, target: str) -> None:
    made = document(f'<meta http-equiv="REFRESH" content="{content}">')
    assert made.refresh_target == target


def test_data_in_a_script_element_runs_nothing() -> None:
    assert not document("<script type='application/ld+json'>{}</script>").runs_scripts
    assert document("<script type='module'>x</script>").runs_scripts
