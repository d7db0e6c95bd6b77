from typing import Any

import pytest

from ideaaudit.models import MenuSeen, Parity

VIEWPORT = '<meta name="viewport" content="width=device-width, initial-scale=1">'
LINKS = "<ul><li><a href=/a>A</a><li><a href=/b>B</a><li><a href=/c>C</a></ul>"
CLOSED = "<style>nav ul{display:none} nav.open ul{display:block}</style>"
TOGGLE = (
    "const nav = document.querySelector('nav'); nav.classList.toggle('open');"
    "this.setAttribute('aria-expanded', nav.classList.contains('open'))"
)


@pytest.fixture
def menu(pages: Any, render: Any, html: Any) -> Any:
    """The menu of a page with this body, tried on a phone."""

    def of(body: str) -> MenuSeen | None:
        pages["agency.test/"] = html(VIEWPORT + body)
        rendering = render("/", senses=frozenset({"menu"})).rendering
        assert rendering.gaps == ()
        found: MenuSeen | None = rendering.menu
        return found

    return of


def header(button: str, rest: str = "") -> str:
    return f"{CLOSED}<header>{button}<nav>{LINKS}{rest}</nav></header><main><h1>Page</h1>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            header(f'<button aria-expanded=false onclick="{TOGGLE}">Menu</button>'), id="named"
        ),
        pytest.param(
            header(f'<button class=usa-menu-btn onclick="{TOGGLE}">&equiv;</button>'), id="of USWDS"
        ),
        pytest.param(
            header(f'<button aria-label="Abrir el menú" onclick="{TOGGLE}">x</button>'),
            id="Spanish",
        ),
        pytest.param(
            header(f'<button class="NAVBAR-TOGGLER" onclick="{TOGGLE}"> </button>'),
            id="of Bootstrap",
        ),
        pytest.param(
            header("<details><summary>Menu</summary><a href=/d>D</a><a href=/e>E</a></details>"),
            id="a disclosure",
        ),
        pytest.param(
            "<style>nav{display:none} input{opacity:0} input:checked ~ nav{display:block}</style>"
            "<header><label for=box class=menu-toggle>Menu</label><input type=checkbox id=box>"
            f"<nav>{LINKS}</nav></header>",
            id="a box that is ticked",
        ),
        pytest.param(
            "<div id=h></div><script>h.attachShadow({mode: 'open'}).innerHTML = `<header><button "
            'onclick="this.nextSibling.hidden = !this.nextSibling.hidden">Menu</button>'
            f"<div hidden>{LINKS}</div></header>`</script>",
            id="in a shadow tree",
        ),
    ],
)
def test_a_menu_opens_by_tap_and_by_keyboard(menu: Any, body: str) -> None:
    seen = menu(body)
    assert (seen.by_tap, seen.by_keyboard) == (True, True)
    assert seen.links_after > seen.links_before


def test_what_the_button_says_of_itself_is_noted(menu: Any) -> None:
    seen = menu(header(f'<button aria-expanded=false onclick="{TOGGLE}">Menu</button>'))
    assert seen.expanded == ("false", "true")
    assert (seen.links_before, seen.links_after) == (0, 3)
    assert menu(header("<button>Menu</button>")).expanded == ("", "")


@pytest.mark.parametrize(
    ("button", "by_tap", "by_keyboard"),
    [
        pytest.param("<button>Menu</button>", False, False, id="a dead button"),
        pytest.param(
            f'<div class=hamburger style="width:40px" role=button onclick="{TOGGLE}">=</div>',
            True,
            None,
            id="no keyboard comes to it",
        ),
        pytest.param(
            f'<div tabindex=0 class=hamburger role=button onclick="{TOGGLE}">Menu</div>',
            True,
            False,
            id="it does not hear the keyboard",
        ),
        pytest.param("<button onclick='throw 1'>Menu</button>", False, False, id="a broken one"),
        pytest.param(
            "<button onclick=\"location='/x'\">Menu</button>",
            False,
            False,
            id="one that leads away",
        ),
        pytest.param(
            f'<button onclick="{TOGGLE}">Menu</button>'
            "<div style='position:fixed;inset:0;background:#fff'></div>",
            None,
            True,
            id="a covered one",
        ),
    ],
)
def test_a_menu_that_does_not_open(
    menu: Any, button: str, *, by_tap: bool | None, by_keyboard: bool | None
) -> None:
    seen = menu(header(button))
    assert (seen.by_tap, seen.by_keyboard) == (by_tap, by_keyboard)


