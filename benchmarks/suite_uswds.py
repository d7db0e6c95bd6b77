"""The U.S. Web Design System's own components as pages: what they are must be recognized."""

import re
from itertools import count
from pathlib import Path

from benchmarks.suite_pages import Case, Suite
from crawler.browser.words import (
    COOKIES,
    DISCLOSURE,
    KEYBOARD,
    LAYOUTS,
    MENU,
    OVERLAYS,
    PHONE,
    REQUESTS,
    STRAINS,
    WIDTHS,
)

SENSES = frozenset(
    {COOKIES, DISCLOSURE, KEYBOARD, LAYOUTS, MENU, OVERLAYS, PHONE, REQUESTS, STRAINS, WIDTHS}
)
_BANNER = (
    "brand-banner-present", "brand-banner-official-text", "brand-banner-flag",
    "brand-banner-disclosure",
)  # fmt: skip
_FOOTER = (
    "footer:about", "footer:accessibility", "footer:foia", "footer:inspector-general",
    "footer:no-fear", "footer:performance", "footer:privacy", "footer:usa-gov",
)  # fmt: skip
_WHOLE = (*_BANNER, "brand-banner-top", "brand-identifier", "a11y-bypass", *_FOOTER)
# What must be recognized of a component: a check that passes, a signal of the page, or a kind
# of required link in its footer.
WANTED = {
    "usa-banner": _BANNER,
    "usa-identifier": ("brand-identifier", *_FOOTER),
    "usa-search": ("signal:search",),
    "usa-header": ("signal:search",),
    "usa-language-selector": ("signal:languages",),
    "usa-landing": _WHOLE,
    "usa-docs": _WHOLE,
    "usa-create-account": _WHOLE,
    "usa-sign-in": _WHOLE,
}
_HEAD = (
    '<!DOCTYPE html>\n<html lang="{lang}">\n<head>\n<meta charset="utf-8">\n'
    '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
    '<title>{title}</title>\n<link rel="stylesheet" href="/dist/css/uswds.min.css">\n'
    '<script src="/dist/js/uswds-init.min.js"></script>\n</head>\n'
)
_SKIP = '<a class="usa-skipnav" href="#main-content">Skip to main content</a>'
_SCRIPT = '<script src="/dist/js/uswds.min.js"></script>\n'
# Components that stand before, or after, the main content of a page.
_ABOVE = ("usa-banner", "usa-header", "usa-skipnav", "usa-site-alert", "usa-nav")
_BELOW = ("usa-footer", "usa-identifier")
_FILLED = {
    "Parent agency": "General Services Administration",
    "Parent shortname": "GSA",
    "Other agency": "Office of Personnel Management",
}
_NOWHERE = re.compile(r'href="(?:javascript:void\(0\);?)?"')


def load(folder: Path, every: int = 1) -> Suite:
    """The suite from a copy of the repository uswds/uswds, built as `benchmarks.suites` says."""
    cases: list[Case] = []
    pages: dict[str, tuple[str, str]] = {}
    for file in sorted((folder / "html-templates").glob("usa-*.html")):
        path = f"/uswds/{file.stem.replace('~', '.')}.html"
        pages[path] = ("text/html", _page(file.read_text("utf-8"), file.stem))
        component = re.split(r"--|~", file.stem)[0]
        cases.append(Case("uswds", component, file.stem, path, "passed", (), SENSES))
    mounts = (("/dist/", str(folder / "dist")), ("/uswds/img/", str(folder / "dist" / "img")))
    return Suite(tuple(cases[::every]), pages, mounts, "suite.gov")


def _page(code: str, name: str) -> str:
    """A page around a component. What the templates leave open, addresses and the names of
    agencies, is filled in."""
    number = count(1)
    for placeholder, filled in _FILLED.items():
        code = code.replace(f"&lt;{placeholder}&gt;", filled)
    code = _NOWHERE.sub(lambda _: f'href="/page-{next(number)}"', code)
    lang = "es" if "lang-es" in name else "en"
    head = _HEAD.format(lang=lang, title=f"{name} | Sample agency")
    if "<body" in code:
        return f"{head}{code.replace('</body>', _SCRIPT + '</body>')}\n</html>\n"
    words = "<h1>Una página</h1>" if lang == "es" else "<h1>A page</h1>"
    above = code if name.startswith(_ABOVE) else ""
    below = code if name.startswith(_BELOW) else ""
    inner = "" if above or below else code
    room = "" if "grid-container" in code else ' class="grid-container"'
    main = f'<main id="main-content"{room}>{words}\n{inner}\n</main>'
    return f"{head}<body>\n{_SKIP}\n{above}\n{main}\n{below}\n{_SCRIPT}</body>\n</html>\n"
