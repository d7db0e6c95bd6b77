from datetime import date

import pytest

from audits.facts.fiscal import reaches_to
from audits.required_links.page_no_fear_title import page_no_fear_title
from ideaaudit.models import PageObservation, PathSeen, SiteSummary, Tier
from tests.audits.build import HOME, outcome_of, page, walked
from tests.audits.required_links.sites import principal

URL = "https://www.agency.gov/no-fear-act"
TITLE = (
    "Equal Employment Opportunity Data Posted Pursuant to Title III of the Notification and "
    "Federal Employee Antidiscrimination and Retaliation Act of 2002 (No FEAR Act)"
)
PDF = "<a href=/a.pdf>The figures</a>"


def no_fear(text: str, head: str = "No FEAR Act Data", url: str = URL) -> PageObservation:
    return page(f"<title>{head}</title><main><h1>{head}</h1>{text}</main>", url)


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([principal(no_fear("<p>4th quarter FY 2026", TITLE))], "passed", id="both"),
        pytest.param([principal(no_fear(f"<p>{TITLE.upper()} as of September 30, 2026"))],
                     "passed", id="in the text, in upper case"),
        pytest.param([principal(no_fear("<a href=/q>Q4 FY26</a>", TITLE))], "passed", id="a link"),
        pytest.param([principal(no_fear("<p>FY 2026 Q4"))], "cantTell", id="without its title"),
        pytest.param([principal(no_fear("<p>2nd quarter FY 2026", TITLE))], "cantTell", id="late"),
        pytest.param([principal(no_fear("<p>2nd quarter FY 2026"))], "cantTell",
                     id="late, without its title"),
        pytest.param([principal(no_fear(PDF))], "cantTell", id="only a file"),
        pytest.param([principal(no_fear("FY 2021 " + PDF))], "cantTell", id="old, and a file"),
        pytest.param([principal(no_fear("<p>x", TITLE))], "cantTell", id="only its title"),
        pytest.param([principal(no_fear("<p>x"), tier=Tier.UNKNOWN)], "cantTell", id="unknown"),
        pytest.param([principal(walked("<script></script><h1>No FEAR</h1>", URL))], "cantTell",
                     id="scripts not run"),
        pytest.param([principal(no_fear("<p>x", "Data", URL + "/x"))], "cantTell", id="below it"),
        pytest.param([principal(page("x", HOME))], "cantTell", id="no such page was seen"),
        pytest.param([principal(no_fear("<p>FY 2021 Q2", TITLE))], "failed", id="old"),
        pytest.param([principal(no_fear("<p>Welcome"))], "failed", id="nothing"),
        pytest.param([principal(page("x", HOME), paths=(PathSeen("no-fear", URL, 404),))],
                     "failed", id="no such page"),
        pytest.param([], "untested", id="no site"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert outcome_of(page_no_fear_title, *sites) == outcome


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("data for the first quarter of fiscal year 2026", date(2025, 12, 31)),
        ("fy2025 q3", date(2025, 6, 30)),
        ("3rd qtr fy 25", date(2025, 6, 30)),
        ("q2 of fy '26 is here", date(2026, 3, 31)),
        ("fy 2025 figures", date(2025, 9, 30)),
        ("as of march 31, 2026", date(2026, 3, 31)),
        ("fiscal year 2027 plans", date(2026, 11, 22)),
        ("fy 2031", None),
        ("fy 20255", None),
        ("in 2026", None),
        ("", None),
    ],
)
def test_how_far_figures_reach(text: str, end: date | None) -> None:
    assert reaches_to(text, date(2026, 11, 22)) == end


def test_what_is_lacking_is_named() -> None:
    [evidence] = page_no_fear_title.judge("A", (principal(no_fear("<p>FY 2026 Q4")),)).evidence
    assert evidence.detail == "Not recognized: the title that the rule asks for."
