"""What the pages of a site tell together of its forms and services."""

from collections import defaultdict
from dataclasses import dataclass, field

from audits.check import SiteView
from audits.facts.site import own_pages
from ideaaudit.models import PageClass, PageSummary

# More files than this beside one offer are a list of forms, and the offer is for one of them.
FEW_FILES = 3


@dataclass
class FormFile:
    """A file that is a form, or calls itself one.

    Attributes:
        twin: what shows that it can be filled in on the web, or "".
    """

    url: str
    codes: set[str] = field(default_factory=set)
    twin: str = ""


def form_files_of(view: SiteView) -> tuple[FormFile, ...]:
    """Every form that a site offers as a file, in order of URL."""
    files: defaultdict[str, FormFile] = defaultdict(lambda: FormFile(""))
    web = {code: page.url for page in own_pages(view) for code in page.all("form-code")}
    for page in own_pages(view):
        here = {value.partition(" ")[2] for value in page.all("form-file")}
        for url in here:
            files[url].url = url
            if page.has("online") and len(here) <= FEW_FILES:
                files[url].twin = files[url].twin or page.url
        for value in page.all("form-link"):
            code, _, url = value.partition(" ")
            files[url].codes.add(code)
    for page in view.pages:
        if page.page_class is PageClass.DOCUMENT and page.has("paper-form"):
            files[page.url].url = page.url
            files[page.url].twin = files[page.url].twin or (page.url if page.has("online") else "")
    for file in files.values():
        file.twin = file.twin or next((web[code] for code in sorted(file.codes & set(web))), "")
    return tuple(files[url] for url in sorted(files) if files[url].url)


def service_pages(view: SiteView) -> tuple[PageSummary, ...]:
    """Pages on which people begin, or get the form for, something that the agency does."""
    return tuple(
        page
        for page in own_pages(view)
        if "collection" in page.all("form")
        or page.has("form-file")
        or page.has("start")
        or page.has("online")
    )


def online_starts(view: SiteView) -> tuple[tuple[str, str], ...]:
    """(page, where it leads) of every way to begin a service online that was recognized: links
    that say so, and links to a page of this site with a form or a sign-in."""
    pages = own_pages(view)
    asking = {page.url for page in pages if {"collection", "login"} & set(page.all("form"))}
    found = []
    for page in pages:
        found += [(page.url, url) for url in page.all("start")]
        found += [(page.url, url) for url in page.all("start-here") if url in asking]
    return tuple(found)
