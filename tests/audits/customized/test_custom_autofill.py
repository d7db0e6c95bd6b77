import pytest

from audits.customized.custom_autofill import custom_autofill
from tests.audits.build import page


def form(*fields: str) -> str:
    return f'<form method="post">{"".join(fields)}</form>'


EMAIL = '<label>E-mail <input type="email" autocomplete="email"></label>'
NAME = '<label for="n">Full name</label><input id="n" autocomplete="section-a shipping name">'
BARE = '<label>Phone <input name="phone"></label>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(form(EMAIL, NAME), "passed", id="all marked"),
        pytest.param(form(EMAIL, EMAIL, EMAIL, EMAIL, BARE), "passed", id="four of five"),
        pytest.param(form(EMAIL, BARE), "cantTell", id="one of two"),
        pytest.param(form(BARE), "failed", id="none"),
        pytest.param(form(BARE.upper()), "failed", id="upper case"),
        pytest.param(
            '<input type="email" name="mail"><form><input type=email>', "failed", id="broken"
        ),
        pytest.param(
            form('<input type="email" autocomplete="off">'), "failed", id="off is no token"
        ),
        pytest.param(
            form('<input type="email" autocomplete="e-mail">'), "failed", id="no such token"
        ),
        pytest.param(form("<label>Correo electrónico <input></label>"), "failed", id="Spanish"),
        pytest.param(form('<input name="firstName">'), "failed", id="named in code only"),
        pytest.param('<form role="search"><input type=search></form>', "inapplicable", id="search"),
        pytest.param(
            form("<label>Social Security number <input></label>"), "inapplicable", id="SSN"
        ),
        pytest.param(
            form("<label>Company name <input></label>"), "inapplicable", id="not a person's"
        ),
        pytest.param(form('<input type="hidden" name="email">'), "inapplicable", id="hidden"),
        pytest.param("", "inapplicable", id="an empty document"),
    ],
)
def test_outcome(html: str, outcome: str) -> None:
    assert custom_autofill.judge(page(html)).outcome == outcome


def test_the_evidence_names_each_field() -> None:
    [evidence] = custom_autofill.judge(page(form(BARE))).evidence
    assert evidence.datum == "tel:phone"
