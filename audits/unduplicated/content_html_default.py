"""Is content a web page by default, and a file only where it must be?"""

from audits.check import Judgement, SiteView, cant_tell, inapplicable, passed, site_check
from audits.facts.site import own_pages
from ideaaudit.models import Automation, Evidence, Example, PageClass, Strength

_FEW = 0.05


@site_check(
    id="content-html-default",
    title="HTML rather than PDF/DOCX",
    citation="M-23-22 A.9b",
    strength=Strength.SHOULD,
    automation=Automation.PARTLY,
    remedy="Publish as web pages what people read or fill in; keep files for what must be printed "
    "or filed as it is, and link them from a page that says the same.",
    decided="Two shares: PDF and office files among the URLs that were read, and among the "
    "different links in the main text of the pages. Passed where both are below 5 %, cantTell "
    "otherwise: people may need the files. Inapplicable where no page was seen.",
    examples=(
        Example("passed", "3 of 400 links lead to files."),
        Example("cantTell", "120 of 400 links lead to PDFs."),
        Example("inapplicable", "Only files were seen, and no page."),
    ),
)
def content_html_default(view: SiteView) -> Judgement:
    """A PDF is hard to read on a phone, hard to search, and often unreadable by a screen reader."""
    pages = own_pages(view)
    if not pages:
        return inapplicable("No page of the site was seen.")
    files = sum(page.page_class is PageClass.DOCUMENT for page in view.pages)
    counts = [tuple(map(int, v.split("/"))) for page in pages for v in page.all("doc-links")]
    linked, links = (sum(column) for column in zip((0, 0), *counts, strict=True))
    of_urls, of_links = files / (files + len(pages)), linked / max(1, links)
    measures = (
        ("document-share", round(of_urls, 3)),
        ("document-link-share", round(of_links, 3)),
    )
    detail = f"{files} of {files + len(pages)} URLs read, {linked} of {links} links in main text."
    where = Evidence(view.target.url, detail=detail)
    if of_urls < _FEW and of_links < _FEW:
        return passed("Fewer than 1 in 20 URLs and links is a file.", where, measures=measures)
    return cant_tell(
        "1 in 20 URLs or links, or more, is a file; people may need them.", where, measures=measures
    )
