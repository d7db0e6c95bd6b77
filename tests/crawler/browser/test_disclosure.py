from typing import Any

import pytest

from ideaaudit.models import Disclosure, PasteSeen

LABEL = "aria-label='Official website of the United States government'"
PRESS = "p.hidden = !p.hidden; this.setAttribute('aria-expanded', !p.hidden)"
BUTTON = (
    f'<button class=usa-banner__button aria-expanded=false aria-controls=p onclick="{PRESS}">'
    "Here&rsquo;s how you know</button>"
)


@pytest.fixture
def disclosure(pages: Any, render: Any, html: Any) -> Any:
    """The banner's button of a page with this body, pressed."""

    def of(body: str) -> Disclosure | None:
        pages["agency.test/"] = html(body)
        rendering = render("/", senses=frozenset({"disclosure"})).rendering
        assert rendering.gaps == ()
        found: Disclosure | None = rendering.disclosure
        return found

    return of


def banner(button: str, panel: str = "<p id=p hidden>Official websites  use .gov</p>") -> str:
    return f"<section class=usa-banner {LABEL}>An official website {button}{panel}</section><h1>H"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(banner(BUTTON), id="of USWDS"),
        pytest.param(
            f'<section {LABEL}><button aria-expanded=false aria-controls=p onclick="{PRESS}">'
            "Details</button><p id=p hidden>Official websites use .gov</section>",
            id="in a region named so",
        ),
        pytest.param(
            "<section aria-label='Un sitio oficial del Gobierno de Estados Unidos'><button "
            f'aria-expanded=false aria-controls=p onclick="{PRESS}">Detalles</button>'
            "<p id=p hidden>Official websites use .gov</section>",
            id="in Spanish",
        ),
        pytest.param(
            f'<p>A site <button aria-expanded=false aria-controls=p onclick="{PRESS}">'
            "Here's how you know</button><div id=p hidden>Official websites use .gov</div>",
            id="by its words alone",
        ),
        pytest.param(
            f"<details class=usa-banner {LABEL}><summary>Here is how</summary>"
            "<p>Official websites use .gov</p></details>",
            id="without a script",
        ),
        pytest.param(
            "<usa-banner></usa-banner><script>document.querySelector('usa-banner').attachShadow("
            "{mode: 'open'}).innerHTML = `<section><button aria-expanded=false aria-controls=p "
            'onclick="const p = this.nextSibling; p.hidden = !p.hidden;'
            "this.setAttribute('aria-expanded', !p.hidden)\">How</button>"
            "<p id=p hidden>Official websites use .gov</p></section>`</script>",
            id="in a shadow tree",
        ),
    ],
)
def test_a_button_that_works(disclosure: Any, body: str) -> None:
    seen = disclosure(body)
    assert (seen.pressed, seen.expanded) == (True, ("false", "true"))
    assert (seen.panel_before, seen.panel_after) == (False, True)
    assert seen.text == "Official websites use .gov"
    assert seen.detail == ""


@pytest.mark.parametrize(
    ("button", "expanded", "opened"),
    [
        pytest.param(BUTTON.replace(PRESS, ""), ("false", "false"), False, id="dead"),
        pytest.param(BUTTON.replace(PRESS, "throw 1"), ("false", "false"), False, id="broken"),
        pytest.param(
            BUTTON.replace(PRESS, "location = '/away'"), ("false", "false"), False, id="leads away"
        ),
        pytest.param(
            BUTTON.replace(PRESS, "p.hidden = !p.hidden"),
            ("false", "false"),
            True,
            id="tells nobody",
        ),
        pytest.param(
            BUTTON.replace(PRESS, "this.setAttribute('aria-expanded', true)"),
            ("false", "true"),
            False,
            id="only says so",
        ),
    ],
)
def test_a_button_that_does_not_work(
    disclosure: Any, button: str, expanded: tuple[str, str], *, opened: bool
) -> None:
    seen = disclosure(banner(button))
    assert (seen.pressed, seen.expanded, seen.panel_after) == (True, expanded, opened)


def test_a_panel_that_is_always_open_is_known_from_before(disclosure: Any) -> None:
    seen = disclosure(banner(BUTTON.replace(PRESS, ""), "<p id=p>Official websites use .gov"))
    assert (seen.panel_before, seen.panel_after) == (True, True)


