"""Can visitors sort, filter and set things to their need?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, site_check
from audits.facts.site import own_pages
from audits.facts.transactions import only_informs
from ideaaudit.models import Automation, Evidence, Example, Strength


@site_check(
    id="custom-controls",
    title="User-controlled filters, sorts, views, settings",
    citation="IDEA 3(a)(7); M-23-22 A.7",
    strength=Strength.STATUTE,
    automation=Automation.PARTLY,
    remedy="Where people look through many things, let them filter, sort and keep their choice.",
    decided="Never passed by a machine. cantTell with the controls that were recognized, or "
    "without any where people do more on the site than read. Inapplicable where the whole site "
    "was seen and only informs.",
    examples=(
        Example("cantTell", "<button>Filter by year</button>"),
        Example("inapplicable", "A site of a few pages to read."),
    ),
)
def custom_controls(view: SiteView) -> Judgement:
    """One wants the newest, another the nearest; who can choose finds it sooner."""
    pages = own_pages(view)
    found = {kind: page for page in reversed(pages) for kind in page.all("controls")}
    also = [page for page in pages if page.has("languages")]
    found |= {"language": also[0]} if also else {}
    if found:
        evidence = [Evidence(found[kind].url, detail=kind, datum=kind) for kind in sorted(found)]
        measures = [("custom-controls", ", ".join(sorted(found)))]
        summary = (
            "Controls were recognized; whether they are those that people need is for a person."
        )
        return cant_tell(summary, *evidence, measures=measures)
    if only_informs(pages, view.complete):
        return inapplicable("The site only informs.")
    return cant_tell("No control was recognized; whether one is needed is for a person.")
