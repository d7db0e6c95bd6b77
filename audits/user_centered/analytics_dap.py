"""Does the page take part in the Digital Analytics Program?"""

from urllib.parse import urlsplit

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.page import facts_of
from audits.facts.summary import class_of
from ideaaudit.models import Automation, Evidence, Example, PageClass, PageObservation, Strength

_EXEMPT = frozenset({PageClass.LOGIN, PageClass.SEARCH, PageClass.ERROR})
_TAG = "https://dap.digitalgov.gov/Universal-Federated-Analytics-Min.js?agency=GSA"


@page_check(
    id="analytics-dap",
    title="DAP present",
    citation="M-23-22 A.6 required; IDEA 3(a)(6)",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put DAP's script, with your agency's name, into the template that makes this page: "
    "digital.gov/guides/dap.",
    decided="Passed where DAP's script or property stands in the markup or was asked for by the "
    "browser. Failed where a page that was opened in a browser shows no sign of it, and no other "
    "judged page of the site does; cantTell where others do, or a tag manager, a consent tool "
    "or a script that did not load may hide it.",
    needs=("html", "requests"),
    unanimous=True,
    examples=(
        Example("passed", f'<script src="{_TAG}" id="_fed_an_ua_tag"></script>'),
        Example("failed", "<main><p>A page without DAP.</p></main>"),
        Example("cantTell", '<script src="https://cdn.cookielaw.org/otSDKStub.js"></script>'),
        Example("inapplicable", '<form><input type="password"></form>'),
    ),
)
def analytics_dap(page: PageObservation) -> Judgement:
    """What people look for and do not find shows only in numbers; DAP gathers them for all
    agencies alike, with no cookie that follows anyone."""
    if not (urlsplit(page.final_url).hostname or "").endswith((".gov", ".mil")):
        return inapplicable("The program is for sites on .gov and .mil.")
    dap = facts_of(page).dap
    if dap.how:
        return passed(f"DAP was found ({dap.how}).", Evidence(page.final_url, detail=dap.source))
    if class_of(page) in _EXEMPT:
        return inapplicable("Sign-in and search result pages may leave it out.")
    if dap.hidden_by:
        return cant_tell(f"DAP was not seen; {dap.hidden_by} may hide it.")
    if facts_of(page).unsettled:
        return cant_tell("No sign of DAP; scripts that did not load may add it.")
    return failed("No sign of DAP.", Evidence(page.final_url, detail="Neither script nor request."))
