"""Is the content there without JavaScript?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check, passed
from audits.facts.page import FEW_WORDS, facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_ENOUGH = 0.7


@page_check(
    id="seo-js-independence",
    title="Content available without JS",
    citation="M-23-22 A.4 crawlable",
    strength=Strength.ADVISORY,
    automation=Automation.PARTLY,
    remedy="Let the server send the text of the page, and scripts only add to it.",
    decided="The words of the main text in the page that a browser showed are looked for in what "
    "the server sent. Passed where 70 % of them are there; cantTell below, and where the browser "
    "could not get a script. Inapplicable where the page shows fewer than 20 words. Untested for "
    "pages that no browser opened.",
    needs=("served_html", "requests"),
    examples=(
        Example("passed", f"<main>{'The whole text comes from the server. ' * 4}</main>"),
        Example("cantTell", "The server sends an empty frame, scripts write the text."),
        Example("inapplicable", "<main>Welcome</main>"),
    ),
)
def seo_js_independence(page: PageObservation) -> Judgement:
    """Many archives and search engines, and phones with a bad line, see only what is sent."""
    facts = facts_of(page)
    shown = len(facts.words)
    if shown < FEW_WORDS:
        return inapplicable("The page shows too few words to compare.")
    share = facts.served_share
    measures = (("served-share", round(share, 2)),)
    where = Evidence(page.url, detail=f"{round(100 * share)} % of {shown} words are sent.")
    if facts.lost_scripts:
        return cant_tell("The browser could not get all scripts.", where, measures=measures)
    if share >= _ENOUGH:
        return passed("The server sends the text of the page.", where, measures=measures)
    return cant_tell("Scripts write a good part of the text.", where, measures=measures)
