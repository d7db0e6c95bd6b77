import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.document import Document
from audits.facts.links import links_of
from audits.facts.paperwork import Clearance, clearance_of, form_files


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OMB No. 1545-0074", Clearance("1545-0074", "")),
        (
            "OMB Approval #3090-0321 Expiration Date: 12/31/2027",
            Clearance("3090-0321", "2027-12-31"),
        ),
        ("Form Approved OMB #: 0960 – 0622", Clearance("0960-0622", "")),
        ("OMB Control Number: 1615-0009; Expires 05/31/27", Clearance("1615-0009", "2027-05-31")),
        ("Exp. 05/2027 OMB 1615-0009", Clearance("1615-0009", "2027-05-31")),
        ("OMB 1615-0009 exp. date May 31, 2027", Clearance("1615-0009", "2027-05-31")),
        ("OMB 1615-0009 expires 2027-05-31", Clearance("1615-0009", "2027-05-31")),
        ("OMB 1615-0009 expires soon", Clearance("1615-0009", "")),
        ("OMB Circular A-11", None),
        ("Call OMB at 202-395-3080", None),
        ("1545-0074", None),
        ("BOMB 1545-0074", None),
        ("OMB 15450-0074", None),
    ],
)
def test_clearance(text: str, found: Clearance | None) -> None:
    assert clearance_of(text) == found


@given(st.text(max_size=300))
def test_no_text_breaks_it(text: str) -> None:
    found = clearance_of(f"OMB 1615-0009 expires {text}")
    assert found is not None
    assert found.expires == "" or len(found.expires) == 10


@given(st.dates(min_value=__import__("datetime").date(2000, 1, 1)))
def test_every_day_is_read_as_it_is_written(day: object) -> None:
    text = f"OMB 1615-0009 Expiration Date: {day:%m/%d/%Y}"
    assert clearance_of(text) == Clearance("1615-0009", str(day))


@pytest.mark.parametrize(
    ("link", "kinds"),
    [
        ("<a href='/sf86.pdf'>SF-86</a>", ["pdf"]),
        ("<a href='/x.PDF?v=1'>Application for benefits</a>", ["pdf"]),
        ("<a href='/claim_form.docx'>Download</a>", ["docx"]),
        ("<a href='/solicitud.pdf'>Solicitud</a>", ["pdf"]),
        ("<a href='/report.pdf'>Annual report</a>", []),
        ("<a href='/x.pdf'>Information on formats</a>", []),
        ("<a href='/form'>Application form</a>", []),
        ("<a href='/x.xlsx'>Form data</a>", []),
        ("<a href='mailto:form@a.pdf'>Form</a>", []),
    ],
)
def test_files_that_call_themselves_forms(link: str, kinds: list[str]) -> None:
    found = form_files(links_of(Document(link, "https://www.agency.gov/")))
    assert [kind for kind, _ in found] == kinds
