import pytest

from audits.unduplicated.dup_exact import dup_exact
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked

TEXT = " ".join(f"word{n}" for n in range(120))
OTHER = " ".join(f"other{n}" for n in range(120))


def article(
    path: str, text: str = TEXT, *, canonical: str = "", lang: str = "en", ended: str = ""
) -> PageObservation:
    link = f'<link rel="canonical" href="{canonical}">' if canonical else ""
    html = f'<html lang="{lang}"><head>{link}</head><main>{text}</main></html>'
    return page(html, HOME + path, ended=ended)


def script(path: str) -> PageObservation:
    return walked(f"<html lang=en><main>{TEXT}</main><script src=app.js></script>", HOME + path)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([article("a"), article("b", OTHER)], "passed", id="texts of their own"),
        pytest.param([article("a"), article("b")], "failed", id="the same text twice"),
        pytest.param(
            [article("a"), article("b", f"<B>{TEXT.upper()}</B> &nbsp;")],
            "failed",
            id="the same words in another case and spacing",
        ),
        pytest.param(
            [article("a"), article("b", canonical=HOME + "a")],
            "passed",
            id="a copy that names its original",
        ),
        pytest.param(
            [article("a", canonical=HOME + "a"), article("b", canonical=HOME + "b")],
            "failed",
            id="copies that each name themselves",
        ),
        pytest.param(
            [article("a"), article("b", ended=HOME + "a")], "passed", id="two URLs that end at one"
        ),
        pytest.param([article("a"), article("b", lang="es")], "passed", id="another language"),
        pytest.param(
            [article("a", lang="EN-us"), article("b")], "failed", id="one language, written twice"
        ),
        pytest.param(
            [article("a", "Not ready"), article("b", "Not ready")], "passed", id="hardly any text"
        ),
        pytest.param([article("a"), article("b", TEXT + " more")], "passed", id="one word more"),
        pytest.param([script("a"), script("b")], "cantTell", id="scripts may add to both"),
        pytest.param([script("a"), article("b")], "cantTell", id="scripts may add to one"),
        pytest.param(
            [script("c"), article("a"), article("b")], "failed", id="two that are seen whole"
        ),
        pytest.param(
            [article("a"), page(f"<main>{TEXT}</main>", HOME + "b", status=404)],
            "passed",
            id="an error page is no page",
        ),
    ],
)
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(dup_exact, site(*pages, complete=True)) == outcome


def test_a_walk_in_part_proves_no_absence_and_shows_what_it_met() -> None:
    assert outcome_of(dup_exact, site(article("a"), complete=False)) == "cantTell"
    assert outcome_of(dup_exact, site(article("a"), article("b"), complete=False)) == "failed"
    assert outcome_of(dup_exact, site()) == "untested"


def test_one_group_is_one_cause_and_is_counted() -> None:
    found = dup_exact.judge(site(*[article(f"p{n:02}") for n in range(13)]))
    [evidence] = found.evidence
    assert evidence.url == HOME + "p00"
    assert "and 3 more" in evidence.detail
    assert "p09" in evidence.detail
    assert evidence.count == 13
    assert dict(found.measures) == {"duplicate-pages": 13}


def test_the_largest_group_comes_first() -> None:
    pages = [article(f"a{n}") for n in range(2)] + [article(f"b{n}", OTHER) for n in range(3)]
    found = dup_exact.judge(site(*pages))
    assert [one.count for one in found.evidence] == [3, 2]
