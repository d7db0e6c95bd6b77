"""Does the site have a sitemap that crawlers can find, read and trust?"""

from audits.check import Judgement, SiteView, cant_tell, failed, passed, site_check
from ideaaudit.models import Automation, Evidence, Example, SitemapFile, Strength

_DATED = 0.5
_UNSURE = frozenset({401, 403, 429})


@site_check(
    id="seo-sitemap",
    title="XML sitemap present, valid, current, listed in robots",
    citation="M-23-22 A.4",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Let the content management system write a sitemap.xml with lastmod, and name it in "
    "robots.txt: Sitemap: https://…/sitemap.xml.",
    decided="Passed where a sitemap can be read, names URLs, is named in robots.txt, gives lastmod "
    "for half of its URLs or more, and no URL in it was missing in the walk. cantTell where one of "
    "these is lacking, or the sitemap was refused. Failed where there is none, or none that can be "
    "read.",
    needs=("sitemaps",),
    examples=(
        Example("passed", "robots.txt names a sitemap of 400 URLs, each with lastmod."),
        Example("failed", "/sitemap.xml answers 404, robots.txt names none."),
        Example("cantTell", "A sitemap that robots.txt does not name."),
    ),
)
def seo_sitemap(view: SiteView) -> Judgement:
    """A sitemap is how search engines learn of pages that no menu leads to."""
    files = view.observation.sitemaps or ()
    good = [file for file in files if _readable(file)]
    lists = [file for file in good if file.kind != "index"]
    urls, dated = sum(file.urls for file in lists), sum(file.dated for file in lists)
    measures = (("sitemap-urls", urls), ("sitemap-dated", dated))
    evidence = [Evidence(file.url, detail=_said(file), datum=file.fault) for file in files[:20]]
    if not urls:
        if any(file.status is None or file.status in _UNSURE or _fails(file) for file in files):
            return cant_tell("A sitemap did not answer, or was refused.", *evidence)
        return failed("There is no sitemap that can be read.", *evidence, measures=measures)
    lacking = [
        said
        for said, so in (
            ("robots.txt does not name it", all(file.found_by == "path" for file in files)),
            ("a file of it cannot be read", len(good) < len(files)),
            ("fewer than half of its URLs have lastmod", dated < _DATED * urls),
            ("URLs in it are missing", _missing(view)),
        )
        if so
    ]
    if lacking:
        summary = f"There is a sitemap; {'; '.join(lacking)}."
        return cant_tell(summary, *evidence, measures=measures)
    return passed("There is a sitemap that can be found and read.", *evidence, measures=measures)


def _readable(file: SitemapFile) -> bool:
    answered = file.status is not None and 200 <= file.status < 300
    return answered and bool(file.kind) and not file.fault


def _fails(file: SitemapFile) -> bool:
    return file.status is not None and file.status >= 500


def _missing(view: SiteView) -> bool:
    return any(lost.reason == "not-found" and lost.found_by == "sitemap" for lost in view.lost)


def _said(file: SitemapFile) -> str:
    fault = f" {file.fault}" if file.fault else ""
    return f"HTTP {file.status}, {file.kind or 'no sitemap'}, {file.urls} URLs.{fault}"
