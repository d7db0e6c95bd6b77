"""Which forms does the agency offer the public, and in what shape?"""

from collections import Counter

from audits.check import Judgement, agency_check, cant_tell, inapplicable, passed
from ideaaudit.models import Automation, Evidence, Example, SiteSummary, Strength

_WEB = "web form"
_MOST = 200
_SHAPES = {"fillable": "fillable", "flat": "flat", "xfa": "XFA"}
_ENDINGS = frozenset({"PDF", "DOC", "DOCX", "RTF", "XFDF", "ODT", "XLSX", "PPTX"})


@agency_check(
    id="form-inventory",
    title="Every public form found and typed (web, fillable PDF, flat PDF, DOCX)",
    citation="IDEA 4(c); M-23-22 B.1",
    strength=Strength.STATUTE,
    automation=Automation.FULL,
    remedy="Use the list to find forms that are files only, and make web forms of those that most "
    "people need.",
    decided="Web forms that collect information, and linked files that call themselves forms, are "
    "listed, and documents that were read and are forms; of those it is told whether they can be "
    "filled in. Passed where every site was walked to its end, cantTell where one was not; "
    "inapplicable where a whole walk found none.",
    version=2,
    examples=(
        Example("passed", "All sites walked: 3 web forms, 2 fillable PDF, 12 flat PDF."),
        Example("cantTell", "A walk ended at its budget."),
        Example("inapplicable", "All sites walked, and no form found."),
    ),
)
def form_inventory(agency: str, sites: tuple[SiteSummary, ...]) -> Judgement:  # noqa: ARG001
    """Nobody can bring forms online, or say which still need a stamp, without knowing them."""
    pages = {url for site in sites for url in site.all("web-form")}
    files = {value for site in sites for value in site.all("form-file")}
    read = {url: shape for site in sites for url, shape in _read(site)}
    kinds = [(_WEB, url) for url in sorted(pages)]
    linked = {url: kind for kind, _, url in (value.partition(" ") for value in sorted(files))}
    kinds += [(_shape(linked.get(url, ""), url, read), url) for url in sorted({*linked, *read})]
    whole = all(site.complete for site in sites)
    if not kinds:
        if whole:
            return inapplicable("No form was found on sites that were walked to their end.")
        return cant_tell("No form was found; not every page was walked.")
    counts = Counter(kind for kind, _ in kinds)
    listed = ", ".join(f"{number} {kind}" for kind, number in sorted(counts.items()))
    evidence = [Evidence(url, detail=kind, datum=kind) for kind, url in kinds[:_MOST]]
    if whole:
        return passed(f"Forms found, by shape: {listed}.", *evidence)
    return cant_tell(f"Forms found so far: {listed}; not every page was walked.", *evidence)


def _read(site: SiteSummary) -> list[tuple[str, str]]:
    """(URL, shape) of the documents of a site that were read and are forms."""
    values = (value.partition(" ") for value in site.all("paper"))
    return [(url, shape) for shape, _, url in values]


def _shape(kind: str, url: str, read: dict[str, str]) -> str:
    ending = (kind or url.rpartition(".")[2]).upper()
    ending = ending if ending in _ENDINGS else "PDF"
    return f"{_SHAPES.get(read.get(url, ''), '')} {ending}".strip()
