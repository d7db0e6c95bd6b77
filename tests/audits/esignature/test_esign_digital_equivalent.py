import pytest

from audits.esignature.esign_digital_equivalent import esign_digital_equivalent
from tests.audits.build import outcome_of, page
from tests.audits.papers import paper


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param('<label for=s>Signature</label><input id=s>', "passed", id="a field"),
        pytest.param('<canvas aria-label="Draw your signature"></canvas>', "passed", id="drawn"),
        pytest.param('<a href="https://acme.na1.adobesign.com/x">Go</a>', "passed", id="a service"),
        pytest.param(
            "<p>I certify that this is true and sign below.</p><input type=CHECKBOX>", "passed",
            id="a certification",
        ),
        pytest.param("<p>Sign the form electronically.</p>", "passed", id="words"),
        pytest.param("<p>Your signature is required.</p>", "cantTell", id="asked, and no way seen"),
        pytest.param("<p>A wet signature is required.</p>", "cantTell", id="ink"),
        pytest.param(
            "<p>Digital signatures will not be accepted; sign and mail it.</p>", "cantTell",
            id="refused",
        ),
        pytest.param("<p>Opening hours</p>", "inapplicable", id="nothing to sign"),
        pytest.param("<input type=checkbox> I agree", "inapplicable", id="a box of another kind"),
        pytest.param("", "inapplicable", id="an empty document"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert esign_digital_equivalent.judge(page(f"<main>{html}</main>")).outcome == outcome


@pytest.mark.parametrize(
    ("text", "signatures", "outcome"),
    [
        pytest.param("Signature of applicant", 1, "passed", id="a signature field"),
        pytest.param("", 1, "passed", id="a field and no words"),
        pytest.param("Signature of applicant", 0, "cantTell", id="a line to sign on"),
        pytest.param("Words", 0, "inapplicable", id="nothing to sign"),
    ],
)
def test_documents(text: str, signatures: int, outcome: str) -> None:
    seen = paper(text=text, signature_fields=signatures)
    assert outcome_of(esign_digital_equivalent, seen) == outcome
