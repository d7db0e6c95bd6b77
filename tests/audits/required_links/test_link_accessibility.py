import pytest

from audits.required_links.link_accessibility import link_accessibility
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked


def footer(markup: str, of: str = "") -> PageObservation:
    return page(f"<html{of}><main><p>Text</main><footer>{markup}</footer>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(footer("<a href=/a>Accessibility</a>"), "passed", id="in the footer"),
        pytest.param(footer("<A HREF=/a>ACCESSIBILITY \n statement</A>"), "passed", id="odd"),
        pytest.param(footer("<a href=/a>Declaraci&oacute;n de accesibilidad</a>"), "passed",
                     id="in Spanish"),
        pytest.param(footer("<a href=/section-508>Everyone</a>"), "passed", id="by its path"),
        pytest.param(
            page("<main>x</main><div class=usa-identifier><a href=/a>Accessibility support</a>"),
            "passed",
            id="in the identifier",
        ),
        pytest.param(
            page("<main>x</main><div><template shadowrootmode=open><footer><a href=/a>508</a>"
                 "</footer></template></div>"),
            "passed",
            id="in a shadow root",
        ),
        pytest.param(page("<nav><a href=/a>Accessibility</a></nav><footer></footer>"), "cantTell",
                     id="outside the footer"),
        pytest.param(footer("<a href='javascript:a()'>Accessibility</a>"), "cantTell",
                     id="made by a script"),
        pytest.param(footer("<a href='#'>Accessibility</a>"), "cantTell", id="leads nowhere"),
        pytest.param(footer("<a href=/a>Accessible parking</a>"), "cantTell", id="of buildings"),
        pytest.param(footer("<a href=/p>Policies</a>"), "cantTell", id="by way of policies"),
        pytest.param(footer("<a href=/p>Privacy and web policies</a>"), "cantTell",
                     id="by way of policies, privacy among them"),
        pytest.param(footer("<a href=/p>Privacy policy</a><a href=/d>Disclaimer</a>"), "failed",
                     id="other policies alone"),
        pytest.param(footer("<a href=/p>Pol&iacute;tica de privacidad</a>"), "failed",
                     id="another policy, in Spanish"),
        pytest.param(footer("<a href=/b>Barrierefreiheit</a>", " lang=de"), "cantTell",
                     id="another language"),
        pytest.param(walked("<script></script><footer></footer>" + "word " * 30), "cantTell",
                     id="scripts not run"),
        pytest.param(footer(""), "failed", id="none"),
        pytest.param(footer("", " lang=es-PR"), "failed", id="none, in Spanish"),
        pytest.param(footer("<a href=/a>Accessories</a>"), "failed", id="a near miss"),
        pytest.param(footer("<a>Accessibility</a>"), "failed", id="words without a link"),
        pytest.param(page(""), "failed", id="an empty page"),
        pytest.param(page(None), "untested", id="no markup was seen"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(link_accessibility, seen) == outcome
