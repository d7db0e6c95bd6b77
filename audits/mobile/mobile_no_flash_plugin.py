"""Is the page free of content that only a plug-in could show?"""

from audits.check import Judgement, cant_tell, failed, page_check, passed
from audits.facts.page import facts_of
from audits.facts.plugins import plugins_of, writes_plugin
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="mobile-no-flash-plugin",
    title="No Flash/Silverlight/Java/ActiveX",
    citation="M-23-22 A.8, 9b",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Replace it with <video>, <audio>, <canvas> or plain HTML, or take it down.",
    decided="Failed where an object, embed or applet element is for Flash, Silverlight, Java, "
    "ActiveX or another player that browsers no longer have, by its type, file or class id. "
    "cantTell where a script is there to write one, or scripts that did not run may. Passed "
    "otherwise; an object that shows a PDF, an image or a page is no plug-in.",
    needs=("html",),
    examples=(
        Example("passed", '<object data="/chart.svg" type="image/svg+xml">A chart</object>'),
        Example("failed", '<embed src="/tour.swf" type="application/x-shockwave-flash">'),
        Example("cantTell", '<script>swfobject.embedSWF("/tour.swf", "tour")</script>'),
    ),
)
def mobile_no_flash_plugin(page: PageObservation) -> Judgement:
    """No phone ever ran these, and no browser runs them now: visitors see an empty box."""
    facts = facts_of(page)
    found = plugins_of(facts.document)
    if found:
        evidence = (
            Evidence(
                page.final_url,
                markup=one.markup,
                detail=f"{one.kind} no longer runs in any browser.",
                datum=one.kind,
            )
            for one in found
        )
        return failed("The page has content for a plug-in.", *evidence)
    if writes_plugin(facts.markup):
        return cant_tell("A script of the page is there to write content for a plug-in.")
    if facts.unsettled:
        return cant_tell("None in the markup; scripts that did not run may add some.")
    return passed("The page needs no plug-in.", Evidence(page.final_url))
