"""The second engine checks the first on the samples, and says what it does not see."""

import pytest

from crawler.browser.second_engine import disagreement
from crawler.browser.webdriver import find_webdriver
from crawler.browser.words import BrowserMissing
from ideaaudit.models import AxeResult, PageObservation, Reason
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import audit
from tests.sites.server import serve

FAULTS = ("alt-missing", "contrast-low", "frame-alt-missing")
SITES = ("harbors.tides-sample.gov", "darkplaces.nightskies-sample.gov", "tides-sample.gov")


@pytest.fixture(scope="module")
def runs(tmp_path_factory: pytest.TempPathFactory) -> dict[str, RunStore]:
    """The same sites, with faults planted, as each engine saw them."""
    try:
        find_webdriver()
    except BrowserMissing as error:
        pytest.skip(str(error))
    found = {}
    with serve(FAULTS) as samples:
        table = [part for entry in samples.connect_to for part in ("--connect-to", entry)]
        told = ["--pages", "10", "--render", "4", "--documents", "0", "--seed", "7", *table]
        for engine in ("playwright", "selenium"):
            folder = tmp_path_factory.mktemp(engine)
            asked = [f"https://{site}/" for site in SITES]
            trust = ("--ca-file", str(samples.ca_file), "--engine", engine)
            done = audit(folder, *asked, *trust, *told, seconds=600)
            assert done.returncode == 1, done.stderr
            assert "Traceback" not in done.stderr
            found[engine] = Store.open(str(folder / "store")).run()
    return found


def rendered(run: RunStore) -> dict[str, PageObservation]:
    seen = [run.page(site, row.url) for site in SITES for row in run.pages(site) if row.rendered]
    return {page.url: page for page in seen if page}


def axe_of(page: PageObservation) -> AxeResult:
    assert page.rendering
    assert page.rendering.axe
    return page.rendering.axe


def test_both_find_the_same_where_there_is_no_frame(runs: dict[str, RunStore]) -> None:
    ours, theirs = rendered(runs["playwright"]), rendered(runs["selenium"])
    assert ours.keys() == theirs.keys()
    assert len(ours) >= 9
    plain = [url for url in ours if axe_of(ours[url]).frames == 1]
    assert len(plain) >= len(ours) - 2
    for url in plain:
        assert disagreement(axe_of(ours[url]), axe_of(theirs[url])) == [], url
        assert axe_of(ours[url]) == axe_of(theirs[url])
    broken = {rule.id for page in theirs.values() for rule in axe_of(page).violations}
    assert {"image-alt", "color-contrast"} <= broken


def test_a_frame_is_left_for_review_and_never_passed(runs: dict[str, RunStore]) -> None:
    ours, theirs = rendered(runs["playwright"]), rendered(runs["selenium"])
    framed = [url for url in ours if axe_of(ours[url]).frames > 1]
    assert framed
    for url in framed:
        assert "image-alt" in {rule.id for rule in axe_of(ours[url]).violations}
        assert "image-alt" not in {rule.id for rule in axe_of(theirs[url]).violations}
        assert "frame-tested" in {rule.id for rule in axe_of(theirs[url]).incomplete}


def test_what_it_does_not_see_is_untested_with_this_reason(runs: dict[str, RunStore]) -> None:
    run = runs["selenium"]
    assert "second engine" in " ".join(run.run.notes)
    assert run.run.versions["engine"] == "selenium"
    keyboard = [
        v for site in SITES for v in run.verdicts(site=site) if v.check == "a11y-keyboard-walk"
    ]
    told = [v for v in keyboard if v.subject in rendered(run)]
    assert told
    for verdict in told:
        assert (verdict.outcome, verdict.reason) == ("untested", Reason.UNSUPPORTED)
        assert "--engine selenium" in verdict.summary
