"""Which kinds a page is of: those that WCAG-EM 1.0 (step 2) and the law want to be looked at."""

import re
from urllib.parse import unquote, urlsplit

from ideaaudit import required
from ideaaudit.models import PageClass

# What a visitor who is shut out needs most comes first; the rest are pages that the law asks for.
FIRST_KINDS = ("contact", "accessibility", "search", "login", "form")
KINDS = (*(kind for kind in required.KINDS if kind not in FIRST_KINDS), "site map")
_OF_CLASS = {
    PageClass.FORM: "form",
    PageClass.LOGIN: "login",
    PageClass.SEARCH: "search",
}
# The last part of the path says it: /search/ is a search page, and /search/news/2019 is not.
_END = r"(?:[-_][^/]*)?(?:\.\w+|/|/(?:index|default)\.\w+)?$"
_BY_PATH = {
    "search": re.compile(rf"/(?:advanced-?)?search{_END}"),
    "login": re.compile(rf"/(?:log-?in|sign-?in){_END}"),
    "form": re.compile(rf"/forms?{_END}"),
    "site map": re.compile(rf"/site-?(?:map|index){_END}"),
}
# "Contact us | Agency": what follows names the site.
_NAME_OF_SITE = re.compile(r"\s+[|–—·:»-]+\s+.*")


def kinds_of_page(url: str, title: str, page_class: PageClass) -> frozenset[str]:
    """The kinds of a page: those of links that would lead to it, and of what it asks for."""
    parts = urlsplit(url)
    path = unquote(parts.path).lower()
    name = _NAME_OF_SITE.sub("", " ".join(title.lower().split()))
    found = set(required.kinds_of(name, f"//{parts.netloc.lower()}{path}"))
    found.update(kind for kind, pattern in _BY_PATH.items() if pattern.search(path))
    return frozenset(found | {_OF_CLASS[page_class]} if page_class in _OF_CLASS else found)
