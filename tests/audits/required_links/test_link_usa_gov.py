import pytest

from audits.required_links.link_usa_gov import link_usa_gov
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked


def home(markup: str, of: str = "") -> PageObservation:
    return page(f"<html{of}><main>Text</main>{markup}", HOME)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([home("<footer><a href=https://www.usa.gov>x</a></footer>")], "passed",
                     id="in the footer"),
        pytest.param([home("<a href=https://usa.gov/espanol>En espa&ntilde;ol</a>")], "passed",
                     id="elsewhere"),
        pytest.param([home("<a href=/leaving?u=usa>Visit USA.gov</a>")], "passed", id="by name"),
        pytest.param([home("<a href=https://www.gobiernousa.gov>x</a>")], "passed", id="Spanish"),
        pytest.param([home("<a href=https://search.usa.gov/>x</a>")], "failed", id="its search"),
        pytest.param([home("<a href=https://notusa.gov/>x</a>")], "failed", id="a near miss"),
        pytest.param([home("USA.gov")], "failed", id="words without a link"),
        pytest.param([home("")], "failed", id="none"),
        pytest.param([home("", " lang=ko")], "cantTell", id="another language"),
        pytest.param([walked("<script></script>x", HOME)], "cantTell", id="scripts not run"),
        pytest.param([page("x")], "cantTell", id="the front page was not seen"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(link_usa_gov, site(*pages)) == outcome
