"""Tab pressed through pages that let the focus pass, and through pages that do not."""

import os
from typing import Any

import pytest

from ideaaudit.models import KeyboardWalk
from tests.faults.prey import busy_renderers

LINKS = "".join(f"<a href=/p{number}>link {number}</a> " for number in range(4))
KEEP = (
    "onkeydown=\"if (event.key === 'Tab') { event.preventDefault();"
    ' (document.activeElement === x ? y : x).focus() }"'
)


@pytest.fixture
def walk(pages: Any, render: Any, html: Any) -> Any:
    """The walk through a page with this body; nothing else is lost."""

    def of(body: str) -> KeyboardWalk:
        pages["agency.test/"] = html(body)
        rendering = render("/", senses=frozenset({"keyboard"})).rendering
        assert rendering.gaps == ()
        found: KeyboardWalk = rendering.keyboard
        return found

    return of


def reached(seen: KeyboardWalk) -> list[str]:
    return [stop.selector.rpartition(" ")[2] for stop in seen.stops]


def missed(seen: KeyboardWalk) -> list[str]:
    return [box.selector.rpartition(" ")[2] for box in seen.unreached]


def test_a_page_is_walked_from_its_top_to_its_end(walk: Any) -> None:
    seen = walk("<a id=a href=/a>a</a><input id=b autofocus><button id=c>c</button>")
    assert (seen.complete, seen.interactive, seen.unreached_count) == (True, 3, 0)
    assert reached(seen) == ["#a", "#b", "#c"]
    assert seen.trap is None
    assert seen.skip_link is None
    assert all(stop.visible for stop in seen.stops)
    assert seen.stops[0].markup == '<a id="a" href="/a">a</a>'


def test_a_page_with_nothing_to_reach_is_walked_too(walk: Any) -> None:
    seen = walk("<p>Words")
    assert (seen.complete, seen.interactive, seen.stops) == (True, 0, ())


def test_a_page_longer_than_the_bound_is_left_incomplete(walk: Any) -> None:
    seen = walk("<span role=button id=no>no</span>" + LINKS * 60 + "<span role=button>later</span>")
    assert not seen.complete
    assert seen.presses == 200
    assert missed(seen) == ["#no"]


@pytest.mark.parametrize(
    ("body", "caught"),
    [
        pytest.param(
            f"<div {KEEP}><input id=x><input id=y></div>", "#x", id="two fields in a ring"
        ),
        pytest.param('<input id=x onblur="this.focus()">', "#x", id="a field that keeps it"),
        pytest.param(
            "<textarea id=x onkeydown=\"if (event.key === 'Tab') event.preventDefault()\">"
            "</textarea>",
            "#x",
            id="an editor that takes Tab and knows no way out",
        ),
    ],
)
def test_a_trap_is_named_with_what_it_keeps_visitors_from(
    walk: Any, body: str, caught: str
) -> None:
    seen = walk(f"{LINKS}{body}<a id=after href=/after>after</a>")
    assert seen.trap
    assert seen.trap.selector == caught
    assert missed(seen) == ["#after"]
    assert not seen.complete


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<textarea id=x></textarea><script>let on = true; x.onkeydown = e => {"
            "if (e.key === 'Escape') on = false; if (e.key === 'Tab' && on) e.preventDefault() }"
            "</script>",
            id="Escape leads out of an editor",
        ),
        pytest.param(
            "<dialog id=d><button>Close</button></dialog><script>d.showModal()</script>",
            id="a modal dialog",
        ),
        pytest.param(
            f"<div role=dialog aria-modal=true {KEEP} style='position:fixed;inset:99px'>"
            "<button id=x>Close</button><a id=y href=/y>y</a></div><script>x.focus()</script>",
            id="a modal dialog of ARIA",
        ),
        pytest.param("<input type=datetime-local>", id="a date of many parts"),
        pytest.param("<audio controls src=/a.mp3></audio>", id="a player with controls"),
        pytest.param(
            "<x-b></x-b><script>customElements.define('x-b', class extends HTMLElement {"
            "constructor() { super(); this.attachShadow({mode: 'closed'}).innerHTML ="
            "'<button>1</button>'.repeat(5) }})</script>",
            id="a closed shadow tree",
        ),
        pytest.param(
            "<iframe srcdoc='<a href=#x>x</a><script>document.onkeydown ="
            " e => e.preventDefault()</script>'></iframe>",
            id="a frame that nobody outside can judge",
        ),
        pytest.param("<input id=x onfocus='y.focus()'><input id=y>", id="a field that hands on"),
    ],
)
def test_what_can_be_left_is_no_trap(walk: Any, body: str) -> None:
    seen = walk(f"{LINKS}{body}<a id=after href=/after>after</a>")
    assert seen.trap is None


