import pytest

from audits.unduplicated.content_machine_translation import content_machine_translation
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import HOME, outcome_of, page, site, walked

ASKED = RequestSeen("https://translate.google.com/translate_a/element.js?cb=x", "script")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<div id=google_translate_element></div>"), "cantTell", id="Google"),
        pytest.param(page("<DIV CLASS='GOOG-TE-BANNER'>"), "cantTell", id="upper case"),
        pytest.param(page("<p>x", requests=(ASKED,)), "cantTell", id="a request"),
        pytest.param(
            page('<script src="//cdn.weglot.com/weglot.min.js"></script>'), "cantTell", id="Weglot"
        ),
        pytest.param(page('<div class="gtranslate_wrapper">'), "cantTell", id="GTranslate"),
        pytest.param(
            page('<script src="//www.microsofttranslator.com/x.js"></script>'),
            "cantTell",
            id="Microsoft",
        ),
        pytest.param(page('<html lang="es"><p>Hola'), "passed", id="Spanish, and no tool"),
        pytest.param(
            walked(f'<html lang="es"><p>{"hola " * 30}<script>go()</script>'),
            "cantTell",
            id="scripts may add one",
        ),
        pytest.param(page("<p>Hi"), "inapplicable", id="only English"),
        pytest.param(page("<p>We translate for Google."), "inapplicable", id="a near miss"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_machine_translation, site(seen)) == outcome


def test_each_tool_is_shown_once() -> None:
    pages = [page("<div class=goog-te-x>", f"{HOME}{n}") for n in range(3)]
    pages.append(page("<script src=//conveythis.com/x.js></script>", f"{HOME}z"))
    found = content_machine_translation.judge(site(*pages))
    assert [one.datum for one in found.evidence] == ["conveythis", "google"]
    assert found.measures == (("translators", "conveythis google"),)
    assert outcome_of(content_machine_translation, site()) == "untested"
