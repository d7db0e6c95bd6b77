"""Does every image have a text alternative, or a mark that it needs none?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check
from audits.facts.axe import axe_evidence, named, ran
from audits.facts.images import Image
from audits.facts.page import facts_of
from audits.facts.place import place_of
from audits.facts.tree import markup
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_RULES = frozenset({"image-alt", "input-image-alt", "object-alt", "role-img-alt", "svg-img-alt"})
_MOST = 50


@page_check(
    id="a11y-text-alternatives",
    title="Images have names",
    citation="WCAG 1.1.1; TT 7",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy='Say in alt what the image says; give it alt="" where it says nothing. Where axe ran, '
    "these are the elements of its rules image-alt, input-image-alt, object-alt, role-img-alt and "
    "svg-img-alt.",
    decided="Failed where axe-core finds an image without an alternative or, where axe did not "
    "run, the markup shows one and no script may add it. cantTell where there are images: whether "
    "the words are right takes a person; file names, alternatives of more than 150 characters and "
    "those without a word are listed. Inapplicable where there is no image.",
    needs=("html",),
    examples=(
        Example("failed", '<main><img src="map.png"></main>'),
        Example("cantTell", '<main><img src="map.png" alt="Map of the park"></main>'),
        Example("inapplicable", "<main><p>Text</p></main>"),
    ),
)
def a11y_text_alternatives(page: PageObservation) -> Judgement:
    """Someone who cannot see the image hears its alternative; without one, they hear a file name
    or nothing."""
    facts = facts_of(page)
    images = facts.images
    missing = [image for image in images if not image.named]
    measures = [("images", len(images))]
    if page.axe is not None and ran(page.axe, _RULES):
        rules = named(page.axe.violations, _RULES)
        evidence = axe_evidence(rules, page.final_url)
        certain = bool(rules)
        missing = []
    else:
        evidence = tuple(_lacking(page, image) for image in missing[:_MOST])
        certain = bool(missing) and not facts.unsettled
    if certain:
        return failed("Images have no text alternative.", *evidence, measures=measures)
    if missing:
        summary = "Images have no alternative in the markup; scripts that did not run may add it."
        return cant_tell(summary, *evidence, measures=measures)
    if images:
        doubts = [_doubtful(page, image) for image in images if image.doubt]
        summary = "Images have alternatives or are marked as decoration; a person must read them."
        return cant_tell(summary, *doubts[:_MOST], measures=measures)
    if facts.unsettled:
        return cant_tell("There is no image; scripts that did not run may add some.")
    return inapplicable("There is no image.")


def _lacking(page: PageObservation, image: Image) -> Evidence:
    return Evidence(
        page.final_url,
        markup=markup(image.element),
        title="Images must have alternative text",
        detail="No alt, and no other name.",
        path=place_of(image.element),
    )


def _doubtful(page: PageObservation, image: Image) -> Evidence:
    said = {
        "file name": "The alternative is like a file's name.",
        "long": "The alternative is longer than 150 characters.",
        "no words": "The alternative has no word in it.",
    }
    return Evidence(
        page.final_url,
        markup=markup(image.element),
        detail=said[image.doubt],
        path=place_of(image.element),
        datum=image.alt[:100],
    )
