"""Does the page's footer link to an accessibility statement?"""

from audits.check import Judgement, page_check
from audits.facts.required_page import footer_link
from ideaaudit.models import Automation, Example, PageObservation, Strength


@page_check(
    id="link-accessibility",
    title="Accessibility statement link in footer",
    citation="M-23-22 9c; M-24-08",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Add a link named “Accessibility statement” to the footer of the template that makes "
    "this page, straight to the statement.",
    decided="Passed where a link in the footer (or, without one, in the last quarter of the page) "
    "is named for accessibility or leads to it, in English or Spanish. cantTell where it stands "
    "outside the footer, only a link to policies does, the page is in another language, or "
    "scripts that did not run may add it. Failed otherwise. The memo binds principal and "
    "principal sub-agency sites; M-24-08 asks for a statement on every site, which may link to "
    "its parent's.",
    needs=("html",),
    examples=(
        Example("passed", '<footer><a href="/accessibility">Accessibility</a></footer>'),
        Example("failed", '<main><p>Text</p></main><footer><a href="/about">About</a></footer>'),
        Example("cantTell", '<main>Text</main><footer><a href="/p">Policies</a></footer>'),
    ),
)
def link_accessibility(page: PageObservation) -> Judgement:
    """Who cannot use the site needs to know whom to tell, on whatever page it goes wrong."""
    return footer_link(page, "accessibility", "an accessibility statement")
