import pytest

from audits.mobile.mobile_nav_works import mobile_nav_works
from ideaaudit.models import Box, Layout, MenuSeen, PageObservation
from tests.audits.build import outcome_of, page, showing

BUTTON = Box("header > button.menu", "<button class=menu>Menu</button>", 0, 0, 44, 44)
PHONE = Layout("phone", 390, 844, True, 390, 390)
NOT_TRIED = "<header>{}</header><main>Text</main>"


def menu(
    by_tap: bool | None, by_keyboard: bool | None, expanded: tuple[str, str] = ("", "")
) -> PageObservation:
    seen = MenuSeen(BUTTON, by_tap, by_keyboard, 2, 9, expanded)
    return showing(layouts=(PHONE,), menu=seen)


def untried(markup: str) -> PageObservation:
    return showing(NOT_TRIED.format(markup), layouts=(PHONE,))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(menu(True, True), "passed", id="by tap and by keyboard"),
        pytest.param(menu(True, True, ("false", "true")), "passed", id="and it says so"),
        pytest.param(menu(True, True, ("", "true")), "passed", id="it says so once it is open"),
        pytest.param(menu(True, False), "failed", id="by tap alone"),
        pytest.param(menu(False, True), "failed", id="by keyboard alone"),
        pytest.param(menu(False, False, ("false", "false")), "failed", id="not at all"),
        pytest.param(menu(False, False), "cantTell", id="perhaps no menu"),
        pytest.param(menu(True, True, ("false", "false")), "cantTell", id="it does not say so"),
        pytest.param(menu(None, True), "cantTell", id="could not be tapped"),
        pytest.param(menu(True, None), "cantTell", id="could not be pressed"),
        pytest.param(menu(False, None, ("false", "false")), "cantTell", id="tried one way only"),
        pytest.param(untried("<button>MENU</button>"), "cantTell", id="a button was not tried"),
        pytest.param(untried("<button> Men&uacute; </button>"), "cantTell", id="in Spanish"),
        pytest.param(
            untried("<button class=usa-menu-btn>Go</button>"), "cantTell", id="of the design system"
        ),
        pytest.param(
            untried('<a role=button class="navbar-toggler" data-bs-toggle=collapse>x</a>'),
            "cantTell",
            id="by its class",
        ),
        pytest.param(
            untried("<button class=hamburger><i></i></button>"), "cantTell", id="without a name"
        ),
        pytest.param(
            untried(
                "<div><template shadowrootmode=open><button>Open menu</button></template></div>"
            ),
            "cantTell",
            id="in a shadow root",
        ),
        pytest.param(untried("<nav><a href=/a>A</a></nav>"), "inapplicable", id="links in view"),
        pytest.param(
            untried("<button class=icon>Send</button><button>Menus of our canteen?</button>"),
            "inapplicable",
            id="other buttons",
        ),
        pytest.param(
            untried("<button class=hamburger>Buy one</button>"), "inapplicable", id="a real one"
        ),
        pytest.param(page(), "untested", id="no phone was seen"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_nav_works, seen) == outcome


def test_the_button_and_the_ways_that_failed_are_named() -> None:
    [evidence] = mobile_nav_works.judge(menu(True, False)).evidence
    assert evidence.path == "header > button.menu"
    assert evidence.datum == "tap True, keyboard False"
    assert evidence.detail == "Links in view before: 2, after: 9."
