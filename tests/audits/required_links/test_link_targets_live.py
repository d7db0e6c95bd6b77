import pytest

from audits.required_links.link_targets_live import link_targets_live
from ideaaudit.models import Hop, LostUrl, PageObservation, PathSeen
from tests.audits.build import HOME, outcome_of, page, site
from tests.audits.required_links.sites import probed

FOIA = "https://www.agency.gov/foia"
NEW = "https://www.agency.gov/records/foia"
OIG = "https://oig.other.gov/"
HOME_PAGE = page("<main>Text</main><footer><a href=/foia>FOIA</a></footer>", HOME)
TO_OIG = page(f"<main>Text</main><a href={OIG}>OIG</a>", HOME)
LOGIN = "<form method=post><input name=u><input type=password></form>"


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([HOME_PAGE, page("<main>Records</main>", FOIA)], "passed", id="live"),
        pytest.param([HOME_PAGE, page("x", FOIA, status=404)], "failed", id="404"),
        pytest.param([HOME_PAGE, page("x", FOIA, status=410)], "failed", id="410"),
        pytest.param(
            [HOME_PAGE, page("<title>Page not found</title>", FOIA)], "failed", id="it says 404"
        ),
        pytest.param([HOME_PAGE, page("x", FOIA, status=403)], "cantTell", id="refused"),
        pytest.param([HOME_PAGE, page(LOGIN, FOIA)], "cantTell", id="a sign-in"),
        pytest.param([HOME_PAGE], "cantTell", id="not visited"),
        pytest.param([page("<a href='#'>FOIA</a>", HOME)], "inapplicable", id="no link"),
        pytest.param([], "untested", id="no page was seen"),
    ],
)
def test_outcome_by_the_walk(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(link_targets_live, site(*pages)) == outcome


def to(url: str, target: str) -> LostUrl:
    return LostUrl(url, "required", "redirected", 301, f"a permanent redirect to {target}")


@pytest.mark.parametrize(
    ("front", "seen", "outcome"),
    [
        pytest.param(HOME_PAGE, [PathSeen("foia", FOIA, 200)], "passed", id="a probe saw it"),
        pytest.param(
            HOME_PAGE, [PathSeen("foia", FOIA + "/", 200, soft_404=False)], "passed", id="a slash"
        ),
        pytest.param(
            TO_OIG, [PathSeen("link:inspector-general", OIG + "x", 200)], "passed", id="by its kind"
        ),
        pytest.param(
            TO_OIG,
            [PathSeen("x", OIG, 200, (Hop(OIG, 200),))],
            "passed",
            id="a front page of its own",
        ),
        pytest.param(
            HOME_PAGE,
            [to(FOIA, NEW), PathSeen("x", NEW, 200)],
            "passed",
            id="redirected, and there",
        ),
        pytest.param(
            HOME_PAGE,
            [PathSeen("x", FOIA, 200, (Hop(FOIA, 301), Hop("https://x.gov/", 200)))],
            "passed",
            id="to another site's front page",
        ),
        pytest.param(HOME_PAGE, [PathSeen("x", FOIA, 404)], "failed", id="a probe met 404"),
        pytest.param(
            HOME_PAGE, [PathSeen("x", FOIA, 200, soft_404=True)], "failed", id="a soft 404"
        ),
        pytest.param(
            HOME_PAGE,
            [PathSeen("x", FOIA, 200, (Hop(FOIA, 302), Hop(HOME, 200)))],
            "failed",
            id="to the front page",
        ),
        pytest.param(HOME_PAGE, [to(FOIA, HOME)], "failed", id="redirected to the front page"),
        pytest.param(
            page("<main>Text</main><a href='/index.html#foia'>FOIA</a>", HOME),
            [to(f"{HOME}index.html", HOME)],
            "passed",
            id="a part of the front page",
        ),
        pytest.param(HOME_PAGE, [LostUrl(FOIA, "link", "not-found")], "failed", id="lost to a 404"),
        pytest.param(
            HOME_PAGE, [LostUrl(FOIA, "link", "http-error", 410)], "failed", id="lost to a 410"
        ),
        pytest.param(HOME_PAGE, [PathSeen("x", FOIA, None)], "cantTell", id="no answer"),
        pytest.param(HOME_PAGE, [PathSeen("x", FOIA, 500)], "cantTell", id="a sick server"),
        pytest.param(HOME_PAGE, [LostUrl(FOIA, "link", "blocked", 403)], "cantTell", id="blocked"),
        pytest.param(HOME_PAGE, [to(FOIA, NEW)], "cantTell", id="redirected to what was not seen"),
        pytest.param(HOME_PAGE, [to(FOIA, FOIA)], "cantTell", id="round and round"),
        pytest.param(
            HOME_PAGE, [PathSeen("link:about", OIG, 200)], "cantTell", id="another link's probe"
        ),
    ],
)
def test_outcome_by_other_senses(
    front: PageObservation, seen: list[PathSeen | LostUrl], outcome: str
) -> None:
    assert outcome_of(link_targets_live, probed(front, *seen)) == outcome


def test_each_dead_link_is_named_and_all_are_counted() -> None:
    judgement = link_targets_live.judge(probed(HOME_PAGE, PathSeen("x", FOIA, 404)))
    [evidence] = judgement.evidence
    assert (evidence.datum, evidence.detail) == (
        "foia gone",
        f"{FOIA}: The server answers HTTP 404.",
    )
    assert judgement.measures == (("required-links", 1), ("required-links-live", 0))
