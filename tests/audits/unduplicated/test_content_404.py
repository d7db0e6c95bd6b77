import pytest

from audits.evaluate import judge_site
from audits.unduplicated.content_404 import content_404
from ideaaudit.models import Gap, Hop, NotFoundProbe, Outcome, Reason, SiteObservation
from tests.audits.build import HOME, site

PATH = "https://www.agency.gov/made-up-3f2a"


def judged(status: int | None, ended: str = PATH) -> str:
    probe = NotFoundProbe(PATH, status, (Hop(ended, status or 0),))
    view = site(observation=SiteObservation("agency.gov", "", not_found=probe))
    return content_404.judge(view).outcome


@pytest.mark.parametrize(
    ("status", "outcome"),
    [(404, "passed"), (410, "passed"), (200, "failed"), (403, "cantTell"), (503, "cantTell"),
     (None, "cantTell")],
)  # fmt: skip
def test_outcome(status: int | None, outcome: str) -> None:
    assert judged(status) == outcome


def test_the_home_page_is_no_answer() -> None:
    assert judged(200, ended=HOME) == "failed"


def test_a_sign_in_on_another_site_says_nothing() -> None:
    assert judged(200, ended="https://secure.login.gov/") == "cantTell"


def test_a_probe_that_was_not_made_is_untested() -> None:
    gap = Gap("not_found", Reason.ROBOTS, "robots.txt asks crawlers to stay out")
    view = site(observation=SiteObservation("agency.gov", "", gaps=(gap,)))
    [verdict], _ = judge_site(view, [content_404])
    assert (verdict.outcome, verdict.reason) == (Outcome.UNTESTED, "robots")
    assert "robots.txt asks crawlers to stay out" in verdict.summary
