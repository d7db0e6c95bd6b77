import pytest

from audits.digitized.form_paper_only_text import form_paper_only_text
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page
from tests.audits.papers import REPORT, paper

WEB = '<form method="post"><label>Full name <input></label><label>Claim <input></label></form>'


def main(words: str) -> PageObservation:
    return page(f"<main><p>{words}</p></main>")


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(main("This form cannot be submitted online."), "failed", id="usual"),
        pytest.param(main("Applications can't be filed electronically"), "failed", id="short"),
        pytest.param(main("THE REQUEST MAY ONLY BE SENT BY&nbsp;MAIL"), "failed", id="capitals"),
        pytest.param(main("We do not accept electronic applications."), "failed", id="refused"),
        pytest.param(main("Online forms are not available."), "failed", id="not available"),
        pytest.param(main("Only paper applications will be accepted."), "failed", id="only paper"),
        pytest.param(main("We accept only mailed claims."), "failed", id="accept only"),
        pytest.param(main("The form is accepted by mail only."), "failed", id="by mail only"),
        pytest.param(main("No se aceptan solicitudes en línea."), "failed", id="Spanish"),
        pytest.param(
            main("El formulario no se puede enviar en línea."), "failed", id="Spanish, other"),
        pytest.param(paper(text="This form cannot be filed online."), "failed", id="a document"),
        pytest.param(
            main('Forms cannot be submitted online. <a href="/a">Apply online</a>'), "cantTell",
            id="both are said",
        ),
        pytest.param(main("Print and sign the application."), "cantTell", id="print and sign"),
        pytest.param(main("Mail the completed form to the office"), "cantTell", id="mail"),
        pytest.param(main("Fax your request to us"), "cantTell", id="fax"),
        pytest.param(
            main("Send your request to foia@agency.gov."), "inapplicable", id="an email address"),
        pytest.param(main("Send your request to us"), "cantTell", id="send to us"),
        pytest.param(main("The application must be notarized."), "cantTell", id="notary"),
        pytest.param(main("Submit the form in person at an office"), "cantTell", id="in person"),
        pytest.param(main("Imprima y firme el formulario"), "cantTell", id="Spanish, print"),
        pytest.param(
            main("Envíe por correo el formulario"), "cantTell", id="Spanish, mail"),
        pytest.param(paper(text="Print and sign this form"), "cantTell", id="a document, print"),
        pytest.param(
            main('Mail the completed form or <a href="/a">file online</a>'), "inapplicable",
            id="a link beside it",
        ),
        pytest.param(
            main("Mail the completed form or submit it electronically"), "inapplicable",
            id="words beside it",
        ),
        pytest.param(
            page(f"<main>Print and sign the form</main>{WEB}"), "inapplicable", id="a web form"),
        pytest.param(
            main("Imprima el formulario o presente su solicitud en línea"), "inapplicable",
            id="Spanish, words beside it",
        ),
        pytest.param(main("Print this form"), "cantTell", id="print this form"),
        pytest.param(main("Print the request, then mail it"), "cantTell", id="print the request"),
        pytest.param(main("Print this card. A form of play."), "inapplicable", id="a card"),
        pytest.param(
            paper(text="Print the document on letter paper. A form of play."), "inapplicable",
            id="how to print what is no form",
        ),
        pytest.param(main("Print and sign the poster."), "inapplicable", id="no form"),
        pytest.param(
            main("Comments cannot be submitted online after May."), "inapplicable", id="comments"),
        pytest.param(
            main("Forms sent by e-mail are not accepted. Use the portal."), "inapplicable",
            id="e-mail alone is refused",
        ),
        pytest.param(main("The form. Data cannot be sent online."), "inapplicable", id="data"),
        pytest.param(paper(REPORT, "Words"), "inapplicable", id="a report"),
        pytest.param(page(""), "inapplicable", id="an empty page"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(form_paper_only_text, seen) == outcome
