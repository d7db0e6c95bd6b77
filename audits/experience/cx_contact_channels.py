"""Can people reach someone in more than one way?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from audits.facts.site import home_seen, own_pages, settled, with_signal
from ideaaudit.models import Automation, Evidence, Example, Strength

_ENOUGH_PAGES = 4


@site_check(
    id="cx-contact-channels",
    title="Multi-channel help visible",
    citation="M-23-22 B.2; std-contact",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Name at least two ways to reach someone (telephone, e-mail, a form, a chat, an office) "
    "on a contact page, and link to it from every page.",
    decided="Passed where the pages name two kinds of channel or more. Failed where the home page "
    "and three more, or the whole site, name none and have no contact link. cantTell between.",
    examples=(
        Example("passed", "A telephone number and an e-mail address."),
        Example("failed", "No channel and no contact link on any page."),
        Example("cantTell", "Only a telephone number."),
    ),
)
def cx_contact_channels(view: SiteView) -> Judgement:
    """Someone who does not hear cannot call, and someone who cannot type cannot write; each
    needs another way."""
    pages = own_pages(view)
    kinds = sorted({kind for page in pages for kind in page.all("contact")})
    listed = ", ".join(kinds)
    if len(kinds) >= 2:
        where = with_signal(pages, "contact")[0]
        return passed(f"People can reach someone by: {listed}.", Evidence(where.url, detail=listed))
    if kinds:
        return cant_tell(f"Only one way to reach someone was recognized: {listed}.")
    if with_signal(pages, "link:contact") or with_signal(pages, "footer-link:contact"):
        return cant_tell("A contact link was found, and no channel on the pages that were seen.")
    seen = settled(pages)
    if home_seen(seen) and (view.complete or len(seen) >= _ENOUGH_PAGES):
        return failed(f"No way to reach anyone was found on {len(seen)} pages.")
    return cant_tell("No way to reach anyone was found on the few pages that were seen whole.")
