from urllib.parse import parse_qs, urlsplit

import pytest
from aiohttp import web

from crawler.client import Answer, ProbeClient
from crawler.observers.searching import (
    SearchForm,
    Wanted,
    find_form,
    read_results,
    title_words,
    try_search,
)
from crawler.robots import Robots
from ideaaudit.models import Gap, Reason, SearchTried
from tests.crawler.probing import probing, table
from tests.flow.loopback import loopback

HOME = "https://agency.gov/"
SEARCH_GOV = """<form accept-charset="UTF-8" action="https://search.usa.gov/search" id="search_form"
method="get"><input name="utf8" type="hidden" value="&#x2713;"><input type="hidden" name="affiliate"
value="agency"><input name="query" id="query" class="usagov-search-autocomplete">
<input type="submit" name="commit" value="Search"></form>"""


@pytest.mark.parametrize(
    ("html", "form"),
    [
        pytest.param(
            SEARCH_GOV,
            SearchForm(
                "https://search.usa.gov/search", "query", (("utf8", "✓"), ("affiliate", "agency"))
            ),
            id="Search.gov",
        ),
        pytest.param(
            '<FORM ROLE="search"><INPUT NAME="q" TYPE="Search"></FORM>',
            SearchForm(HOME, "q", ()),
            id="no action, in capitals",
        ),
        pytest.param(
            '<search><form action="/find"><input name="keys"></form></search>',
            SearchForm(HOME + "find", "keys", ()),
            id="in a search element",
        ),
        pytest.param(
            '<form action="/buscar"><input name="busca"></form>',
            SearchForm(HOME + "buscar", "busca", ()),
            id="in Spanish",
        ),
        pytest.param(
            '<form action="/go"><input name="edit-search-text"></form>',
            SearchForm(HOME + "go", "edit-search-text", ()),
            id="by its field alone",
        ),
        pytest.param(
            '<form action="/go"><input name="search"></form>'
            '<div role="search"><form action="/sure"><input name="q"></form></div>',
            SearchForm(HOME + "sure", "q", ()),
            id="the surest of two",
        ),
        pytest.param(
            '<form action="/search"><input name="q"><input type="checkbox" name="c" checked>'
            '<input type="checkbox" name="d"><input type="radio" name="r" value="1" checked>'
            '<select name="s"><option value="a">A<option value="b" selected>B</select>'
            '<select name="t"><option>First</select></form>',
            SearchForm(HOME + "search", "q", (("c", "on"), ("r", "1"), ("s", "b"), ("t", "First"))),
            id="what is chosen already",
        ),
        pytest.param(
            '<form action="/search" method="POST"><input name="q"></form>', None, id="post"
        ),
        pytest.param('<form action="/research"><input name="q"></form>', None, id="research"),
        pytest.param('<form action="/mail"><input name="q"></form>', None, id="no sign of search"),
        pytest.param('<form role="search"><input name="zip"></form>', None, id="for another thing"),
        pytest.param('<form role="search"><input></form>', None, id="a field without a name"),
        pytest.param(
            '<form action="/search"><input name="q"><input name="a"><input name="b"></form>',
            None,
            id="a form of many fields",
        ),
        pytest.param(
            '<form role=search action="http://[bad"><input name=q></form>', None, id="bad"
        ),
        pytest.param('<form role=search action="javascript:x()"><input name=q>', None, id="script"),
        pytest.param("", None, id="nothing"),
    ],
)
def test_the_search_form_is_found(html: str, form: SearchForm | None) -> None:
    assert find_form(html, HOME) == form


def test_the_words_go_into_the_url_and_an_old_query_does_not() -> None:
    form = SearchForm("https://agency.gov/search?old=1#x", "q", (("a", "b c"),))
    assert form.url("About us & more") == "https://agency.gov/search?a=b+c&q=About+us+%26+more"


@pytest.mark.parametrize(
    ("title", "words"),
    [
        ("Privacy Policy | Agency", "Privacy Policy"),
        ("About | Bureau of Maps | USA", "About Bureau of Maps"),
        ("About", "About"),
        ("How to apply – Agency – USA", "How to apply"),
        ("Self-service (new!)", "Self-service new"),
        ("one two three four five six seven eight nine", "one two three four five six seven eight"),
        ("  Política   de\nprivacidad ", "Política de privacidad"),
        ("", ""),
        ("|", ""),
    ],
)
def test_a_title_is_asked_for_as_a_visitor_would_type_it(title: str, words: str) -> None:
    assert title_words(title) == words


FOUND = '<a href="/about/">About us</a>'
OTHERS = "".join(f'<a href="/{n}">{n}</a>' for n in range(5))
MANY = "".join(f'<a href="/{n}">{n}</a>' for n in range(20))


@pytest.mark.parametrize(
    ("html", "found", "empty"),
    [
        pytest.param(f"<main>{OTHERS}{FOUND}</main>", True, False, id="among the results"),
        pytest.param(f"<div role=main>{FOUND}</div>", True, False, id="the only result"),
        pytest.param(
            '<main><a href="http://www.agency.gov/About">About</a></main>',
            True,
            False,
            id="under another of its names",
        ),
        pytest.param(f"<main>{MANY}{FOUND}</main>", False, False, id="behind the first twenty"),
        pytest.param(f"<main>{OTHERS}</main><footer>{FOUND}</footer>", False, False, id="below"),
        pytest.param(f"<nav>{FOUND}</nav>{OTHERS}", False, False, id="in the menu"),
        pytest.param(f"{OTHERS}{FOUND}", True, False, id="without a main part"),
        pytest.param("<main>No results found for about us</main>", None, True, id="nothing"),
        pytest.param("<main>Sorry, no se encontraron resultados</main>", None, True, id="Spanish"),
        pytest.param("<main>About 10 results<br></main>", None, False, id="ten results by script"),
        pytest.param("<main>10,230 results, 0 results left</main>", None, True, id="0 results"),
        pytest.param(
            "<main><script>var none = 'No results found'</script></main>",
            None,
            False,
            id="words of a script",
        ),
        pytest.param(f"<main>{OTHERS} No results found</main>", None, True, id="only suggestions"),
        pytest.param('<main><a href="?page=2">2</a><a>x</a></main>', None, False, id="pages alone"),
        pytest.param('<main><a href="/a">a</a></main>', None, False, id="too few to be results"),
        pytest.param('<main><a href="http://[bad">a</a></main>', None, False, id="no URL"),
        pytest.param("", None, False, id="no page"),
    ],
)
def test_results_are_read(html: str, found: bool | None, empty: bool) -> None:
    url = "https://agency.gov/search?q=x"
    assert read_results(html, url, "https://agency.gov/about") == (found, empty)