@pytest.mark.parametrize("before", ["<a id=a href=/a>a</a>", LINKS])
def test_a_trap_that_takes_its_time_is_met_by_a_slow_hand(walk: Any, before: str) -> None:
    body = "<button id=x onblur='setTimeout(() => this.focus(), 10)'>x</button>"
    seen = walk(f"{before}{body}<a id=after href=/after>after</a>")
    assert seen.trap
    assert seen.trap.selector == "#x"
    assert "#after" in missed(seen)
    assert not seen.complete


def test_a_script_that_moves_the_focus_once_is_no_trap(walk: Any) -> None:
    seen = walk(
        "<a id=a href=/a>a</a><button id=b onblur='setTimeout(() => { if (!this.done) "
        "this.focus(); this.done = 1 }, 10)'>b</button><a id=c href=/c>c</a>"
    )
    assert (seen.trap, seen.complete, reached(seen)) == (None, True, ["#a", "#b", "#c"])


def test_a_link_that_leads_nowhere_is_another_than_the_next(walk: Any) -> None:
    seen = walk("<a id=a href=#>a</a><a id=b href=# tabindex=-1>b</a><a id=c href=/c>c</a>")
    assert missed(seen) == ["#b"]


def test_a_frame_is_one_stop(walk: Any) -> None:
    inner = "".join(f"<a href=#{number}>x</a>" for number in range(15))
    seen = walk(
        f"<a id=a href=/a>a</a><iframe id=f srcdoc='{inner}'></iframe><a id=b href=/b>b</a>"
    )
    assert reached(seen) == ["#a", "#f", "#b"]
    assert seen.stops[1].visible is None
    assert seen.complete


def test_stops_in_shadow_trees_are_told_apart(walk: Any) -> None:
    seen = walk(
        "<div id=h><template shadowrootmode=open><button>1</button><button>2</button>"
        "<span role=button id=no>no</span></template></div><a id=a href=/a>a</a>"
    )
    assert [stop.selector for stop in seen.stops] == [
        "#h >>> button:nth-of-type(1)",
        "#h >>> button:nth-of-type(2)",
        "#a",
    ]
    assert [box.selector for box in seen.unreached] == ["#h >>> #no"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param("<span role=button id=no>no</span>", id="a role without tabindex"),
        pytest.param("<div onclick='1' id=no>no</div>", id="a handler of clicks alone"),
        pytest.param("<button tabindex=-1 id=no>no</button>", id="a button taken out"),
        pytest.param(
            "<a href=/z onfocus='this.blur()' id=no>no</a>", id="focus that is thrown off"
        ),
    ],
)
def test_a_control_without_focus_is_named(walk: Any, body: str) -> None:
    assert missed(walk(f"{LINKS}{body}")) == ["#no"]


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<div role=tablist><button role=tab>1</button><button role=tab tabindex=-1>2</button>"
            "</div>",
            id="one tab of several",
        ),
        pytest.param(
            "<input type=radio name=r><input type=radio name=r>", id="one radio of several"
        ),
        pytest.param("<a href=/p1 tabindex=-1>again</a>", id="a second link to one place"),
        pytest.param("<button disabled>no</button>", id="disabled"),
        pytest.param("<button aria-disabled=true tabindex=-1>no</button>", id="disabled by ARIA"),
        pytest.param("<div inert><a href=/i>i</a></div>", id="inert"),
        pytest.param(
            "<div aria-hidden=true><button tabindex=-1>x</button></div>", id="hidden by ARIA"
        ),
        pytest.param("<div onclick='1'><a href=/2>2</a></div>", id="a handler around a link"),
        pytest.param("<label onclick='1'>l <input></label>", id="a handler on a label"),
        pytest.param("<details><summary>s</summary><a href=/d>d</a></details>", id="closed"),
        pytest.param("<button style='display:none'>x</button>", id="not there"),
        pytest.param("<a href=/o style='position:absolute;left:-999px'>o</a>", id="out of sight"),
    ],
)
def test_what_need_not_be_a_stop_is_not_missed(walk: Any, body: str) -> None:
    assert missed(walk(f"{LINKS}{body}")) == []


