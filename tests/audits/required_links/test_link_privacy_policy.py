import pytest

from audits.evaluate import judge_page
from audits.required_links.link_privacy_policy import link_privacy_policy
from ideaaudit.models import Outcome, RequestSeen
from tests.audits.build import page, walked


def foot(link: str, lang: str = "en") -> str:
    return f'<html lang="{lang}"><main><p>Text</p></main><footer>{link}</footer></html>'


LATE = "<p>x</p>" * 40 + '<div><a href="/privacy">Privacy Policy</a></div>'
EARLY = '<div><a href="/privacy">Privacy Policy</a></div>' + "<p>x</p>" * 40


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(foot('<a href="/p">Privacy policy</a>'), "passed", id="as advised"),
        pytest.param(foot('<a href="/p">PRIVACY &amp; SECURITY</a>'), "passed", id="upper case"),
        pytest.param(foot('<a href="/p">Privacy\n  Statement</a>'), "passed", id="odd spacing"),
        pytest.param(foot('<a href="/p">Política&nbsp;de privacidad</a>'), "passed", id="Spanish"),
        pytest.param(foot('<a href="/site/privacy.html">Legal</a>'), "passed", id="by its target"),
        pytest.param(foot('<a href="/p" aria-label="Privacy policy"></a>'), "passed", id="a label"),
        pytest.param(foot('<a href="/p"><img alt="Privacy policy">'), "passed", id="an image"),
        pytest.param(
            '<main>x</main><div class="usa-identifier"><a href="/p">Privacy policy</a></div>',
            "passed", id="the identifier",
        ),
        pytest.param(
            '<table><td>x</table><div id="site-footer"><a href="/privacy">Privacy</a>',
            "passed", id="a footer by name, never closed",
        ),
        pytest.param(
            '<div role="contentinfo"><a href=/privacy>Privacy</a></div>', "passed", id="a role"
        ),
        pytest.param(LATE, "passed", id="the last quarter where no footer is marked"),
        pytest.param(EARLY, "cantTell", id="the first quarter where no footer is marked"),
        pytest.param(
            '<header><a href="/privacy">Privacy</a></header><footer>x</footer>', "cantTell",
            id="in the header",
        ),
        pytest.param(
            "<article><footer><a href=/p>Privacy policy</a></footer></article><footer></footer>",
            "cantTell", id="in an article's footer",
        ),
        pytest.param(foot('<a href="#">Privacy policy</a>'), "cantTell", id="leads nowhere"),
        pytest.param(foot('<a href="/privacy-act">Privacy Act</a>'), "cantTell", id="near miss"),
        pytest.param(foot('<a href="/pol">Website policies</a>'), "cantTell", id="all policies"),
        pytest.param(foot('<a href="/x">隐私政策</a>', "zh"), "cantTell", id="another language"),
        pytest.param(foot('<a href="/about">About</a>'), "failed", id="none"),
        pytest.param(foot("Privacy policy"), "failed", id="words and no link"),
        pytest.param(foot("<noscript><a href=/privacy>Privacy</a></noscript>"), "failed",
                     id="shown to nobody"),
        pytest.param(foot("<template><a href=/privacy>Privacy</a></template>"), "failed", id="no"),
        pytest.param("", "failed", id="an empty document"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert link_privacy_policy.judge(page(html)).outcome == outcome


def test_scripts_that_were_not_run_may_add_it() -> None:
    html = foot("<script src=footer.js></script>")
    assert link_privacy_policy.judge(walked(html)).outcome == "cantTell"
    assert link_privacy_policy.judge(page(html)).outcome == "failed"


def test_a_script_that_our_browser_could_not_get_may_add_it() -> None:
    lost = RequestSeen("https://parts.agency.gov/footer.js", "script", failure="net::ERR_FAILED")
    seen = page(foot("Words enough to be a page. " * 9), requests=(lost,))
    assert link_privacy_policy.judge(seen).outcome == "cantTell"


def test_a_script_that_no_visitor_gets_adds_nothing_for_anyone() -> None:
    gone = RequestSeen("https://www.agency.gov/footer.js", "script", status=404)
    cut = RequestSeen("https://dap.digitalgov.gov/x.js", "script", failure="analytics")
    plain = RequestSeen("http://parts.agency.gov/x.js", "script", failure="mixed-content")
    forbidden = RequestSeen("https://parts.agency.gov/x.js", "script", failure="csp")
    seen = page(foot("Words"), requests=(gone, cut, plain, forbidden))
    assert link_privacy_policy.judge(seen).outcome == "failed"


def test_a_shell_that_no_browser_filled_is_untested() -> None:
    shell = walked("<div id=root></div><script src=app.js></script>")
    [verdict] = judge_page(shell, [link_privacy_policy]).verdicts
    assert verdict.outcome is Outcome.UNTESTED


def test_all_pages_without_it_are_one_fix() -> None:
    one = judge_page(page(foot("a")), [link_privacy_policy]).verdicts[0].evidence[0]
    other = judge_page(page(foot("b"), "https://www.agency.gov/b"), [link_privacy_policy])
    assert one.cause == other.verdicts[0].evidence[0].cause
