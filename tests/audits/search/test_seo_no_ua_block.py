import pytest

from audits.search.seo_no_ua_block import seo_no_ua_block
from ideaaudit.models import AgentsSeen, SiteObservation
from tests.audits.build import outcome_of, site


def seen(
    own: tuple[int, ...], browser: tuple[int, ...] = (200, 200), sizes: tuple[int, int] = (9, 9)
) -> AgentsSeen:
    return AgentsSeen(own, browser, *sizes)


@pytest.mark.parametrize(
    ("agents", "outcome"),
    [
        pytest.param(seen((200, 200)), "passed", id="alike"),
        pytest.param(seen((200, 301)), "passed", id="a redirect is an answer"),
        pytest.param(seen((403, 403)), "failed", id="only the crawler is refused"),
        pytest.param(seen((429, 403)), "failed", id="two refusals"),
        pytest.param(seen((406, 406)), "failed", id="not acceptable"),
        pytest.param(seen((403, 200)), "cantTell", id="once"),
        pytest.param(seen((403,)), "cantTell", id="asked once"),
        pytest.param(seen((403, 403), (403, 403)), "cantTell", id="both are refused"),
        pytest.param(seen((403, 403), (200, 403)), "cantTell", id="the browser too, once"),
        pytest.param(seen((403, 403), (404, 404)), "cantTell", id="the browser finds nothing"),
        pytest.param(seen((503, 503)), "cantTell", id="the server fails for the crawler"),
        pytest.param(seen((200, 400)), "cantTell", id="an error once"),
        pytest.param(seen((200, 200), (503, 200)), "cantTell", id="the server fails the browser"),
        pytest.param(seen((200, 200), sizes=(4, 9)), "cantTell", id="a much shorter page"),
        pytest.param(seen((200, 200), sizes=(5, 10)), "passed", id="half as long"),
        pytest.param(seen((), ()), "cantTell", id="nothing was asked"),
        pytest.param(seen((200,), ()), "cantTell", id="the browser did not ask"),
        pytest.param(None, "untested", id="not tried"),
    ],
)
def test_outcome(agents: AgentsSeen | None, outcome: str) -> None:
    view = site(observation=SiteObservation("agency.gov", "", agents=agents))
    assert outcome_of(seo_no_ua_block, view) == outcome


def test_the_statuses_are_shown() -> None:
    view = site(observation=SiteObservation("agency.gov", "", agents=seen((403, 429))))
    [evidence] = seo_no_ua_block.judge(view).evidence
    assert evidence.detail == "Crawler: 403, 429; browser: 200, 200."
    assert evidence.datum == "429"
