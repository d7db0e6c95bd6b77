from dataclasses import replace

import pytest

from audits.consistent.std_description_unique import std_description_unique
from audits.evaluate import judge_among
from audits.facts.summary import summarise
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, site, walked

BASE = "https://www.agency.gov"
NAMED = "Apply for benefits of the agency"


def of(
    path: str, named: str = NAMED, text: str = "", more: str = "", lang: str = ""
) -> PageObservation:
    words = text or f"The page at {path} says this."
    head = f'<meta name=description content="{named}">{more}'
    html = f'<html lang="{lang}"><head>{head}</head><body><main>{words}</main>'
    return page(html, BASE + path)


def outcome_among(*pages: PageObservation, complete: bool = True) -> str:
    view = replace(site(*pages), complete=complete)
    (verdict,), _ = judge_among(summarise(pages[0]), view, [std_description_unique], {})
    return verdict.outcome.value


LONG = " ".join(f"word{n}" for n in range(900))
LOGIN = "<input type=password>"
CANONICAL = f'<link rel="canonical" href="{BASE}/a">'


@pytest.mark.parametrize(
    ("first", "other", "outcome"),
    [
        pytest.param(of("/a"), of("/b"), "failed", id="two pages"),
        pytest.param(
            of("/a"), of("/b", NAMED.upper().replace(" ", "  ")), "failed", id="case and spaces"
        ),
        pytest.param(of("/a"), of("/b", NAMED + "!"), "passed", id="one letter more"),
        pytest.param(of("/a", ""), of("/b"), "failed", id="none"),
        pytest.param(of("/a", ""), of("/b", ""), "failed", id="none on both"),
        pytest.param(of("/a"), of("/b", text="The page at /a says this."), "passed", id="a copy"),
        pytest.param(
            of("/a", text=LONG), of("/b", text=LONG.replace("word7 ", "word ")), "passed",
            id="a near copy",
        ),
        pytest.param(
            of("/a", text=LONG), of("/b", text=LONG[::-1]), "failed", id="long texts that differ"
        ),
        pytest.param(of("/a"), of("/b", more=CANONICAL), "passed", id="canonical names this page"),
        pytest.param(
            of("/a"), of("/b", more=CANONICAL.replace("/a", "/b")), "failed",
            id="canonical names itself",
        ),
        pytest.param(of("/a"), of("/a?page=2"), "passed", id="second page of a list"),
        pytest.param(of("/a"), of("/a/page/2"), "passed", id="second page by its path"),
        pytest.param(of("/a"), of("/a?sort=date&f%5B0%5D=x"), "passed", id="sorted and filtered"),
        pytest.param(of("/a?id=1"), of("/a?id=2"), "failed", id="another record"),
        pytest.param(of("/a/"), of("/a/index.html"), "passed", id="its index file"),
        pytest.param(of("/a"), of("/es/a"), "passed", id="in Spanish by its path"),
        pytest.param(of("/a"), of("/ca/a"), "failed", id="a state's page"),
        pytest.param(of("/a", lang="de"), of("/de/a", lang="de"), "passed", id="by its language"),
        pytest.param(of("/a"), of("/espanol/a"), "passed", id="in Spanish by its name"),
        pytest.param(
            of("/a", lang="en-US"), of("/b", lang="es"), "passed", id="pages of two languages"
        ),
        pytest.param(
            of("/a", lang="en-US"), of("/b", lang="en"), "failed", id="two Englishes are one"
        ),
        pytest.param(of("/a", lang="en"), of("/b"), "failed", id="one language is unknown"),
        pytest.param(of("/a"), of("/b", more=LOGIN), "passed", id="the other is a login page"),
        pytest.param(of("/a", more=LOGIN), of("/b"), "inapplicable", id="a login page"),
        pytest.param(of("/search?q=x"), of("/b"), "inapplicable", id="search results"),
    ],
)  # fmt: skip
def test_outcome_among_two(first: PageObservation, other: PageObservation, outcome: str) -> None:
    assert outcome_among(first, other) == outcome


@pytest.mark.parametrize(
    ("complete", "outcome"),
    [
        pytest.param(True, "passed", id="the whole site"),
        pytest.param(False, "cantTell", id="a part of the site"),
    ],
)
def test_uniqueness_wants_the_whole_site(complete: bool, outcome: str) -> None:
    found = outcome_among(of("/a"), of("/b", "Another"), complete=complete)
    assert found == outcome


def test_a_page_that_scripts_write_takes_nobodys_name() -> None:
    shell = walked(
        f'<meta name=description content="{NAMED}"><script src=a.js></script>', f"{BASE}/b"
    )
    assert outcome_among(of("/a"), shell) == "passed"
    assert outcome_of(std_description_unique, shell) == "untested"


def test_scripts_that_did_not_run_may_add_it() -> None:
    bare = walked("<p>" + "word " * 30 + "<script src=a.js></script>")
    assert outcome_among(bare) == "cantTell"


def test_the_cause_is_the_shared_words() -> None:
    view = site(*(of(f"/{n}") for n in range(500)))
    found = std_description_unique.judge(view.pages[0], view)
    assert found.outcome == "failed"
    assert found.evidence[0].datum == NAMED
    assert "on 500 pages" in found.evidence[0].detail


def test_another_site_has_other_groups() -> None:
    assert outcome_among(of("/a"), of("/b")) == "failed"
    assert outcome_among(of("/a"), of("/b", "Another")) == "passed"
