import pytest

from audits.esignature.esign_no_wet_only import esign_no_wet_only
from tests.audits.build import page

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
