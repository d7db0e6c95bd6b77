import pytest

from audits.accessible.a11y_lang_parts import a11y_lang_parts
from ideaaudit.models import AxeResult, PageObservation
from tests.audits.axe import rule
from tests.audits.build import outcome_of, page, walked

ENGLISH = "You can apply for the program with this form and we will answer you. " * 4
SPANISH = "Puede presentar su solicitud con este formulario y le daremos respuesta. " * 4
HEAD = "<html lang=en><body>"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(f"{HEAD}<p>{ENGLISH}", "inapplicable", id="one language"),
        pytest.param(f"{HEAD}<p>{ENGLISH}<p>{SPANISH}", "cantTell", id="Spanish not marked"),
        pytest.param(f"{HEAD}<p>{ENGLISH}<p lang=es>{SPANISH}", "cantTell", id="Spanish marked"),
        pytest.param(f"{HEAD}<p>{ENGLISH}<p lang=spanish>Hola", "failed", id="a wrong mark"),
        pytest.param(f"{HEAD}<p LANG='  '>Hola", "failed", id="a blank mark"),
        pytest.param(f"{HEAD}<p lang=''>Hola", "cantTell", id="an empty mark"),
        pytest.param(f"{HEAD}<p lang=dutch></p>", "cantTell", id="a wrong mark of nothing"),
        pytest.param(
            f"{HEAD}<p lang=dutch> <b style='display:none'>Hoi</b></p>",
            "cantTell",
            id="a wrong mark of what is hidden",
        ),
        pytest.param(
            f"{HEAD}<p lang=dutch><b hidden>Hoi</b> hoi</p>", "failed", id="hidden in part"
        ),
        pytest.param(f"{HEAD}<p lang=dutch hidden>Hoi</p>", "cantTell", id="a hidden one"),
        pytest.param(
            f"{HEAD}<div lang=invalid><p lang=en>Text</p></div>", "cantTell", id="overruled within"
        ),
        pytest.param(f"{HEAD}<code lang=json>Text</code>", "cantTell", id="a programming language"),
        pytest.param(f"{HEAD}<p lang=en-US-GB>Text", "cantTell", id="only the first part counts"),
        pytest.param(f"{HEAD}<p>Bienvenidos", "inapplicable", id="too short to tell"),
        pytest.param(f"<html lang=en><p>{SPANISH}", "inapplicable", id="the whole page is wrong"),
        pytest.param(f"<html><p>{ENGLISH}<p>{SPANISH}", "inapplicable", id="no language named"),
        pytest.param(
            f"{HEAD}<p>{ENGLISH}<section lang=es><p>{SPANISH}</section>", "cantTell",
            id="marked around it",
        ),
        pytest.param(
            f"{HEAD}<x-a><template shadowrootmode=open><p lang=spanish>Hola</template></x-a>",
            "failed", id="in a shadow root",
        ),
        pytest.param("", "inapplicable", id="an empty page"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(a11y_lang_parts, page(html)) == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(
            page(HEAD, axe=AxeResult("4", (rule("valid-lang", tags=("wcag2aa",)),), (), (), ())),
            "failed", id="axe found one in a frame",
        ),
        pytest.param(
            walked(f"{HEAD}<script src=a></script><p>{ENGLISH}"), "cantTell", id="scripts may add"
        ),
        pytest.param(walked(f"{HEAD}<p>{ENGLISH}"), "inapplicable", id="no scripts"),
    ],
)  # fmt: skip
def test_what_else_matters(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_lang_parts, seen) == outcome


@pytest.mark.parametrize(
    ("html", "languages"),
    [
        (f"{HEAD}<p>{ENGLISH}<p>{SPANISH}", ["es"]),
        (f"{HEAD}<p>{ENGLISH}<p lang=es>{SPANISH}", []),
        (f"{HEAD}<p>{ENGLISH}<div lang=es><p>{ENGLISH}</div>", []),
        (f"{HEAD}<p>{ENGLISH * 3}<ul><li><p>{SPANISH}</p></li></ul>", ["es"]),
    ],
)
def test_passages_that_are_not_marked_are_listed_once(html: str, languages: list[str]) -> None:
    assert [one.datum for one in a11y_lang_parts.judge(page(html)).evidence] == languages
