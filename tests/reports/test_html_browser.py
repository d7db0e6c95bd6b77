"""The HTML report as a browser shows it: axe, narrow screens, no script, no network."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from reports.write import write_report
from tests.reports.browser import browser, violations
from tests.reports.fiction import fictional_store
from tests.reports.hostile import hostile_store

pytestmark = pytest.mark.browser
OPEN = "document.querySelectorAll('details').forEach(one => one.open = true)"
WIDER = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
STYLED = "getComputedStyle(document.querySelector('.masthead')).borderBottomStyle"


@pytest.fixture(scope="module")
def shell() -> Iterator[Browser]:
    with browser() as running:
        yield running


@pytest.fixture(scope="module")
def fiction(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(fictional_store(), tmp_path_factory.mktemp("fiction") / "out").parent


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_report(hostile_store(), tmp_path_factory.mktemp("hostile") / "out").parent


def kinds(report: Path) -> list[Path]:
    """One page of each kind, of a site that is not too large for axe to read in a test."""
    sites = {path.name: path for path in report.glob("sites/*")}
    site = sites.get("quietharbors.gov") or sites["hostile.gov_8443"]
    page = min((site / "pages").iterdir())
    agency = min((report / "agencies").glob("*/index.html"))
    lost = [path / "index.html" for path in sites.values() if not (path / "pages").exists()]
    own = [report / "index.html", report / "checks.html", agency]
    return [*own, site / "index.html", site / "urls.html", page, *lost]


def test_axe_finds_no_violation(shell: Browser, fiction: Path) -> None:
    page = shell.new_page(viewport={"width": 1280, "height": 900}, color_scheme="light")
    for path in kinds(fiction):
        assert opened(page, path) == [], path
    page.close()


def test_axe_finds_none_on_a_phone_in_the_dark(shell: Browser, fiction: Path) -> None:
    page = shell.new_page(viewport={"width": 390, "height": 844}, color_scheme="dark")
    for path in (kinds(fiction)[place] for place in (0, 3, 5)):
        assert opened(page, path) == [], path
    page.close()


def opened(page: Page, path: Path) -> list[str]:
    """What axe says of a page with every fold open."""
    page.goto(path.as_uri())
    page.evaluate(OPEN)
    return violations(page)


def test_axe_would_find_one(shell: Browser) -> None:
    page = shell.new_page()
    page.set_content("<html><body><img src='a.png'><p style='color:#ccc'>Pale</p></body></html>")
    found = {violation.split(":")[0] for violation in violations(page)}
    assert {"image-alt", "html-has-lang", "color-contrast"} <= found
    page.close()


@pytest.mark.parametrize("report", ["fiction", "hostile"])
def test_nothing_sticks_out_at_320_pixels(
    shell: Browser, report: str, request: pytest.FixtureRequest
) -> None:
    page = shell.new_page(viewport={"width": 320, "height": 800})
    for path in kinds(request.getfixturevalue(report)):
        page.goto(path.as_uri())
        page.evaluate(OPEN)
        assert page.evaluate(WIDER) == 0, path
    page.close()


def test_it_is_styled_and_asks_only_for_its_own_files(shell: Browser, hostile: Path) -> None:
    page = shell.new_page()
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text))
    page.on("dialog", lambda dialog: said.append(dialog.message))
    for path in kinds(hostile):
        page.goto(path.as_uri())
        assert page.evaluate(STYLED) == "solid"
    assert said == []
    assert len(asked) > len(kinds(hostile))
    assert all(url.startswith(hostile.as_uri()) for url in asked)
    page.close()


def test_it_can_be_walked_without_script(shell: Browser, fiction: Path) -> None:
    context = shell.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((fiction / "index.html").as_uri())
    page.get_by_role("main").get_by_role("link", name="orchards.gov", exact=True).click()
    page.get_by_role("link", name="Every known address").click()
    page.get_by_role("link", name="Welcome to orchards.gov").click()
    assert page.get_by_role("heading", level=1).inner_text() == "Welcome to orchards.gov"
    pictures = page.locator("figure img")
    pictures.first.scroll_into_view_if_needed()
    assert pictures.count() == 2
    page.get_by_role("navigation", name="Breadcrumb").get_by_role("link", name="Overview").click()
    assert page.get_by_role("heading", level=1).inner_text() == "What an audit of 6 websites found"
    context.close()


def test_pictures_are_shown_from_a_folder(shell: Browser, fiction: Path) -> None:
    page = shell.new_page()
    page.goto(min((fiction / "sites/orchards.gov/pages").glob("home-*")).as_uri())
    page.locator("figure img").last.scroll_into_view_if_needed()
    page.wait_for_function("[...document.images].every(one => one.naturalWidth > 0)")
    widths = page.evaluate("[...document.images].map(one => one.naturalWidth)")
    assert widths == [1280, 390]
    page.close()


def test_it_prints(shell: Browser, fiction: Path) -> None:
    page = shell.new_page()
    page.goto((fiction / "index.html").as_uri())
    paper = page.pdf(format="Letter")
    assert paper.startswith(b"%PDF")
    page.emulate_media(media="print")
    assert page.locator(".masthead nav").is_hidden()
    assert page.locator("h1").is_visible()
    page.close()
