"""Documents of agency.gov for tests of judging; each test names only what differs."""

from dataclasses import replace

from ideaaudit.models import FileSeen, Gap, PageObservation, Reason
from tests.audits.build import page

FORM = "https://www.agency.gov/files/SF-86-application.pdf"
REPORT = "https://www.agency.gov/files/report.pdf"
BLANKS = "Name: __________ Address: __________ Phone: ________ Date: ______ Signature: ________"


def paper(
    url: str = FORM, text: str = "Words", *, kind: str = "pdf", **seen: object
) -> PageObservation:
    """A PDF of one page with text, read whole, unless told otherwise."""
    given = {"pages": 1, "text_pages": 1, "tagged": False, "images": 0, **seen}
    file = FileSeen(kind, 1000, text=text, **given)  # type: ignore[arg-type]
    shown = page(None, url, media_type=f"application/{kind}", rendered=False)
    return replace(shown, file=file)


def unread(fault: str, url: str = FORM) -> PageObservation:
    """A document that met one of our own bounds."""
    gap = Gap("file", Reason.TIMEOUT, "reading the document took more than 20 seconds")
    return replace(paper(url, "", fault=fault), gaps=(gap,))
