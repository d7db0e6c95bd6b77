from dataclasses import replace

import pytest

from audits.facts.summary import site_summary
from audits.unduplicated.content_plain_writing_page import content_plain_writing_page
from ideaaudit.models import PageObservation, PathSeen, SiteObservation, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page, site, target

PATH = f"{HOME}plain-language"
FULL = (
    "<title>Plain Language | Agency</title><main><h1>Plain Language</h1>"
    "<p>Our 2025 annual compliance report. <a href='mailto:plain@agency.gov'>Write to us</a></main>"
)
HOME_PAGE = page("<p>Welcome", HOME)


def seen(
    *pages: PageObservation, path: PathSeen | None = None, tier: Tier = Tier.PRINCIPAL
) -> SiteSummary:
    paths = () if path is None else (path,)
    observation = SiteObservation("agency.gov", "", paths=paths)
    return site_summary(site(*pages, observation=observation, of=target(tier=tier)))


def asked(status: int | None, text: str = "", *, soft: bool | None = False) -> PathSeen:
    return PathSeen("plain-language", PATH, status, text=text, soft_404=soft)


@pytest.mark.parametrize(
    ("one", "outcome"),
    [
        pytest.param(seen(page(FULL, PATH)), "passed", id="a page with all"),
        pytest.param(seen(page(FULL.upper(), PATH)), "passed", id="in upper case"),
        pytest.param(seen(page(FULL, f"{HOME}about/123")), "passed", id="known by its heading"),
        pytest.param(
            seen(page("<h1>Lenguaje claro</h1><main>Informe de 2025 <a href='mailto:a@b.gov'>x",
                      f"{HOME}x")), "passed", id="Spanish"),
        pytest.param(seen(HOME_PAGE, path=asked(200, FULL)), "passed", id="seen by the probe"),
        pytest.param(
            seen(page(FULL.replace("2025", ""), PATH)), "cantTell", id="a report without a year"),
        pytest.param(
            seen(page("<h1>Plain writing</h1><p>Our 2025 compliance report", PATH)),
            "cantTell", id="no way to answer"),
        pytest.param(
            seen(page('<a href="/pl">Plain Writing</a>', HOME)), "cantTell", id="only a link"),
        pytest.param(seen(HOME_PAGE, path=asked(404)), "failed", id="neither page nor link"),
        pytest.param(seen(HOME_PAGE, path=asked(200, soft=True)), "failed", id="a soft 404"),
        pytest.param(
            seen(HOME_PAGE, path=asked(200, soft=None)), "cantTell", id="perhaps a soft 404"),
        pytest.param(seen(HOME_PAGE, path=asked(403)), "cantTell", id="the probe was refused"),
        pytest.param(seen(HOME_PAGE, path=asked(None)), "cantTell", id="the probe got no answer"),
        pytest.param(seen(HOME_PAGE), "cantTell", id="the path was not asked for"),
        pytest.param(
            seen(page("x", f"{HOME}a"), path=asked(404)), "cantTell", id="no home page was seen"),
        pytest.param(
            seen(HOME_PAGE, path=asked(404), tier=Tier.UNKNOWN), "cantTell", id="rank unknown"),
        pytest.param(
            seen(HOME_PAGE, path=asked(404), tier=Tier.SECONDARY), "inapplicable",
            id="a secondary site"),
        pytest.param(
            seen(page("<h1>Plain talk about writing</h1>", f"{HOME}x"), HOME_PAGE, path=asked(404)),
            "failed", id="a near miss"),
        pytest.param(seen(), "untested", id="nothing was seen"),
    ],
)  # fmt: skip
def test_outcome(one: SiteSummary, outcome: str) -> None:
    assert outcome_of(content_plain_writing_page, one) == outcome


def test_any_site_of_the_agency_will_do() -> None:
    other = replace(seen(page(FULL, PATH)), target=target(tier=Tier.SECONDARY))
    sites = (seen(HOME_PAGE, path=asked(404)), other)
    found = content_plain_writing_page.judge("An agency", sites)
    assert found.outcome == "passed"
    assert found.measures == (("plain-writing-report", 2025),)
