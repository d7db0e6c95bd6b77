from dataclasses import replace

from ideaaudit.models import (
    Evidence,
    Level,
    Outcome,
    PageObservation,
    PageRow,
    PageState,
    Rendering,
    RequestSeen,
    Verdict,
)
from reports.rollup.page import PLACES, PageRollup, roll_page
from reports.rollup.tally import Tally
from tests.reports.fake_catalogue import catalogue

URL = "https://a.gov/"
CARDS = {card.id: card for card in catalogue().cards}
OUTCOMES = (
    ("seo-noindex", Outcome.PASSED),
    ("mobile-viewport", Outcome.FAILED),
    ("a11y-axe-wcag20", Outcome.FAILED),
    ("a-check-that-is-no-more", Outcome.FAILED),
)
ROW = PageRow(URL, PageState.WALKED, rendered=True, title="Row", outcomes=OUTCOMES)


def page(*requests: RequestSeen, verdicts: tuple[Verdict, ...] = (), title: str = "") -> PageRollup:
    rendering = Rendering(URL, 200, "", title, requests=requests)
    return roll_page(ROW, PageObservation("a.gov", URL, rendering=rendering), verdicts, CARDS)


def test_failures_come_first_in_the_catalogues_order() -> None:
    found = [(check.card.id, check.outcome) for check in page().checks]
    assert [id for id, _ in found] == ["a11y-axe-wcag20", "mobile-viewport", "seo-noindex"]
    assert page().tally == Tally(failed=2, passed=1)


def test_a_verdict_gives_its_sentence_and_at_most_ten_places() -> None:
    places = tuple(Evidence(URL, f"p:nth-child({number})") for number in range(13))
    verdict = Verdict(
        "mobile-viewport", Level.PAGE, URL, "a.gov", Outcome.FAILED, 1, "Why.", evidence=places
    )
    check = next(one for one in page(verdicts=(verdict,)).checks if one.summary)
    assert (check.summary, len(check.evidence), check.more) == ("Why.", PLACES, 3)


def test_a_page_is_called_by_its_title_else_by_what_is_known() -> None:
    assert page(title="Rendered").title == "Rendered"
    assert page().title == "Row"
    bare = replace(ROW, title="")
    assert roll_page(bare, PageObservation("a.gov", URL), (), CARDS).title == URL


def test_requests_are_counted_by_host_and_what_became_of_them() -> None:
    traffic = page(
        RequestSeen(URL, "document", status=200),
        RequestSeen("https://user@a.gov/x.css", "stylesheet", status=200),
        RequestSeen("https://b.example/ping", "ping", sent=False, failure="analytics"),
        RequestSeen("https://c.example/font", "font", failure="net::ERR"),
        RequestSeen("data:,x", "image"),
        RequestSeen("https://[", "other"),
    ).traffic
    assert traffic is not None
    assert (traffic.total, traffic.withheld, traffic.lost) == (6, 1, 1)
    assert traffic.hosts[0] == ("a.gov", 2)
    assert {"data:", "unreadable address"} <= {host for host, _ in traffic.hosts}


def test_requests_that_were_not_recorded_are_not_none() -> None:
    seen = PageObservation("a.gov", URL, rendering=Rendering(URL, 200, ""))
    assert roll_page(ROW, seen, (), CARDS).traffic is None
