import pytest

from audits.esignature.esign_no_wet_only import esign_no_wet_only
from tests.audits.build import outcome_of, page
from tests.audits.papers import paper, unread

PHRASES = [
    ("Electronic signatures are not accepted.", "failed"),
    ("ELECTRONIC SIGNATURES CANNOT BE ACCEPTED", "failed"),
    ("We do not accept electronic or digital signatures.", "failed"),
    ("No se aceptan firmas electrónicas.", "failed"),
    ("You may sign electronically.", "passed"),
    ("A wet signature or an e-signature will do.", "passed"),
    ("Type your full name to sign.", "passed"),
    ("A wet signature is required.", "cantTell"),
    ("Sign the form in   blue ink", "cantTell"),
    ("The original&nbsp;signature must be mailed.", "cantTell"),
    ("Submit a notarized form.", "cantTell"),
    ("Faxed signatures are not accepted.", "cantTell"),
    ("Print, complete, and sign the application.", "cantTell"),
    ("Se requiere firma manuscrita.", "cantTell"),
    ("Sign and date the form.", "cantTell"),
    ("You can e-sign it.", "passed"),
    ("Digitally sign the form and send it.", "passed"),
    ("We accept digital signatures.", "passed"),
    ("Electronic signatures are also accepted.", "passed"),
    ("Firme electrónicamente; se acepta firma electrónica.", "passed"),
    ("Your signature may be an electronic signature.", "passed"),
    ("See the use of electronic signatures in federal organizations.", "inapplicable"),
    ("An assertion shall be digitally signed, with a digital signature.", "inapplicable"),
    ("La firma electrónica en la historia", "inapplicable"),
    ("A key that is used to digitally sign or decrypt data", "inapplicable"),
    ("Verifiers require digital signatures; use a digital signature.", "inapplicable"),
    ("Ensure that the signature of the assertion is right.", "inapplicable"),
    ("Signature of an authorized representative", "cantTell"),
    ("You must provide an electronic signature.", "passed"),
    ("An electronic signature is required.", "passed"),
    ("The President signed the bill.", "inapplicable"),
    ("Our signature program for signature events", "inapplicable"),
    ("Sign up for updates and sign in here.", "inapplicable"),
    ("", "inapplicable"),
]


@pytest.mark.parametrize(("words", "outcome"), PHRASES)
def test_outcome(words: str, outcome: str) -> None:
    assert esign_no_wet_only.judge(page(f"<main><p>{words}</p></main>")).outcome == outcome


def test_a_page_that_says_both_is_for_a_person() -> None:
    words = "Electronic signatures are not accepted on form A. Sign form B electronically."
    assert esign_no_wet_only.judge(page(f"<main>{words}</main>")).outcome == "cantTell"


def test_a_way_to_sign_on_the_page_is_enough() -> None:
    html = '<main>Original signature.<iframe src="https://www.docusign.net/x"></iframe></main>'
    assert esign_no_wet_only.judge(page(html)).outcome == "passed"


def test_what_stands_in_the_footer_is_not_read() -> None:
    html = "<main>Hello</main><footer>A wet signature is required.</footer>"
    assert esign_no_wet_only.judge(page(html)).outcome == "inapplicable"


def test_the_evidence_quotes_the_words() -> None:
    [evidence] = esign_no_wet_only.judge(page("<main>A wet signature is needed</main>")).evidence
    assert "a wet signature is needed" in evidence.detail


@pytest.mark.parametrize(
    ("text", "signatures", "outcome"),
    [
        pytest.param("Electronic signatures are not accepted.", 0, "failed", id="refused"),
        pytest.param("Signature of applicant", 1, "passed", id="a signature field"),
        pytest.param("Sign in ink.", 0, "cantTell", id="ink"),
        pytest.param("Sign in ink.", 1, "cantTell", id="ink beside a signature field"),
        pytest.param("Words", 0, "inapplicable", id="nothing to sign"),
    ],
)
def test_documents(text: str, signatures: int, outcome: str) -> None:
    seen = paper(text=text, signature_fields=signatures)
    assert outcome_of(esign_no_wet_only, seen) == outcome


def test_a_document_that_met_our_bounds_is_untested() -> None:
    assert outcome_of(esign_no_wet_only, unread("timeout")) == "untested"
