"""A fictional run: three agencies and six sites, one of them blocked, one with 214 pages."""

from collections.abc import Callable
from dataclasses import replace

from ideaaudit.models import (
    BY_CHANCE,
    Automation,
    Card,
    Cookie,
    Coverage,
    Evidence,
    Gap,
    Hop,
    Level,
    Outcome,
    PageClass,
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
    Tier,
    Verdict,
)
from tests.reports.fake_catalogue import catalogue
from tests.reports.fake_store import LISTED, FakeSite, FakeStore
from tests.reports.pictures import page_png

AT = "2026-11-22T08:15:00Z"
RUN = Run(
    "20261122T081500Z-4f2a",
    AT,
    RunState.JUDGED,
    seed=21,
    settings={
        "profile": '"sample"',
        "pages": "0",
        "delay": "1.0",
        "connect_to": "[]",
        "contact": '"auditors@example.gov"',
    },
    versions={
        "ideaaudit": "0.1.0",
        "axe": "4.12.1",
        "browser": "Chromium 140.0",
        "fonts": "DejaVu",
    },
    notes=("robots.txt was ignored, as asked.", "The browser ran without its sandbox."),
    ended_at="2026-11-22T09:02:10Z",
)
HEADER_LINK = Evidence(
    url="",
    selector="header > a.logo",
    markup='<a class="logo" href="/"><img src="/img/seal.svg"></a>',
    detail="Links must have discernible text: the logo’s link in the header has no name.",
    rule="link-name",
    help_url="https://rules.example/link-name",
    cause="c1f0a2",
)
PALE = Evidence(
    url="",
    selector="main .card:nth-child(2) > p.note",
    markup='<p class="note" style="color:#9aa0a6">Applications close on Friday.</p>',
    detail="Text is too pale: contrast 2.6 to 1 where 4.5 to 1 is needed.",
    rule="color-contrast",
    datum="#9aa0a6 on #ffffff",
    count=6,
    cause="b77e01",
)
DIGESTS = ("d" * 64, "e" * 64)
PICTURES = dict(
    zip(
        DIGESTS, (page_png(1280, 900, (22, 46, 81)), page_png(390, 1200, (22, 46, 81))), strict=True
    )
)
Found = tuple[Outcome, tuple[Evidence, ...]]
Plan = dict[str, Callable[[int], Found]]


def fails(*evidence: Evidence, every: int = 1) -> Callable[[int], Found]:
    """A fault on each so-manieth page, and none on the others."""
    return lambda number: (Outcome.PASSED, ()) if number % every else (Outcome.FAILED, evidence)


def always(outcome: Outcome, *evidence: Evidence) -> Callable[[int], Found]:
    return lambda _number: (outcome, evidence)


def fault(cause: str, detail: str, markup: str = "", selector: str = "") -> Evidence:
    return Evidence("", selector, markup, detail, cause=cause)


