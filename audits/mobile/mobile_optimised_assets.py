"""Are the page's files no heavier than they need be?"""

from collections import defaultdict

from audits.check import Judgement, failed, page_check, passed
from audits.facts.assets import Asset, costly
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_WORDS = {
    "uncompressed": "is sent uncompressed",
    "heavy-image": "is an image of a megabyte or more",
    "raw-image": "is an image in a format without compression for the web",
    "never-kept": "may never be kept by a browser (no-store)",
}


@page_check(
    id="mobile-optimised-assets",
    title="Compression, minify, image formats, lazy loading",
    citation="M-23-22 A.8",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Turn on gzip or Brotli for text on the server, save images smaller or as WebP or "
    "AVIF, and let style sheets, scripts and images be cached.",
    decided="Judges the files of the page's own domain that answered 200. Failed where text of "
    "1,400 bytes or more is sent uncompressed (Lighthouse's bound), an image has a megabyte or "
    "more or is a BMP or TIFF, or a style sheet, script, image or font may not be kept at all. "
    "Passed otherwise. Minifying and lazy loading are not judged: what they would save cannot be "
    "told from outside.",
    needs=("requests",),
    examples=(
        Example("passed", "Text in Brotli, and images of 80 kB."),
        Example("failed", "A style sheet of 90 kB without Content-Encoding."),
    ),
)
def mobile_optimised_assets(page: PageObservation) -> Judgement:
    """Who pays for each megabyte, or stands where the signal is weak, waits for every one."""
    found = costly(page.requests or (), page.final_url)
    images = list(facts_of(page).document.body.iter("img"))
    lazy = sum((image.get("loading") or "").strip().lower() == "lazy" for image in images)
    wasted = [one for one in found if one.fault == "uncompressed"]
    measures = [
        ("uncompressed-bytes", sum(one.size for one in wasted)),
        ("heavy-images", sum(one.fault.endswith("-image") for one in found)),
        ("images", len(images)),
        ("lazy-images", lazy),
    ]
    if not found:
        return passed(
            "The page's files are packed well.", Evidence(page.final_url), measures=measures
        )
    alike: dict[tuple[str, str], list[Asset]] = defaultdict(list)
    for one in found:
        alike[one.fault, one.media_type].append(one)
    evidence = (_evidence(page, assets) for assets in alike.values())
    return failed("Files of the page are heavier than needed.", *evidence, measures=measures)


def _evidence(page: PageObservation, assets: list[Asset]) -> Evidence:
    """One for each fault and type: the server's setting mends all of them."""
    first = max(assets, key=lambda one: one.size)
    return Evidence(
        page.final_url,
        detail=f"{first.url} ({first.size:,} bytes) {_WORDS[first.fault]}.",
        datum=f"{first.fault} {first.media_type}",
        count=len(assets),
    )
