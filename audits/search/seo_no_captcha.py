"""Is public content open without proof of being human?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import own_pages, with_signal
from ideaaudit.models import Automation, Evidence, Example, Reason, Strength


@site_check(
    id="seo-no-captcha",
    title="No CAPTCHA/challenge on public content",
    citation="M-23-22 A.4 permit scraping",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Switch challenges off for public pages; slow those that come too fast, for a while, "
    "and keep riddles for forms that are abused.",
    decided="Challenges of known products (Cloudflare, Akamai, Imperva, AWS, DataDome and others) "
    "in place of a page; none is ever solved or passed by. Failed where two visits or more met "
    "one. cantTell where one visit did, where a riddle (reCAPTCHA, hCaptcha, Turnstile) stands on "
    "a page outside a form, and where nothing was seen of the site. Passed otherwise.",
    needs=("endpoints",),
    examples=(
        Example("passed", "No challenge on 200 pages."),
        Example("failed", "“Just a moment…” in place of two pages."),
        Example("cantTell", "A challenge in place of one page."),
    ),
)
def seo_no_captcha(view: SiteView) -> Judgement:
    """A riddle locks out people with disabilities, archives and search engines; those who mean
    harm pay others to solve it."""
    met = [one for one in view.lost if one.reason == Reason.CHALLENGED]
    gaps = [gap for gap in view.observation.gaps if gap.reason is Reason.CHALLENGED]
    evidence = [Evidence(one.url, detail=one.detail, datum="challenge") for one in met[:50]]
    evidence += [Evidence(view.target.url, detail=gap.detail, datum="challenge") for gap in gaps]
    if len(evidence) > 1:
        measures = (("challenges", len(met) + len(gaps)),)
        summary = "Visits met a challenge in place of public pages."
        return failed(summary, *evidence, measures=measures)
    if evidence:
        return cant_tell("One visit met a challenge in place of a page.", *evidence)
    riddles = with_signal(own_pages(view), "captcha")
    if riddles:
        shown = [Evidence(p.url, datum=p.all("captcha")[0]) for p in riddles[:20]]
        return cant_tell("A riddle stands on a page outside a form.", *shown)
    if not view.pages:
        return cant_tell("No page of the site was seen.")
    return passed("No visit met a challenge.")
