import pytest

from audits.unduplicated.content_html_default import content_html_default
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site


def linking(files: int, pages: int, around: str = "") -> PageObservation:
    links = "".join(f'<a href="/f{n}.pdf">f</a>' for n in range(files))
    links += "".join(f'<a href="/p{n}">p</a>' for n in range(pages))
    return page(f"{around}<main>{links}</main>", HOME)


def file(name: str) -> PageObservation:
    return page(None, HOME + name, media_type="application/pdf")


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([linking(0, 10)], "passed", id="no files"),
        pytest.param([linking(0, 0)], "passed", id="no links"),
        pytest.param([linking(1, 20)], "passed", id="1 link of 21"),
        pytest.param([linking(1, 19)], "cantTell", id="1 link of 20"),
        pytest.param([linking(5, 5)], "cantTell", id="half of the links"),
        pytest.param(
            [linking(0, 30, "<footer><a href='/a.pdf'>a</a><a href='/b.pdf'>b</a></footer>")],
            "passed", id="files in the footer"),
        pytest.param([linking(0, 10), file("a.pdf")], "cantTell", id="a file among two URLs"),
        pytest.param([file("a.pdf")], "inapplicable", id="only a file"),
        pytest.param(
            [page("<main>" + '<a href="/a.PDF?x=1">a</a>' * 3 + '<a href="/b">b</a>' * 9, HOME)],
            "cantTell", id="each link counts once"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(content_html_default, site(*pages)) == outcome


def test_both_shares_are_measures() -> None:
    found = content_html_default.judge(site(linking(1, 3), file("a.pdf")))
    assert dict(found.measures) == {"document-share": 0.5, "document-link-share": 0.25}
    assert outcome_of(content_html_default, site()) == "untested"
