from dataclasses import replace

import pytest

from audits.facts.page import PageFacts
from audits.facts.trackers import Trackers, tracker_at, tracker_of_cookie
from audits.user_centered.analytics_trackers import analytics_trackers
from ideaaudit.models import Cookie, PageObservation, RequestSeen
from tests.audits.build import HOME, outcome_of, page, site, walked

HIT = "https://www.google-analytics.com/g/collect?v=2&tid="
HOTJAR = "https://static.hotjar.com/c/hotjar-1.js"


def asked(*urls: str, ids: tuple[str, ...] = (), html: str = "<p>x") -> PageObservation:
    requests = tuple(RequestSeen(url, "script", ids=ids) for url in urls)
    return page(html, HOME, requests=requests)


def baked(*cookies: tuple[str, str]) -> PageObservation:
    one = page("<p>x", HOME)
    assert one.rendering
    jar = tuple(Cookie(name, domain, True, False, "", True) for name, domain in cookies)
    return replace(one, rendering=replace(one.rendering, cookies=jar))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(asked("https://www.agency.gov/a.js"), "passed", id="its own"),
        pytest.param(asked(f"{HIT}G-CSLL4ZEK4L"), "passed", id="DAP's hit"),
        pytest.param(asked(HIT, ids=("G-CSLL4ZEK4L",)), "passed", id="DAP's hit, posted"),
        pytest.param(baked(("_ga", ".agency.gov"), ("x", "cdn.other.gov")), "passed",
                     id="cookies of the government"),
        pytest.param(asked("https://nothotjar.com/"), "passed", id="near miss"),
        pytest.param(asked("https://["), "passed", id="no host"),
        pytest.param(asked(f"{HIT}G-OTHER"), "cantTell", id="another property"),
        pytest.param(asked(HIT, ids=("G-CSLL4ZEK4L", "G-OTHER")), "cantTell", id="both"),
        pytest.param(asked(HOTJAR), "cantTell", id="a tracker"),
        pytest.param(asked(html=f"<SCRIPT SRC='{HOTJAR.upper()}'></SCRIPT>"), "cantTell",
                     id="in the markup"),
        pytest.param(baked(("x", ".example.com")), "cantTell", id="a cookie of another's"),
        pytest.param(walked(f"<p>x<img src={HOTJAR}>", HOME), "cantTell", id="without a browser"),
        pytest.param(walked("<p>x", HOME), "cantTell", id="none without a browser"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(analytics_trackers, site(seen)) == outcome


def test_the_inventory_names_services_and_domains() -> None:
    found = analytics_trackers.judge(site(baked(("IDE", ".doubleclick.net"), ("x", "a.example"))))
    assert found.measures == (
        ("trackers", "Google Ads"), ("cookie-domains", "a.example, doubleclick.net"),
    )  # fmt: skip
    assert [one.datum for one in found.evidence] == ["Google Ads", "a.example", "doubleclick.net"]


@pytest.mark.parametrize(
    ("url", "name"),
    [
        ("https://www.clarity.ms/tag/x", "Microsoft Clarity"), ("https://hotjar.com", "Hotjar"),
        ("https://HOTJAR.com./x", "Hotjar"), ("https://example.com/hotjar.com", ""), ("", ""),
        ("x", ""),
    ],
)  # fmt: skip
def test_a_url_names_its_service(url: str, name: str) -> None:
    assert tracker_at(url) == name


def test_a_cookie_is_known_by_the_beginning_of_its_name() -> None:
    assert tracker_of_cookie("_hjSessionUser_1") == "Hotjar"
    assert tracker_of_cookie("x_hj") == ""


def test_nothing_was_seen_of_a_bare_page() -> None:
    assert PageFacts(walked("<p>x")).trackers == Trackers()
