import pytest

from audits.facts.browsers import browser_asked_for
from audits.mobile.mobile_browser_neutral import mobile_browser_neutral
from ideaaudit.models import EngineSeen, PageObservation
from tests.audits.build import HOME, outcome_of, page, showing, site


def seen_in(*engines: EngineSeen, path: str = "", html: str = "<p>Text") -> PageObservation:
    return showing(html, HOME + path, engines=engines)


def engine(there: int, name: str = "firefox", here: int = 500, error: str = "") -> EngineSeen:
    return EngineSeen(name, "140", (here, there), (error,) if error else ())


IE6 = "<footer>Best viewed in Internet&nbsp;Explorer 6</footer>"


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([seen_in(engine(500), engine(480, "webkit"))], "passed", id="the same in all"),
        pytest.param([seen_in(engine(450))], "passed", id="90 % of the words"),
        pytest.param([seen_in(engine(0, here=0))], "passed", id="no words anywhere"),
        pytest.param(
            [seen_in(engine(10)), seen_in(engine(10), path="b")], "failed", id="blocked twice"
        ),
        pytest.param(
            [seen_in(engine(10), engine(500, "webkit"), path=path) for path in ("a", "b")],
            "failed",
            id="blocked in one of two",
        ),
        pytest.param([seen_in(engine(10))], "cantTell", id="blocked once may be chance"),
        pytest.param(
            [seen_in(engine(10)), seen_in(engine(10), path="b"), seen_in(engine(500), path="c")],
            "cantTell",
            id="another page is shown",
        ),
        pytest.param(
            [seen_in(engine(50)), seen_in(engine(50), path="b")], "cantTell", id="a tenth is there"
        ),
        pytest.param(
            [seen_in(engine(0, here=49)), seen_in(engine(0, here=49), path="b")],
            "cantTell",
            id="too few words",
        ),
        pytest.param([seen_in(engine(449))], "cantTell", id="less than 90 %"),
        pytest.param([seen_in(engine(500, error="x is not defined"))], "cantTell", id="an error"),
        pytest.param([page(IE6, HOME)], "cantTell", id="best viewed in one"),
        pytest.param([seen_in(engine(500), html=IE6)], "cantTell", id="the same, but asks for one"),
        pytest.param(
            [showing('<meta http-equiv=refresh content="0;url=/b">', engines=(engine(500),))],
            "cantTell",
            id="only a page that sends on",
        ),
        pytest.param([page("<p>Text", HOME)], "untested", id="no other browser was used"),
        pytest.param([], "untested", id="no page"),
    ],
)
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(mobile_browser_neutral, site(*pages)) == outcome


@pytest.mark.parametrize(
    ("text", "asks"),
    [
        ("this site is best viewed with microsoft internet explorer 8", True),
        ("best viewed in 1024x768 using netscape 4.7", True),
        ("this application requires google chrome.", True),
        ("optimized for chrome", True),
        ("this page only works in ie 11", True),
        ("este sitio se ve mejor con firefox", True),
        ("download chrome, firefox or safari", False),
        ("best viewed in the evening. we use edge detection", False),
        ("the dome requires chromed steel", False),
        ("", False),
    ],
)
def test_words_that_ask_for_one_browser(text: str, asks: bool) -> None:
    assert bool(browser_asked_for(text)) is asks


def test_the_words_are_shown() -> None:
    judgement = mobile_browser_neutral.judge(site(page(IE6, HOME)))
    assert "best viewed in internet explorer" in judgement.evidence[0].detail