def test_what_covers_the_button_is_named(disclosure: Any) -> None:
    seen = disclosure(banner(BUTTON) + "<div id=veil style='position:fixed;inset:0'></div>")
    assert (seen.pressed, seen.detail) == (False, "#veil")
    assert seen.expanded == ("false", "false")


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<h1>None</h1><button>Open</button>", id="no banner"),
        pytest.param("<section class=usa-banner>An official website</section>", id="no button"),
        pytest.param(f"<div style='display:none'>{BUTTON}</div>", id="hidden"),
    ],
)
def test_no_button_is_none(disclosure: Any, body: str) -> None:
    assert disclosure(body) is None


def test_the_panel_is_closed_again(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(
        banner(BUTTON, "<p id=p hidden><a id=in href=/in>Official</a></p>")
    )
    seen = render("/", senses=frozenset({"disclosure", "keyboard"})).rendering.keyboard
    assert "#in" not in [stop.selector for stop in seen.stops]


@pytest.fixture
def passwords(pages: Any, render: Any, html: Any) -> Any:
    """What became of pasting into the password fields of a page with this body."""

    def of(body: str) -> tuple[PasteSeen, ...]:
        pages["agency.test/"] = html(body)
        rendering = render("/", senses=frozenset({"passwords"})).rendering
        assert rendering.gaps == ()
        found: tuple[PasteSeen, ...] = rendering.passwords
        return found

    return of


NO = "event.preventDefault()"


@pytest.mark.parametrize(
    ("field", "accepted"),
    [
        pytest.param("<input type=password>", True, id="a plain field"),
        pytest.param("<input type=PASSWORD maxlength=3>", True, id="a short one"),
        pytest.param(f'<input type=password onpaste="{NO}">', False, id="paste refused"),
        pytest.param(
            "<input type=password onpaste='return false'>", False, id="paste refused of old"
        ),
        pytest.param(f'<div onpaste="{NO}"><input type=password></div>', False, id="refused above"),
        pytest.param(
            f"<input type=password onkeydown=\"if (event.ctrlKey && event.key === 'v') {NO}\">",
            False,
            id="the keys refused",
        ),
        pytest.param(
            "<input type=password oninput=\"if (this.value.length > 1) this.value = ''\">",
            False,
            id="thrown away",
        ),
        pytest.param(
            f'<input type=password onpaste="{NO};this.value ='
            " event.clipboardData.getData('text/plain')\">",
            True,
            id="taken by a script",
        ),
        pytest.param("<input type=password onpaste='throw 1'>", True, id="a handler that breaks"),
        pytest.param("<input type=password disabled>", None, id="disabled"),
        pytest.param("<input type=password readonly>", None, id="read-only"),
    ],
)
def test_a_password_is_pasted(passwords: Any, field: str, *, accepted: bool | None) -> None:
    (seen,) = passwords(f"<form>{field}</form>")
    assert seen.accepted is accepted


def test_a_field_that_is_read_only_until_focused_is_noted(passwords: Any) -> None:
    (seen,) = passwords("<input type=password readonly onfocus='this.readOnly = false'>")
    assert (seen.accepted, seen.read_only, seen.autocomplete) == (True, True, "")


def test_autocomplete_stands_as_written(passwords: Any) -> None:
    (seen,) = passwords("<input type=password autocomplete='OFF '>")
    assert (seen.autocomplete, seen.read_only) == ("OFF ", False)


@pytest.mark.parametrize(
    ("body", "count"),
    [
        pytest.param("<input type=text>", 0, id="none"),
        pytest.param("<input type=password style='display:none'>", 0, id="hidden"),
        pytest.param("<input type=password>" * 5, 3, id="at most three"),
        pytest.param(
            "<div><template shadowrootmode=open><input type=password></template></div>",
            1,
            id="in a shadow tree",
        ),
    ],
)
def test_visible_fields_are_tried(passwords: Any, body: str, count: int) -> None:
    assert len(passwords(body)) == count


def test_nothing_is_submitted_and_nothing_is_left(
    bench: Any, pages: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(
        "<form action=/in method=post><input type=password value=mine"
        " oninput=\"fetch('/log', {method: 'POST', body: this.value}); this.form.submit()\">"
        "</form><p id=out></p><script>onblur = 1; addEventListener('focusout', e =>"
        " e.target.value === 'mine' || e.target.tagName !== 'INPUT' || fetch('/left'))</script>"
    )
    seen = render("/", senses=frozenset({"passwords", "requests"})).rendering
    assert seen.gaps == ()
    assert seen.passwords[0].accepted
    assert [bench.web.asked[f"agency.test{path}"] for path in ("/in", "/log", "/left")] == [0, 0, 0]
