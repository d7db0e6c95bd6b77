import pytest

from audits.required_links.page_foia import page_foia
from ideaaudit.models import PageObservation, PathSeen, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page
from tests.audits.required_links.sites import principal

URL = "https://www.agency.gov/foia"
ALL = "<p>Submit a REQUEST. FOIA public&nbsp;liaison. Reading room. Reference guide."
SPANISH = "<p>Solicitudes. Contacto. Sala de lectura. Gu&iacute;a."


def foia(
    text: str, url: str = URL, head: str = "Freedom of Information Act (FOIA)"
) -> PageObservation:
    return page(f"<title>{head}</title><main><h1>{head}</h1>{text}</main>", url)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([principal(foia(ALL))], "passed", id="all four"),
        pytest.param([principal(foia(SPANISH))], "passed", id="in Spanish"),
        pytest.param([principal(foia(ALL, "https://www.agency.gov/x"))], "passed", id="by title"),
        pytest.param([principal(foia(ALL, head="Records"))], "passed", id="by path"),
        pytest.param([principal(foia("<p>Reading room"))], "cantTell", id="one of four"),
        pytest.param([principal(foia("<p>Hello"), tier=Tier.UNKNOWN)], "cantTell",
                     id="of unknown tier"),
        pytest.param([principal(page("<footer></footer>", HOME))], "cantTell", id="not seen"),
        pytest.param([principal(foia(ALL), tier=Tier.SUB_AGENCY)], "cantTell",
                     id="no principal site"),
        pytest.param([principal(foia("<p>Hello"))], "failed", id="none of four"),
        pytest.param([principal(page("x", HOME), paths=(PathSeen("foia", URL, 410),))], "failed",
                     id="no such page"),
        pytest.param([], "untested", id="no site"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(page_foia, *sites) == outcome
