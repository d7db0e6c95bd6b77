import pytest

from audits.unduplicated.content_languages import content_languages
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page('<html lang="es"><p>Hola'), "passed", id="a page in Spanish"),
        pytest.param(page('<html lang="ES-us"><p>Hola'), "passed", id="upper case"),
        pytest.param(page("<p>Hola", f"{HOME}es/"), "passed", id="an address"),
        pytest.param(page("<p>Hola", f"{HOME}Espanol/x"), "passed", id="an address by name"),
        pytest.param(page("<p>x", f"{HOME}vi/x"), "passed", id="Vietnamese"),
        pytest.param(page('<link rel=alternate hreflang="es" href="/e">'), "passed", id="hreflang"),
        pytest.param(page('<a href="/e">Español</a>'), "passed", id="a link"),
        pytest.param(page('<a href="/e"> EN ESPA&Ntilde;OL </a>'), "passed", id="entities"),
        pytest.param(page('<a href="/e">| 中文 |</a>'), "passed", id="Chinese"),
        pytest.param(page('<a href="/f"><b>Français</b> (French)</a>'), "passed", id="as USWDS"),
        pytest.param(
            page("<button><span lang=es>Español</span></button>"), "passed", id="a button"
        ),
        pytest.param(page("<button>Languages</button>"), "cantTell", id="a button that opens"),
        pytest.param(page('<html lang="en-US"><p>Hi'), "cantTell", id="English"),
        pytest.param(page("<p>Hi"), "cantTell", id="nothing said"),
        pytest.param(
            page('<link hreflang="x-default" href="/"><a hreflang="en-GB" href="/">x'),
            "cantTell",
            id="default and English",
        ),
        pytest.param(page('<a hreflang="qqq" href="/">x'), "cantTell", id="no language"),
        pytest.param(page('<a href="/e">Spanish river names</a>'), "cantTell", id="a near miss"),
        pytest.param(page("<p>x", f"{HOME}essays/"), "cantTell", id="an address like it"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_languages, site(seen)) == outcome


def test_the_languages_are_a_measure() -> None:
    pages = page("<html lang=es>"), page('<a href="/v">Tiếng Việt</a>', f"{HOME}b")
    found = content_languages.judge(site(*pages))
    assert found.measures == (("languages", "es vi"),)
    assert [one.detail for one in found.evidence] == ["Shows 'es'.", "Shows 'vi'."]
    assert outcome_of(content_languages, site()) == "untested"
