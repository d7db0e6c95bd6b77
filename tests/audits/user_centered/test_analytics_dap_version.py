from dataclasses import replace

import pytest

from audits.facts.dap_version import age_of
from audits.user_centered.analytics_dap_version import analytics_dap_version
from ideaaudit.models import PageObservation, RequestSeen, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site

NOW = "2026-11-22T08:00:00"
NAME = "Universal-Federated-Analytics-Min.js"
HOSTED = f"<script src=https://dap.digitalgov.gov/{NAME}></script>"
COPY = f"<script src=/js/{NAME}></script>"
UA = "https://www.google-analytics.com/collect?tid=UA-33523145-1"


def seen(html: str, version: str = "", *requests: RequestSeen, url: str = HOME) -> PageObservation:
    one = page(html, url, requests=requests)
    assert one.rendering
    return replace(one, rendering=replace(one.rendering, dap_version=version))


@pytest.mark.parametrize(
    ("pages", "complete", "outcome"),
    [
        pytest.param([seen(HOSTED)], False, "passed", id="the program's own file"),
        pytest.param([seen(COPY, "20260801 v8.9 - GA4")], False, "passed", id="a new copy"),
        pytest.param([seen("<p>x", "", RequestSeen(f"https://a.digitalgov.gov/{NAME}", "x"))],
                     False, "passed", id="asked for by a script"),
        pytest.param([seen(COPY, "20200609 v5.1 - Universal Analytics")], False, "failed",
                     id="an old copy"),
        pytest.param([seen("<p>x", "", RequestSeen(UA, "ping"))], False, "failed",
                     id="only its old property is hit"),
        pytest.param([seen("<p>x", "", RequestSeen("https://x", "ping", ids=("UA-33523145-1",)))],
                     False, "failed", id="its old property is posted"),
        pytest.param([seen("<script>ga('create','UA-33523145-1')</script>")], False, "failed",
                     id="its old property in the markup"),
        pytest.param([seen(HOSTED), seen(COPY, "v4.0", url=f"{HOME}a")], False, "failed",
                     id="one page of two"),
        pytest.param([seen(COPY, "20240801 v8.2 - GA4")], False, "cantTell", id="two years old"),
        pytest.param([seen(COPY)], False, "cantTell", id="a copy without a version"),
        pytest.param([seen("<script>gtag('G-CSLL4ZEK4L')</script>")], False, "cantTell",
                     id="its property without its script"),
        pytest.param([seen(f"<script src=https://dap.digitalgov.gov.example/{NAME}></script>")],
                     False, "cantTell", id="a host that is named alike"),
        pytest.param([seen("<p>x")], False, "cantTell", id="none on a part of the site"),
        pytest.param([seen("<p>x")], True, "inapplicable", id="none on the whole site"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], complete: bool, outcome: str) -> None:
    observation = SiteObservation("agency.gov", NOW)
    view = site(*pages, complete=complete, observation=observation)
    assert outcome_of(analytics_dap_version, view) == outcome


@pytest.mark.parametrize(
    ("version", "age"),
    [
        ("20251122 v8.7 - GA4", "current"), ("20251121 v8.7 - GA4", "old"),
        ("20260801 v6.9 - Dual Tracking", "current"), ("20260801 v8.7", "current"),
        ("20200101 v5.0", "ua-only"), ("20260801 V6.0 - Universal Analytics", "ua-only"),
        ("20260801 UA", "ua-only"), ("20260801 v5.1 - GA4", "current"), ("v8.7 - GA4", ""),
        ("20269999 v8.7", ""), ("", ""), ("2026080199 v8", ""), (" 20260801", "current"),
    ],
)  # fmt: skip
def test_a_version_tells_its_age(version: str, age: str) -> None:
    assert age_of(version, NOW) == age


def test_without_a_date_of_the_visit_no_age_is_known() -> None:
    assert age_of("20260801 v8.7 - GA4", "") == ""


def test_versions_are_a_measure() -> None:
    observation = SiteObservation("agency.gov", NOW)
    view = site(seen(COPY, "20240801 v8.2 - GA4"), observation=observation)
    found = analytics_dap_version.judge(view)
    assert found.measures == (("dap-version", "20240801 v8.2 - GA4"),)
    assert found.evidence[0].detail == "20240801 v8.2 - GA4"
