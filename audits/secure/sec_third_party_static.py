"""Does the page keep its scripts, styles and fonts on hosts of its own?"""

from audits.check import Judgement, Value, cant_tell, failed, page_check, passed
from audits.facts.hosts import host_of
from audits.facts.page import facts_of
from audits.facts.third_parties import Third
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_WHY = {
    "made": "made for the page; whether a copy would do is for a person",
    "network": "on a delivery network; whether it is the agency's own is for a person",
    "unknown": "on another's host; whether it is a file or a service is for a person",
}


@page_check(
    id="sec-third-party-static",
    title="No static third-party-hosted JS/CSS/fonts",
    citation="M-23-22 A.5",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Put a copy of the file on your own host and take it from there; a package manager "
    "and your build keep it up to date.",
    decided="Failed where the markup or the browser asks a public host of ready-made files "
    "(cdnjs, jsDelivr, unpkg, Google's and Bootstrap's) for a script, style or font. cantTell for "
    "files that such a service makes for each page, that come from a delivery network, or from a "
    "host that is not known. Other government hosts, analytics, video, maps, captchas, surveys "
    "and the like are exempt. An integrity attribute is noted and changes nothing.",
    needs=("html",),
    examples=(
        Example("passed", '<script src="/js/jquery-3.7.1.min.js"></script>'),
        Example("failed", '<script src="https://code.jquery.com/jquery-3.7.1.min.js"></script>'),
        Example(
            "cantTell",
            '<link rel="stylesheet" href="https://fonts.googleapis.com/css?family=Public+Sans">',
        ),
    ),
)
def sec_third_party_static(page: PageObservation) -> Judgement:
    """Whoever runs that host sees each visitor come, and whoever breaks into it can change what
    the government says."""
    facts = facts_of(page)
    static = [one for one in facts.third_parties if one.standing == "static"]
    others = [one for one in facts.third_parties if one.standing != "static"]
    measures = _measures(page)
    if static:
        evidence = [_evidence(page.final_url, one) for one in static[:20]]
        return failed("The page takes static files from others.", *evidence, measures=measures)
    if others:
        evidence = [_evidence(page.final_url, one) for one in others[:20]]
        summary = "The page takes scripts, styles or fonts from others that may be static."
        return cant_tell(summary, *evidence, measures=measures)
    if facts.unsettled:
        summary = "No file of others was seen; scripts that did not run may ask for some."
        return cant_tell(summary, measures=measures)
    return passed("Scripts, styles and fonts come from the site's own hosts.", measures=measures)


def _evidence(url: str, one: Third) -> Evidence:
    notes = [f"{one.kind} {one.url.partition('?')[0][:200]}"]
    notes += ["its path shows that it never changes"] if one.versioned else []
    notes += ["held to one content by its integrity attribute"] if one.pinned else []
    notes += [_WHY[one.standing]] if one.standing in _WHY else []
    what = _file(one)
    name = f": {what.rpartition('/')[2][:60]}" if what != one.host else ""
    title = f"From {one.host}{name}"
    return Evidence(url, title=title, detail="; ".join(notes) + ".", datum=what)


def _file(one: Third) -> str:
    """What would be copied: the file, or, where it is made, all of that host's."""
    path = one.url.partition("?")[0].partition("://")[2]
    return path[:200] if one.standing == "static" else one.host


def _measures(page: PageObservation) -> list[tuple[str, Value]]:
    """Hosts other than the page's that it asked for anything, as the incumbent counts them."""
    if page.requests is None:
        return []
    home = host_of(page.final_url)
    asked = {host_of(one.url) for one in page.requests if one.kind != "document"}
    names = sorted(asked - {home, ""})
    return [
        ("third-party-count", len(names)),
        ("third-party-domains", ", ".join(names)),
    ]
