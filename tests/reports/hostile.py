"""A run whose every string wants to break the report."""

from dataclasses import replace

from ideaaudit.models import (
    Cookie,
    Coverage,
    Evidence,
    Gap,
    Hop,
    Level,
    Outcome,
    PageObservation,
    PageRow,
    PageState,
    Picture,
    Reason,
    Rendering,
    RequestSeen,
    Run,
    RunState,
    Target,
    Verdict,
)
from tests.reports.fake_catalogue import catalogue
from tests.reports.fake_store import FakeSite, FakeStore

SCRIPT = "<script>alert(1)</script>"
QUOTES = "\"'><img src=x onerror=alert(2)>"
ORDER = "safe\u202egpj.exe\u2066\u200f"
TERMINAL = "\x1b[2J\x1b]0;owned\x07\r\x00"
LONG = "A" * 10_000
LONE = "\ud800\ufffe"
EVIL = f"{SCRIPT}{QUOTES}{ORDER}{TERMINAL}{LONE}"
AGENCY = f"Bureau of {EVIL}"
SITE = "hostile.gov:8443"
URLS = (
    "https://hostile.gov:8443/",
    f"https://hostile.gov:8443/?q={SCRIPT}{QUOTES}",
    f"https://hostile.gov:8443/{LONG}",
    "javascript:alert(3)",
    "data:text/html,<script>alert(4)</script>",
    f"https://hostile.gov:8443/{ORDER}",
)
RUN = Run(
    "20261122T081500Z-0bad",
    EVIL,
    RunState.INTERRUPTED,
    seed=1,
    settings={"contact": f'"{LONG}"', EVIL: EVIL},
    versions={"ideaaudit": EVIL},
    notes=(EVIL, LONG),
)


def hostile_store() -> FakeStore:
    """One site, of an agency with a hostile name, and one that could not be audited."""
    store = FakeStore(RUN, catalogue(), {})
    site = FakeSite(Target(URLS[0], SITE, AGENCY, EVIL, EVIL))
    for number, url in enumerate(URLS):
        _add(site, url, number)
    site.verdicts.append(_verdict("tls-hsts", Level.SITE, SITE, Outcome.FAILED, URLS[0]))
    site.coverage = Coverage(len(URLS), len(URLS), 0, ((EVIL, 3),), (), 6, 6)
    gap = Gap("site", Reason.TLS, EVIL + LONG)
    lost = FakeSite(Target("https://../", "../../etc", "", tier=site.target.tier), gap=gap)
    store.sites = {SITE: site, "../../etc": lost}
    verdict = _verdict("form-inventory", Level.AGENCY, AGENCY, Outcome.FAILED, URLS[3])
    store.agency_verdicts = [replace(verdict, site="")]
    store.pictures = {"ab/../../cd": b"<svg onload=alert(5)>"}
    return store


def _add(site: FakeSite, url: str, number: int) -> None:
    outcomes = (("a11y-axe-wcag20", Outcome.FAILED), ("seo-noindex", Outcome.UNTESTED))
    site.rows.append(
        PageRow(
            url,
            PageState.WALKED,
            EVIL,
            EVIL,
            EVIL,
            number,
            200,
            EVIL,
            True,
            title=EVIL + LONG,
            outcomes=outcomes,
        )
    )
    site.seen[url] = PageObservation(
        SITE,
        url,
        (Hop(url, 200),),
        (("server", EVIL),),
        fetched_at=EVIL,
        rendering=Rendering(
            URLS[3],
            200,
            EVIL,
            EVIL + LONG,
            requests=(RequestSeen(EVIL, EVIL), RequestSeen("https://[", "x"), RequestSeen("", "")),
            cookies=(Cookie(EVIL + LONG, EVIL, False, False, EVIL, True),),
            pictures=(Picture(EVIL, "ab/../../cd"), Picture("phone", "missing")),
            gaps=(Gap(EVIL, Reason.TIMEOUT, LONG),),
        ),
    )
    failed = _verdict("a11y-axe-wcag20", Level.PAGE, url, Outcome.FAILED, url)
    untested = _verdict("seo-noindex", Level.PAGE, url, Outcome.UNTESTED, url)
    site.verdicts += [failed, replace(untested, reason=EVIL, evidence=())]


def _verdict(check: str, level: Level, subject: str, outcome: Outcome, url: str) -> Verdict:
    evidence = Evidence(
        url,
        selector=EVIL + LONG,
        markup=f"</code></pre>{EVIL}{LONG}",
        detail=EVIL + LONG,
        rule=EVIL,
        datum=EVIL,
        count=3,
        help_url="javascript:alert(6)",
        cause=f"id{EVIL}",
    )
    return Verdict(check, level, subject, SITE, outcome, 1, EVIL + LONG, "", (evidence,))
