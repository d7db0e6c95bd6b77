"""How a page takes feedback, as federal pages ask for it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.page import PageFacts
from ideaaudit.models import RequestSeen
from tests.audits.build import page


def how(html: str, *requests: RequestSeen) -> tuple[str, str]:
    found = PageFacts(page(html, requests=requests)).feedback
    return found.how, found.tool


@pytest.mark.parametrize(
    "html",
    [
        "<p>Was this page helpful?</p><button>Yes</button><button>No</button>",
        "<p>WAS THIS PAGE&nbsp;HELPFUL?</p><input type=radio name=h>",
        "<p>Did you find what you were looking for? <a href='#y'>Yes</a>",
        "<p>Is this information useful?</p><input type='button' value='Yes'>",
        "<p>How can we improve this page?</p><textarea></textarea>",
        "<p>¿Le resultó útil esta página?</p><button>Sí</button>",
        "<p>¿Fue útil esta página?</p><button>Sí, gracias</button>",
        "<p>¿Encontró lo que buscaba?</p><button aria-label='No'>x</button>",
        "<div><template shadowrootmode=open><p>Did this page answer your question?"
        "<button>No</button></template></div>",
        "<p>Rate this page <select><option>1</select>",
    ],
)
def test_a_question_with_an_answer_is_a_widget(html: str) -> None:
    assert how(html) == ("widget", "")


@pytest.mark.parametrize(
    ("html", "tool"),
    [
        ('<script src="https://touchpoints.app.cloud.gov/touchpoints/1.js"></script>',
         "touchpoints"),
        ('<div class="touchpoints-form-wrapper"></div>', "touchpoints"),
        ('<script src="https://zn.siteintercept.qualtrics.com/SIE/"></script>', "qualtrics"),
        ('<script src="https://resources.digital-cloud-gov.medallia.com/x.js"></script>',
         "medallia"),
        ('<script src="https://gateway.foresee.com/sites/a.js"></script>', "foresee"),
        ('<script src="//w.usabilla.com/x.js"></script>', "usabilla"),
        ('<script src="/onlineopinionV5/oo_engine.min.js"></script>', "opinionlab"),
        ('<a href="https://www.surveymonkey.com/r/ABC">x</a>', "surveymonkey"),
    ],
)  # fmt: skip
def test_known_tools(html: str, tool: str) -> None:
    assert how(html) == ("tool", tool)


def test_a_tool_that_was_only_asked_for_counts() -> None:
    asked = RequestSeen("https://touchpoints.app.cloud.gov/touchpoints/1.js", "script")
    assert how("<p>x", asked) == ("tool", "touchpoints")


def test_a_question_beside_a_tool_is_a_widget_of_that_tool() -> None:
    assert how("Was this page helpful?<i class=fba-button></i>") == ("widget", "touchpoints")


@pytest.mark.parametrize(
    "text",
    [
        "Feedback", "FEEDBACK", "Give feedback", "Website Feedback", "Provide us feedback",
        "Tell us what you think", "Let us know", "Suggestion", "Report a problem with this page",
        "Suggest an edit", "Comments and suggestions", "Take our survey", "Envíe sus comentarios",
        "Comentarios", "Report an issue", "Give us your feedback", "Help improve this site",
    ],
)  # fmt: skip
def test_links_and_buttons_named_for_feedback(text: str) -> None:
    assert how(f'<a href="/x">{text}</a>') == ("link", "")
    assert how(f"<button>\n {text} </button>") == ("link", "")


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ('<a href="/site-feedback/">Write to us</a>', "link"),
        ('<a href="/comentarios">Aquí</a>', "link"),
        ('<a href="/x">Contact us</a>', "contact"),
        ('<a href="/x">support</a>', "contact"),
        ('<a href="/x">Contáctenos</a>', "contact"),
        ('<a href="mailto:w@a.gov">Webmaster</a>', "contact"),
        ("<p>Was this page helpful?</p>", "question"),
        ("<p>Was this page helpful?</p><a href='/f'>Feedback</a>", "link"),
        ("<p>Was this page helpful?</p><a href='/n'>News</a><input type=text>", "question"),
        ('<a href="/x">Summary of public feedback</a>', ""),
        ('<a href="/x">Report a crime</a><a href="/supporting">Supporting data</a>', ""),
        ('<a href="/positive-feedbacks">Loops</a>', ""),
        ("<p>The page was helpful to many.</p><button>Yes</button>", ""),
        ("", ""),
    ],
)
def test_other_ways_and_near_misses(html: str, expected: str) -> None:
    assert how(html) == (expected, "")


@given(st.text(max_size=300))
def test_no_page_breaks_it(text: str) -> None:
    assert isinstance(how(f"<p>{text}<a href='{text}'>{text}</a><button>{text}")[0], str)
