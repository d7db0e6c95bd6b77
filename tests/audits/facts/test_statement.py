"""Which pages are statements, and how an agency's sites count together."""

import pytest

from audits.check import Judgement
from audits.facts.statement import statement_from
from audits.facts.statements import Item, has, judge_item
from ideaaudit.models import SiteSummary
from tests.audits.build import page, seen_as
from tests.audits.statements import OPENING, URL, WHOLE, agency, linked, says, silent

RELAY = Item(has("relay"), "Yes.", "Perhaps.", "No.")


def judged(*sites: SiteSummary) -> Judgement:
    return judge_item(sites, RELAY)


def read(head: str, path: str = "/x", text: str = OPENING) -> bool:
    html = f"{head}<main><p>{text}</p></main>"
    return bool(agency(html, f"https://www.agency.gov{path}").all("statement"))


@pytest.mark.parametrize(
    ("head", "path", "found"),
    [
        ("<h1>Accessibility</h1>", "/x", True),
        ("<h1>ACCESSIBILITY&nbsp;STATEMENT</h1>", "/x", True),
        ("<title>Accessibility Policy | Agency</title>", "/x", True),
        ("<h1>GSA Accessibility Statement</h1>", "/x", True),
        ("<h1>Declaración de accesibilidad</h1>", "/x", True),
        ("<h1>Help</h1>", "/accessibility", True),
        ("<h1>Help</h1>", "/about/accessibility", False),
        ("<h1>Accessibility for Teams</h1>", "/x", False),
        ("<h1>Accessibility training</h1>", "/x", False),
        ("<h1>About us</h1>", "/x", False),
        ("<h2>Accessibility</h2>", "/x", False),
    ],
)
def test_a_statement_is_known_by_its_name_or_address(head: str, path: str, found: bool) -> None:
    assert read(head, path) is found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Accessibility of this website matters. " * 12, True),
        ("Accessibility of this website matters.", False),
        ("Accessibility of this building matters. " * 12, False),
        ("The quality of this website matters. " * 12, False),
    ],
)
def test_a_statement_speaks_of_accessible_websites_at_some_length(text: str, found: bool) -> None:
    assert read("<h1>Accessibility</h1>", text=text) is found


@pytest.mark.parametrize(
    ("seen", "found"),
    [
        (linked(f"<main>{OPENING}</main>"), True),
        (linked(f"<main>{OPENING}</main>", name="accessibility"), True),
        (linked(f"<main>{OPENING}</main>", name="link:privacy"), False),
        (linked(f"<main>{OPENING}</main>", 404), False),
        (linked(f"<main>{OPENING}</main>", 300), False),
        (linked(f"<main>{OPENING}</main>", 199), False),
        (linked(f"<main>{OPENING}</main>", None), False),
        (linked(f"<main>{OPENING}</main>", soft=True), False),
        (linked(""), False),
    ],
)
def test_what_the_sites_own_link_leads_to_is_its_statement(seen: SiteSummary, found: bool) -> None:
    assert bool(seen.all("statement")) is found


def test_a_statement_is_told_from_its_signal() -> None:
    [signal] = agency(WHOLE).all("statement")
    assert len(signal) <= 200
    statement = statement_from(signal)
    assert (statement.url, statement.date) == (URL, "2026-01-03")
    assert {"std", "lim", "pm"} <= statement.codes
    assert statement.signal() == signal


def test_a_long_address_is_left_out_of_the_signal() -> None:
    [signal] = agency(WHOLE, "https://www.agency.gov/" + "x" * 200).all("statement")
    assert statement_from(signal).url == ""
    assert "relay" in statement_from(signal).codes


def test_the_worst_site_speaks_and_is_named() -> None:
    found = judged(agency(WHOLE), says("<p>Nothing"), silent())
    assert (found.outcome, found.summary) == ("failed", "No.")
    assert [one.url for one in found.evidence] == [URL]
    assert found.measures == (("statements", 2),)


def test_what_scripts_may_add_is_not_missing() -> None:
    found = judged(agency(WHOLE), says("<p>Nothing", scripts=True))
    assert (found.outcome, found.summary) == ("cantTell", "Perhaps.")
    assert len(found.evidence) == 1
    assert judged(says("<p>Dial 711", scripts=True)).outcome == "passed"


def test_statements_of_one_site_count_together() -> None:
    two = seen_as(
        page(f"<h1>Accessibility</h1><main>{OPENING}</main>", URL),
        page(f"<h1>Section 508</h1><main>{OPENING} Dial 711.</main>", URL + "/508"),
    )
    assert len(two.all("statement")) == 2
    assert judged(two).outcome == "passed"


def test_an_agency_without_a_statement_is_told_where_to_look() -> None:
    assert "a11y-statement-present" in judged(silent()).summary