def test_a_menu_that_slides_in_counts_once_its_links_are_in_view(menu: Any) -> None:
    seen = menu(
        "<style>nav{position:fixed;top:60px;left:0;width:300px;transform:translateX(-400px);"
        "transition:transform .2s} nav.open{transform:none}</style>"
        f'<header><button onclick="{TOGGLE}">Menu</button><nav>{LINKS}</nav></header>'
    )
    assert (seen.by_tap, seen.by_keyboard, seen.links_before) == (True, True, 0)


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<nav>{LINKS}</nav><main>Text", id="links in the open"),
        pytest.param(
            "<button>Search</button><a href=/menu>Menu</a><main>Text", id="a link to a page"
        ),
        pytest.param("<main><button>Menu</button></main>", id="a button of the text"),
        pytest.param(
            f"<header><button aria-expanded=false aria-controls=x>Language</button>"
            f"<p id=x hidden>{LINKS}</p></header>",
            id="languages without a name for it",
        ),
        pytest.param(
            "<style>@media (max-width: 600px) { button { display: none } }</style>"
            "<header><button>Menu</button></header>",
            id="one for desktops",
        ),
        pytest.param("<header><button>Menu of the day in our canteen</button></header>", id="food"),
    ],
)
def test_what_is_no_collapsed_menu(menu: Any, body: str) -> None:
    assert menu(body) is None


@pytest.fixture
def parity(pages: Any, render: Any, html: Any) -> Any:
    """What a phone has of a page with this body."""

    def of(body: str) -> Parity:
        pages["agency.test/"] = html(VIEWPORT + body)
        rendering = render("/", senses=frozenset({"parity"})).rendering
        assert rendering.gaps == ()
        found: Parity = rendering.parity
        return found

    return of


ONLY_LARGE = "<style>@media (max-width: 600px) { .large { display: none } }</style>"


def test_a_page_that_shows_all_shows_all(parity: Any) -> None:
    seen = parity(f"<nav>{LINKS}</nav><main><p>Five words of main text<form><input></form></main>")
    assert seen == Parity(
        words=(5, 5), links=(3, 3), forms=(1, 1), controls=(1, 1), searches=(0, 0)
    )


def test_what_a_phone_leaves_out_is_counted(parity: Any) -> None:
    seen = parity(
        f"{ONLY_LARGE}<div class=large><a href=/a>A</a><form role=search><input></form></div>"
        "<main><p>Kept words here<p class=large>Words left out here</main>"
    )
    assert seen.words == (7, 3)
    assert (seen.links, seen.forms, seen.controls) == ((1, 0), (1, 0), (1, 0))
    assert seen.searches == (1, 0)


@pytest.mark.parametrize(
    "holder",
    [
        pytest.param("<nav class=large>{}</nav>", id="a menu"),
        pytest.param(
            "<details class=more><summary>More</summary><div>{}</div></details>", id="details"
        ),
        pytest.param(
            "<button aria-controls=p aria-expanded=false>x</button><div id=p class=large>{}</div>",
            id="a panel with a button",
        ),
        pytest.param("<div class='usa-accordion__content large'>{}</div>", id="an accordion"),
    ],
)
def test_what_can_be_opened_is_there(parity: Any, holder: str) -> None:
    seen = parity(
        f"{ONLY_LARGE}<main><p>Words</p>{holder.format('<a href=/a>Linked words</a>')}</main>"
    )
    assert seen.links[1] == 1
    assert seen.words[0] == seen.words[1]


def test_words_only_for_a_phone_do_not_make_up_for_others(parity: Any) -> None:
    seen = parity(
        f"{ONLY_LARGE}<style>.small {{ display: none }}"
        "@media (max-width: 600px) { .small { display: block } }</style>"
        "<main><p class=large>long text here<p class=small>other stuff here</main>"
    )
    assert seen.words == (3, 1)
