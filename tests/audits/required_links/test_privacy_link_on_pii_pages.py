import pytest

from audits.required_links.privacy_link_on_pii_pages import privacy_link_on_pii_pages
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

SSN = "<form method=post><label>Social Security number <input></label></form>"


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page(SSN + "<a href=/p>PRIVACY policy</a>"), "passed", id="by name"),
        pytest.param(page(SSN + "<a href=/privacy-act>Your data</a>"), "passed", id="by target"),
        pytest.param(page(SSN + "<a href=/p>Pol&iacute;tica de privacidad</a>"), "passed",
                     id="in Spanish"),
        pytest.param(page(f"<html lang=es>{SSN}<a href=/privacidad>Datos</a>"), "passed",
                     id="by its Spanish target"),
        pytest.param(walked(f"<script></script>{SSN}" + "word " * 30), "cantTell",
                     id="scripts not run"),
        pytest.param(page(f"<html lang=zh>{SSN}"), "cantTell", id="another language"),
        pytest.param(page(SSN), "failed", id="none"),
        pytest.param(page(f"<html lang=en-US>{SSN}"), "failed", id="none, in English"),
        pytest.param(page(f"<html lang=es>{SSN}"), "failed", id="none, in Spanish"),
        pytest.param(page(SSN + "<p>Privacy policy"), "failed", id="words without a link"),
        pytest.param(page(SSN + "<a href=''>Privacy</a>"), "failed", id="a link to nowhere"),
        pytest.param(page("<a href=/p>Privacy</a>"), "inapplicable", id="no form"),
        pytest.param(page("<form><input type=search></form>"), "inapplicable", id="a search"),
        pytest.param(page(None), "untested", id="no markup was seen"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(privacy_link_on_pii_pages, seen) == outcome