@pytest.mark.parametrize(
    ("style", "body", "visible"),
    [
        pytest.param("", "<a id=a href=/a>a</a>", True, id="the browser's own outline"),
        pytest.param(
            "a:focus{outline:3px solid #000}", "<a id=a href=/a>a</a>", True, id="a black outline"
        ),
        pytest.param(
            "a:focus{outline:3px solid #0000}", "<a id=a href=/a>a</a>", False, id="a clear outline"
        ),
        pytest.param("", "<button id=a>a</button>", False, id="no outline"),
        pytest.param(
            "button:focus{background:yellow}", "<button id=a>a</button>", True, id="background"
        ),
        pytest.param(
            "button:focus{box-shadow:0 0 9px red} button{transition:all 1s}",
            "<button id=a>a</button>",
            True,
            id="a shadow that comes slowly",
        ),
        pytest.param(
            "input{opacity:0} input:focus + label::before{border-color:red}"
            " label::before{content:'x';border:1px solid}",
            "<input type=checkbox id=a><label for=a>l</label>",
            True,
            id="the label of a hidden box",
        ),
        pytest.param(
            "p:focus-within{color:red}", "<p><button id=a>a</button></p>", True, id="the paragraph"
        ),
        pytest.param("input{outline:none}", "<input id=a>", True, id="a caret"),
        pytest.param(
            "input{outline:none!important}", "<input type=checkbox id=a>", False, id="a box"
        ),
    ],
)
def test_what_shows_the_focus(walk: Any, style: str, body: str, *, visible: bool) -> None:
    plain = f"<style>button:focus{{outline:0}} {style}</style>"
    seen = walk(f"{plain}{body}<a href=/last>last</a>")
    assert [stop.visible for stop in seen.stops if stop.selector == "#a"] == [visible]


@pytest.mark.parametrize(
    ("link", "works"),
    [
        pytest.param("<a href=#main>Skip</a>", True, id="to the next stop"),
        pytest.param("<a href=#focus>Skip</a>", True, id="to what takes the focus"),
        pytest.param("<a href=#named>Skip</a>", True, id="to a named anchor"),
        pytest.param("<a href=#nowhere>Skip</a>", False, id="to nothing"),
        pytest.param(
            "<a href=#main onclick='return false'>Skip</a>", False, id="stopped by a script"
        ),
        pytest.param("<a href=/other#main>Skip</a>", None, id="to another page"),
        pytest.param("<a href=#>Top</a>", None, id="to the top"),
        pytest.param("<button>First</button>", None, id="no link at all"),
    ],
)
def test_a_skip_link_is_tried(walk: Any, link: str, *, works: bool | None) -> None:
    main = "<main id=main><a name=named></a><p>x <a href=/in>in</a><p id=focus tabindex=-1>f</main>"
    assert walk(f"{link}{LINKS}{main}").skip_link is works


@pytest.mark.parametrize(
    "handler",
    [
        pytest.param("location = '/away'", id="goes away"),
        pytest.param("location.reload()", id="loads anew"),
        pytest.param("document.forms[0].submit()", id="submits"),
        pytest.param("fetch('/away', {method: 'POST'})", id="posts"),
        pytest.param("open('/away')", id="opens a window"),
        pytest.param("alert(1)", id="asks"),
        pytest.param("throw 1", id="throws"),
        pytest.param("this.remove()", id="is gone"),
        pytest.param("document.body.append(this.cloneNode(true))", id="grows"),
        pytest.param("history.pushState(null, '', '/away')", id="renames itself"),
    ],
)
def test_no_handler_leads_the_walk_away(
    bench: Any, pages: Any, render: Any, html: Any, handler: str
) -> None:
    pages["agency.test/"] = html(
        f'{LINKS}<form action=/away method=post><button type=button onfocus="{handler}">x</button>'
    )
    rendering = render("/", senses=frozenset({"keyboard", "requests"})).rendering
    assert rendering.gaps == ()
    assert rendering.keyboard.trap is None
    assert rendering.url == "http://agency.test/"
    assert bench.web.asked["agency.test/away"] == 0
    assert not any("/away" in seen.url for seen in rendering.requests)
    assert bench.web.asked["agency.test/"] == 1
    assert render("/").rendering.gaps == ()


def test_a_handler_that_hangs_costs_the_walk_alone(pages: Any, render: Any, html: Any) -> None:
    pages["agency.test/"] = html(f"{LINKS}<a href=/z onfocus='for (;;);'>z</a>")
    rendering = render("/").rendering
    assert [gap.part for gap in rendering.gaps] == ["keyboard"]
    assert rendering.menu is None
    assert len(rendering.strains) == 3
    # The pool lives on, and none of its renderers runs that handler still.
    assert busy_renderers(os.getpid()) == []
