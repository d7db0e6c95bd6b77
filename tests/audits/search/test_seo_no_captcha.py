from dataclasses import replace

import pytest

from audits.check import SiteView
from audits.search.seo_no_captcha import seo_no_captcha
from ideaaudit.models import Endpoint, Gap, LostUrl, Reason, SiteObservation
from tests.audits.build import HOME, outcome_of, page, site

MET = [LostUrl(f"{HOME}{n}", "link", "challenged", 403, "Cloudflare asked") for n in range(3)]
GAP = Gap("not_found", Reason.CHALLENGED, "Akamai asked")


def view(
    html: str = "<p>Hi", lost: list[LostUrl] | None = None, gaps: tuple[Gap, ...] = ()
) -> SiteView:
    seen = SiteObservation("agency.gov", "", endpoints=(Endpoint(HOME, True),), gaps=gaps)
    return replace(site(page(html, HOME), observation=seen), lost=tuple(lost or ()))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(view(), "passed", id="none"),
        pytest.param(view(lost=MET[:2]), "failed", id="two visits"),
        pytest.param(view(lost=MET[:1]), "cantTell", id="one visit"),
        pytest.param(view(gaps=(GAP,)), "cantTell", id="one probe"),
        pytest.param(view(lost=MET[:1], gaps=(GAP,)), "failed", id="a visit and a probe"),
        pytest.param(
            view(lost=[replace(one, reason="blocked") for one in MET]), "passed", id="refusals"),
        pytest.param(
            view(gaps=(replace(GAP, reason=Reason.BLOCKED),)), "passed", id="a refused probe"),
        pytest.param(view("<div class='g-recaptcha'></div>"), "cantTell", id="a riddle on a page"),
        pytest.param(view("<DIV CLASS='x H-CAPTCHA'></DIV>"), "cantTell", id="upper case"),
        pytest.param(
            view("<div><template shadowrootmode=open><div class=cf-turnstile></div></template>"),
            "cantTell", id="in a shadow root"),
        pytest.param(
            view("<form><div class='g-recaptcha'></div></form>"), "passed", id="in a form"),
        pytest.param(
            view("<div class='g-recaptcha' data-size=' Invisible '></div>"), "passed",
            id="an invisible one"),
        pytest.param(
            view("<script src='https://www.google.com/recaptcha/api.js'></script>"), "passed",
            id="only a script"),
        pytest.param(
            site(observation=SiteObservation("agency.gov", "", endpoints=())), "cantTell",
            id="no page was seen"),
        pytest.param(site(), "untested", id="nothing was tried"),
    ],
)  # fmt: skip
def test_outcome(seen: SiteView, outcome: str) -> None:
    assert outcome_of(seo_no_captcha, seen) == outcome


def test_visits_are_counted_and_shown() -> None:
    found = seo_no_captcha.judge(view(lost=MET, gaps=(GAP,)))
    assert found.measures == (("challenges", 4),)
    assert [one.detail for one in found.evidence] == ["Cloudflare asked"] * 3 + ["Akamai asked"]
    [riddle] = seo_no_captcha.judge(view("<p class=usa-captcha>")).evidence
    assert riddle.datum == "captcha"