NO_BANNER = fault("a5be10", "No federal banner stands at the top of the page.", "<body>", "body")
NO_DAP = fault("d00d55", "No script of the Digital Analytics Program was asked for.")
WIDE = fault("f3a9c2", "The page is 614 pixels wide at 320.", '<table width="600">', "table.rates")
UNSURE = fault(
    "0a11ce", "Text over a picture: contrast cannot be measured.", "<h2>Spring</h2>", "h2"
)
NO_HSTS = fault("4a5b6c", "https://{site}/ sends no Strict-Transport-Security header.")
ABOUT_AGENCY = {
    "dup-near": "“How to graft” stands on two sites, nine words in ten the same.",
    "form-inventory": "Form OR-12 was found as a flat PDF only; 14 of 15 forms are typed.",
    "report-annual": "No annual public report was found on any site of the agency.",
}
PLANS: dict[str, tuple[Plan, Plan]] = {
    "orchards.gov": (
        {
            "a11y-axe-wcag20": fails(HEADER_LINK, PALE),
            "brand-banner-present": fails(NO_BANNER, every=3),
            "mobile-reflow-320": fails(WIDE, every=7),
            "form-omb-number": always(Outcome.INAPPLICABLE),
            "esign-no-wet-only": always(Outcome.CANT_TELL, UNSURE),
        },
        {
            "tls-hsts": fails(NO_HSTS),
            "content-404": fails(fault("404404", "An unknown path answers 200.")),
        },
    ),
    "pollination.orchards.gov": (
        {"a11y-axe-wcag20": fails(PALE, every=4), "analytics-dap": fails(NO_DAP)},
        {"tls-hsts": fails(NO_HSTS)},
    ),
    "kites.gov": ({"a11y-axe-wcag20": always(Outcome.CANT_TELL, UNSURE)}, {}),
    "quietharbors.gov": (
        {
            "analytics-dap": fails(NO_DAP),
            "std-title-length": fails(fault("717171", "“Home”"), every=2),
        },
        {
            "search-present": always(
                Outcome.CANT_TELL, fault("5ea4c4", "No search box was recognized.")
            )
        },
    ),
}
BROWSER = {"a11y-axe-wcag20", "mobile-reflow-320", "analytics-dap"}
CARDS = tuple(card for card in catalogue().cards if card.automation is not Automation.MANUAL)


def fictional_store() -> FakeStore:
    """The whole run."""
    sites = [
        walked("orchards.gov", "Department of Orchards", "", 214, 214, tier=Tier.PRINCIPAL),
        walked(
            "pollination.orchards.gov", "Department of Orchards", "Bureau of Pollination", 120, 24
        ),
        walked("kites.gov", "National Kite Service", "", 12, 12, tier=Tier.PRINCIPAL),
        blocked("weather.kites.gov", "National Kite Service"),
        walked("quietharbors.gov", "Office of Quiet Harbors", "", 6, 6),
        walked("tides.quietharbors.gov", "Office of Quiet Harbors", "", 1, 1),
    ]
    agency = [
        of_agency(card, name)
        for card in CARDS
        if card.level is Level.AGENCY
        for name in dict.fromkeys(site.target.agency for site in sites)
    ]
    by_key = {site.target.site: site for site in sites}
    return FakeStore(RUN, catalogue(), by_key, agency, dict(PICTURES))


def of_agency(card: Card, name: str) -> Verdict:
    detail = ABOUT_AGENCY[card.id]
    near = Evidence("https://orchards.gov/", detail=detail, cause=f"agency-{card.id}")
    outcome = Outcome.FAILED if name.startswith("Dep") else Outcome.PASSED
    return judged(card, name, "", outcome, (near,) if outcome is Outcome.FAILED else ())


def blocked(key: str, agency: str) -> FakeSite:
    """A site that refused the auditor: nothing of it was seen."""
    gap = Gap("site", Reason.BLOCKED, f"https://{key}/ answered 403 Forbidden twice")
    untested = [
        judged(card, key, key, Outcome.UNTESTED, ()) for card in CARDS if card.level is Level.SITE
    ]
    row = PageRow(
        f"https://{key}/", PageState.LOST, "blocked", "403 Forbidden", "start", status=403
    )
    coverage = Coverage(found=1, lost=(("blocked", 1),))
    return FakeSite(target(key, agency), coverage, gap, [row], {}, untested)


def walked(
    key: str, agency: str, bureau: str, pages: int, rendered: int, tier: Tier = Tier.SECONDARY
) -> FakeSite:
    """A site whose pages were read, the first so many of them rendered."""
    site = FakeSite(target(key, agency, bureau, tier))
    page_plan, site_plan = PLANS.get(key, ({}, {}))
    for number in range(pages):
        add_page(site, number, page_plan, rendered=number < rendered)
    for card in CARDS:
        if card.level is Level.SITE:
            outcome, evidence = site_plan.get(card.id, always(Outcome.PASSED))(0)
            site.verdicts.append(judged(card, key, key, outcome, placed(evidence, site.target.url)))
    skipped = (("robots", 3), ("not-html", 9))
    site.rows += [
        PageRow(f"https://{key}/files/{number}.pdf", PageState.SKIPPED, "not-html", found_by="link")
        for number in range(9)
    ]
    site.rows += [
        PageRow(f"https://{key}/private/{number}", PageState.SKIPPED, "robots", found_by="link")
        for number in range(3)
    ]
    site.rows.append(
        PageRow(f"https://{key}/slow", PageState.LOST, "timeout", "30 seconds", "link")
    )
    site.coverage = Coverage(
        pages + 13, pages, 0, skipped, (("timeout", 1),), rendered, rendered, (), pages == rendered
    )
    return site


