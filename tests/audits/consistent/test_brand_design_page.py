from dataclasses import replace

import pytest

from audits.consistent.brand_design_page import brand_design_page
from audits.facts.summary import site_summary
from ideaaudit.models import PathSeen, SiteObservation, SiteSummary, Target, Tier
from tests.audits.build import HOME, outcome_of, page, site, target


def seen(
    status: int | None = None,
    text: str = "",
    *,
    soft: bool | None = None,
    html: str = "<p>x",
    tier: Tier = Tier.PRINCIPAL,
) -> SiteSummary:
    path = PathSeen("design", f"{HOME}design", status, text=text, soft_404=soft)
    observation = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=(path,))
    return site_summary(site(page(html, HOME), observation=observation, of=target(tier=tier)))


LINK = '<a href="https://design.agency.gov/">Design</a>'


@pytest.mark.parametrize(
    ("summary", "outcome"),
    [
        pytest.param(seen(200, "<h1>Our LOGOS</h1>"), "passed", id="a page with logos"),
        pytest.param(seen(200, "brand &amp; seal", soft=False), "passed", id="compared with none"),
        pytest.param(seen(404), "failed", id="no such page"),
        pytest.param(seen(410), "failed", id="gone"),
        pytest.param(seen(200, "logo", soft=True), "failed", id="like any page that is not there"),
        pytest.param(seen(200, "Interior sealing"), "cantTell", id="a page of other words"),
        pytest.param(seen(403, "logo"), "cantTell", id="refused"),
        pytest.param(seen(300, "logo"), "cantTell", id="an answer that is no page"),
        pytest.param(seen(None), "cantTell", id="no answer"),
        pytest.param(seen(404, html=LINK), "cantTell", id="a link to a design host"),
        pytest.param(
            seen(404, html='<a href="/about/design">x</a>'), "cantTell", id="a link to a path"
        ),
        pytest.param(
            seen(404, html='<a href="/designations">x</a>'), "failed", id="a link to another path"
        ),
        pytest.param(seen(404, tier=Tier.UNKNOWN), "cantTell", id="of unknown rank"),
        pytest.param(seen(404, tier=Tier.SECONDARY), "inapplicable", id="a secondary site"),
    ],
)
def test_outcome(summary: SiteSummary, outcome: str) -> None:
    assert outcome_of(brand_design_page, summary) == outcome


def test_a_design_host_is_one() -> None:
    host = replace(seen(404), target=Target("https://design.agency.gov/", "design.agency.gov"))
    assert outcome_of(brand_design_page, seen(404), host) == "passed"
    assert outcome_of(brand_design_page, seen(404), replace(host, pages=0)) != "passed"


def test_each_principal_site_must_lack_it() -> None:
    assert outcome_of(brand_design_page, seen(404), seen(None)) == "cantTell"


def test_nothing_seen_is_untested() -> None:
    assert outcome_of(brand_design_page) == "untested"
