from dataclasses import replace

import pytest

from audits.check import SiteView
from audits.unduplicated.dup_legacy_redirect import dup_legacy_redirect
from ideaaudit.models import LostUrl
from tests.audits.build import HOME, outcome_of, page, site


def lost(
    path: str, reason: str, status: int | None = None, to: str = "", found_by: str = "link"
) -> LostUrl:
    return LostUrl(HOME + path, found_by, reason, status, f"redirects to {to}" if to else "")


def view(*urls: LostUrl, complete: bool = True) -> SiteView:
    return replace(site(page("<p>Hi", HOME), complete=complete), lost=urls)


def chain(length: int) -> list[LostUrl]:
    return [lost(f"c{n}", "redirected", 301, f"{HOME}c{n + 1}") for n in range(length)]


@pytest.mark.parametrize(
    ("urls", "outcome"),
    [
        pytest.param([], "passed", id="nothing is lost"),
        pytest.param([lost("old", "not-found", 404)], "failed", id="a link to a 404"),
        pytest.param(
            [lost("old", "not-found", 404, found_by="sitemap")], "failed", id="a 404 in the sitemap"
        ),
        pytest.param([lost("old", "not-found")], "failed", id="not found, status unknown"),
        pytest.param(
            [lost("old", "not-found", 404, found_by="redirect")], "passed", id="a redirect's end"
        ),
        pytest.param([lost("old", "not-found", 410)], "cantTell", id="gone on purpose"),
        pytest.param([lost("old", "redirected", 301, HOME + "new")], "passed", id="301"),
        pytest.param([lost("old", "redirected", 308, HOME + "new")], "passed", id="308"),
        pytest.param([lost("old", "redirected", 302, HOME + "new")], "cantTell", id="302"),
        pytest.param([lost("old", "redirected", 307, HOME + "new")], "cantTell", id="307"),
        pytest.param([lost("old", "redirected", 303, HOME + "new")], "cantTell", id="303"),
        pytest.param(
            [lost("old", "off-site", 302, "https://other.gov/")], "cantTell", id="302 to elsewhere"
        ),
        pytest.param(
            [lost("a/", "redirected", 302, "http://agency.gov/a")],
            "passed",
            id="302 between doors of the site is another check's",
        ),
        pytest.param(
            [lost("a", "off-site", 302, "https://other.gov/a")],
            "cantTell",
            id="302 to the same path elsewhere",
        ),
        pytest.param([lost("old", "redirected", 302)], "cantTell", id="302 to nobody knows where"),
        pytest.param(
            [
                LostUrl(
                    HOME + "old",
                    "link",
                    "redirected",
                    200,
                    f"redirects by a meta refresh to {HOME}new",
                )
            ],
            "cantTell",
            id="a meta refresh",
        ),
        pytest.param(chain(2), "passed", id="a chain of two"),
        pytest.param(chain(3), "cantTell", id="a chain of three"),
        pytest.param(
            [lost("a", "redirected", 301, HOME + "b"), lost("b", "redirected", 301, HOME + "a")],
            "cantTell",
            id="a loop",
        ),
        pytest.param([lost("x", "timeout")], "passed", id="a timeout is no retirement"),
        pytest.param([lost("x", "timeout", 302)], "passed", id="no redirect, whatever the status"),
        pytest.param([lost("x", "http-error", 500)], "passed", id="nor is an error"),
    ],
)
def test_outcome(urls: list[LostUrl], outcome: str) -> None:
    assert outcome_of(dup_legacy_redirect, view(*urls)) == outcome


def test_a_walk_in_part_proves_no_absence() -> None:
    assert outcome_of(dup_legacy_redirect, view(complete=False)) == "cantTell"
    gone = lost("old", "not-found", 404)
    assert outcome_of(dup_legacy_redirect, view(gone, complete=False)) == "failed"
    assert outcome_of(dup_legacy_redirect, site()) == "untested"


def test_each_url_is_a_fix_of_its_own_and_they_are_counted() -> None:
    urls = [lost(f"p{n:02}", "not-found", 404) for n in range(60)]
    found = dup_legacy_redirect.judge(view(*urls))
    assert len(found.evidence) == 50
    assert found.evidence[0].datum == HOME + "p00"
    assert dict(found.measures) == {"retired-not-found": 60}