def add_page(site: FakeSite, number: int, plan: Plan, *, rendered: bool) -> None:
    key = site.target.site
    url = f"https://{key}/" + (f"guides/{number:03}-pruning" if number else "")
    outcomes = []
    for card in CARDS:
        if card.level is not Level.PAGE:
            continue
        outcome, evidence = plan.get(card.id, usual(card))(number)
        if card.id in BROWSER and not rendered:
            outcome, evidence = Outcome.UNTESTED, ()
        outcomes.append((card.id, outcome))
        if outcome in LISTED or evidence:
            site.verdicts.append(judged(card, url, key, outcome, placed(evidence, url)))
        else:
            site.verdicts.append(judged(card, url, key, outcome, ()))
    title = f"Pruning guide {number}" if number else f"Welcome to {key}"
    chosen = BY_CHANCE if number > 3 else "template" if number else "home page"
    sampled = chosen if rendered else ""
    page_class = PageClass.CONTENT if number else PageClass.HOME
    site.rows.append(
        PageRow(
            url, PageState.WALKED, "", "", "link", number and 2, 200, sampled, rendered, "", title,
            page_class, "a1b2c3d4e5f60718" if number else "0f1e2d3c4b5a6978", 1, tuple(outcomes),
        )
    )  # fmt: skip
    if rendered:
        site.seen[url] = page(key, url, title, sampled)


def usual(card: Card) -> Callable[[int], Found]:
    return always(Outcome.CANT_TELL if card.automation is Automation.PARTLY else Outcome.PASSED)


def judged(
    card: Card, subject: str, site: str, outcome: Outcome, evidence: tuple[Evidence, ...]
) -> Verdict:
    summary = evidence[0].detail if evidence else f"{card.title}: nothing to add."
    reason = (
        ""
        if outcome is not Outcome.UNTESTED
        else "not-sampled"
        if card.id in BROWSER
        else "blocked"
    )
    return Verdict(card.id, card.level, subject, site, outcome, 1, summary, reason, evidence)


def placed(evidence: tuple[Evidence, ...], url: str) -> tuple[Evidence, ...]:
    host = url.split("/")[2]
    return tuple(
        replace(one, url=url, detail=one.detail.replace("{site}", host)) for one in evidence
    )


def target(key: str, agency: str, bureau: str = "", tier: Tier = Tier.UNKNOWN) -> Target:
    return Target(f"https://{key}/", key, agency, bureau, "executive", tier)


def page(key: str, url: str, title: str, sampled: str) -> PageObservation:
    requests = (
        RequestSeen(url, "document", status=200),
        RequestSeen(f"https://{key}/site.css", "stylesheet", status=200),
        RequestSeen("https://dap.example/beacon", "ping", "POST", False, None, "analytics"),
        RequestSeen("https://fonts.example/a.woff2", "font", failure="net::ERR_NAME_NOT_RESOLVED"),
    )
    rendering = Rendering(
        url,
        200,
        AT,
        title,
        requests=requests,
        cookies=(Cookie("session", key, True, True, "Lax", True),),
        pictures=(Picture("desktop", DIGESTS[0]), Picture("phone", DIGESTS[1])),
    )
    return PageObservation(
        key, url, (Hop(url, 200),), fetched_at=AT, sampled_as=sampled, rendering=rendering
    )
