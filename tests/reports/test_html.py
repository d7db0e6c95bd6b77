"""The HTML report, read back without a browser."""

import re
from pathlib import Path

import pytest
from markupsafe import escape

from reports.environment import POLICY
from reports.write import write_report
from tests.reports.fake_catalogue import catalogue
from tests.reports.fiction import fictional_store
from tests.reports.hostile import SITE, hostile_store
from tests.reports.reading import Document, broken_links, read, read_all

HIDING = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufffe]")


@pytest.fixture(scope="module")
def fiction(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(fictional_store(), tmp_path_factory.mktemp("fiction") / "out").parent


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(hostile_store(), tmp_path_factory.mktemp("hostile") / "out").parent


@pytest.fixture(scope="module")
def pages(fiction: Path) -> list[Document]:
    return read_all(fiction)


@pytest.fixture(scope="module")
def hostile_pages(hostile: Path) -> list[Document]:
    return read_all(hostile)


@pytest.fixture(params=["pages", "hostile_pages"])
def documents(request: pytest.FixtureRequest) -> list[Document]:
    found: list[Document] = request.getfixturevalue(request.param)
    return found


def test_every_tag_is_closed_where_it_was_opened(documents: list[Document]) -> None:
    assert [(one.path.name, one.faults) for one in documents if one.faults] == []


def test_nothing_can_run_and_nothing_is_styled_in_line(documents: list[Document]) -> None:
    for one in documents:
        assert not {"script", "iframe", "object", "embed", "form", "base", "style"} & set(one.tags)
        assert not {name for name in one.attributes if name.startswith("on")}
        assert "style" not in one.attributes


def test_the_policy_stands_on_every_page(documents: list[Document]) -> None:
    assert {one.meta["content-security-policy"] for one in documents} == {POLICY}
    assert "default-src 'none'" in POLICY


def test_nothing_is_loaded_from_elsewhere(documents: list[Document]) -> None:
    loads = [load for one in documents for load in one.loads]
    assert loads
    assert not [load for load in loads if ":" in load or load.startswith(("/", "\\"))]


def test_links_lead_to_the_web_or_within_the_report(documents: list[Document]) -> None:
    links = [link for one in documents for link in one.links]
    outward = [link for link in links if ":" in link.split("/")[0]]
    assert {link.split(":")[0] for link in outward} <= {"http", "https", "mailto"}
    assert broken_links(documents) == []


def test_a_broken_link_would_be_noticed(tmp_path: Path) -> None:
    page = tmp_path / "a.html"
    page.write_text('<a href="#there"></a><a href="b.html"></a><a href="#here" id="here"></a>')
    assert broken_links([read(page)]) == ["a.html: #there", "a.html: b.html"]


def test_ids_are_given_once_a_page(documents: list[Document]) -> None:
    for one in documents:
        assert len(one.ids) == len(set(one.ids)), one.path


def test_every_page_has_what_a_page_must_have(documents: list[Document]) -> None:
    for one in documents:
        assert one.lang == "en"
        assert len(one.title.strip()) >= 20
        assert len(one.meta["description"]) >= 50
        assert one.meta["viewport"] == "width=device-width, initial-scale=1"
        assert [one.tags.count(tag) for tag in ("h1", "main", "header", "footer")] == [1, 1, 1, 1]
        assert "#content" in one.links
        assert "content" in one.ids


def test_titles_and_descriptions_are_different_on_every_page(pages: list[Document]) -> None:
    assert len({one.title for one in pages}) == len(pages)
    assert len({one.meta["description"] for one in pages}) == len(pages)


def test_every_page_but_the_first_leads_back_up(fiction: Path) -> None:
    page = next((fiction / "sites/orchards.gov/pages").glob("home-*.html"))
    up = [link for link in read(page).links if link.endswith("index.html")]
    assert {"../index.html", "../../../index.html"} <= {
        link.replace("../../../sites/orchards.gov/", "../") for link in up
    }
    assert "../../../agencies/department-of-orchards/index.html" in up


def test_every_check_and_head_is_explained_on_a_page_of_its_own(fiction: Path) -> None:
    listed = set(read(fiction / "checks.html").links)
    laws = catalogue()
    for card in laws.cards:
        assert f"checks/{card.id}.html" in listed
        page = (fiction / "checks" / f"{card.id}.html").read_text(encoding="utf-8")
        assert card.id in page
        assert all(escape(one.markup) in page for one in card.examples)
    for head in laws.heads:
        assert f"heads/{head.id}.html" in listed
        assert (fiction / "heads" / f"{head.id}.html").is_file()


def test_hostile_characters_are_spelled_out(hostile: Path) -> None:
    home = (hostile / "sites" / SITE.replace(":", "_") / "index.html").read_text()
    assert "⟨U+202E⟩" in home
    assert "⟨U+001B⟩" in home
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in home
    for path in hostile.rglob("*.html"):
        assert not HIDING.search(path.read_text(encoding="utf-8")), path


def test_what_is_no_picture_is_not_written(hostile: Path) -> None:
    kinds = {path.suffix for path in hostile.rglob("*") if path.is_file()}
    assert kinds <= {".html", ".css", ".svg", ".json", ".csv", ""}


def test_the_report_never_says_that_a_site_is_compliant(pages: list[Document]) -> None:
    for one in pages:
        assert "compliant" not in one.text.lower()
        assert "independent audit" in one.text.lower()


def test_one_broken_header_is_one_entry_with_its_214_pages(fiction: Path) -> None:
    text = (fiction / "sites/orchards.gov/index.html").read_text()
    entry = text.split('id="cause-a11y-axe-wcag20-c1f0a2"')[1].split("</article>")[0]
    assert "<strong>214 pages</strong>" in entry
    assert "204 more pages" in entry
    assert entry.count("<li>") == 214


def test_a_site_that_was_not_seen_says_why_in_one_line(fiction: Path) -> None:
    text = read(fiction / "sites/weather.kites.gov/index.html").text
    assert "weather.kites.gov could not be audited: the site refused the auditor." in text
    assert "Fix these first" not in text


def test_a_sample_gives_an_interval_for_the_rest(fiction: Path) -> None:
    text = " ".join(read(fiction / "sites/pollination.orchards.gov/index.html").text.split())
    assert "6 of 24 pages judged have a failure (25%)" in text
    assert "Of all pages, between 10% and 46% of 120 pages fail (at 95%, from 20 pages" in text
    assert "24 of 120 pages are in the sample: 4 chosen for what they are, and 20 drawn" in text
    assert "96 pages, not in the sample of this run" in text


def test_the_sample_says_of_each_page_why_it_is_there_and_what_it_stands_for(fiction: Path) -> None:
    text = " ".join(read(fiction / "sites/pollination.orchards.gov/sample.html").text.split())
    assert "drawn at random from the other 116 with seed" in text
    assert "Home page Itself. Template 0f1e2d: 1 page, 1 rendered." in text
    assert "Drawn at random 5.8 of the 116 pages that could have been drawn." in text
    assert not (fiction / "sites/weather.kites.gov/sample.html").exists()


def test_the_same_run_gives_the_same_bytes(fiction: Path, tmp_path: Path) -> None:
    again = write_report(fictional_store(), tmp_path / "again").parent
    names = sorted(path.relative_to(fiction) for path in fiction.rglob("*") if path.is_file())
    assert names == sorted(path.relative_to(again) for path in again.rglob("*") if path.is_file())
    assert all((fiction / name).read_bytes() == (again / name).read_bytes() for name in names)