def answered(
    *answers: web.Response,
    form: str = '<form role="search" action="/search"><input name="q"></form>',
    wanted: tuple[Wanted, ...] = (
        Wanted("http://agency.gov/", ""),
        Wanted("http://agency.gov/about", "About us"),
    ),
    robots: str = "",
    host: str = "agency.gov",
) -> tuple[SearchTried | Gap, list[str]]:
    asked: list[str] = []

    async def manner(request: web.Request) -> web.StreamResponse:
        if request.path == "/robots.txt":
            return web.Response(text=robots)
        asked.append(request.path_qs)
        found = answers[min(len(asked), len(answers)) - 1]
        return web.Response(text=found.text, status=found.status, content_type="text/html")

    async def ask(client: ProbeClient) -> SearchTried | Gap:
        home = Answer(f"http://{host}/", 200, (), form.encode())
        return await try_search(client, Robots(client), home, wanted)

    with loopback(
        {"agency.gov": manner, "robots.test": manner, "search.agency.gov": manner}
    ) as served:
        return probing(ask, [*table(served)]), asked


def page(text: str, status: int = 200) -> web.Response:
    return web.Response(text=text, status=status)


RESULTS, NOTHING = page(f"<main>{OTHERS}{FOUND}</main>"), page("<main>No results found</main>")


@pytest.mark.parametrize(
    ("answers", "told", "times"),
    [
        pytest.param([RESULTS], (200, True, False), 1, id="found"),
        pytest.param([page(f"<main>{OTHERS}</main>")], (200, False, False), 1, id="not found"),
        pytest.param([NOTHING], (200, None, True), 2, id="nothing, twice"),
        pytest.param([NOTHING, RESULTS], (200, True, False), 2, id="nothing, and then found"),
        pytest.param([page("", 500)], (500, None, False), 2, id="an error, twice"),
        pytest.param([page("", 500), NOTHING], (200, None, False), 2, id="an error, then nothing"),
        pytest.param([page("No results", 404)], (404, None, False), 1, id="no such page"),
    ],
)
def test_a_search_is_tried_once_and_again_where_it_found_nothing(
    answers: list[web.Response], told: tuple[int, bool | None, bool], times: int
) -> None:
    found, asked = answered(*answers)
    assert isinstance(found, SearchTried)
    assert (found.status, found.found, found.empty) == told
    assert found.query == "About us"
    assert asked == ["/search?q=About+us"] * times
    assert parse_qs(urlsplit(found.url).query) == {"q": ["About us"]}


def test_a_search_that_scripts_do_in_the_page_is_not_judged() -> None:
    form = f'<form role="search"><input name="q"></form><main>{OTHERS}</main>'
    found, _ = answered(page(form), form=form)
    assert isinstance(found, SearchTried)
    assert (found.found, found.empty) == (None, False)


def test_a_closed_door_is_a_gap_of_the_answer() -> None:
    found, _ = answered(page("", 403))
    assert isinstance(found, SearchTried)
    assert found.gap is not None
    assert (found.gap.part, found.gap.reason) == ("searched", Reason.BLOCKED)


def test_robots_txt_keeps_the_query_out_too() -> None:
    found, asked = answered(RESULTS, host="robots.test", robots="User-agent: *\nDisallow: /search")
    assert isinstance(found, SearchTried)
    assert found.gap is not None
    assert (found.status, found.found, found.gap.reason, asked) == (None, None, Reason.ROBOTS, [])


def test_a_search_on_another_host_of_the_domain_is_asked() -> None:
    form = '<form role="search" action="http://search.agency.gov/"><input name="q"></form>'
    found, asked = answered(RESULTS, form=form)
    assert isinstance(found, SearchTried)
    assert (found.url, len(asked)) == ("http://search.agency.gov/?q=About+us", 1)


@pytest.mark.parametrize(
    ("form", "wanted", "reason"),
    [
        ("<p>No form", (Wanted("http://agency.gov/", "Agency"),), Reason.UNSUPPORTED),
        (
            '<form role="search" action="https://cse.google.com/cse"><input name="q"></form>',
            (Wanted("http://agency.gov/", "Agency"),),
            Reason.OFF_SITE,
        ),
        ('<form role="search"><input name="q"></form>', (), Reason.UNSUPPORTED),
        ('<form role="search"><input name="q"></form>', (Wanted("x", ""),), Reason.UNSUPPORTED),
    ],
    ids=["no form", "another site's", "no page", "no title"],
)
def test_what_cannot_be_tried_says_why(
    form: str, wanted: tuple[Wanted, ...], reason: Reason
) -> None:
    found, asked = answered(RESULTS, form=form, wanted=wanted)
    assert isinstance(found, Gap)
    assert (found.part, found.reason, asked) == ("searched", reason, [])
