"""Is there sound or video on the page whose captions a person must check?"""

from audits.check import Judgement, cant_tell, inapplicable, page_check
from audits.facts.media import Medium
from audits.facts.page import facts_of
from audits.facts.place import place_of
from audits.facts.tree import markup
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_MOST = 20


@page_check(
    id="a11y-media-captions",
    title="Video has captions",
    citation="WCAG 1.2.2; TT 17.A",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy="Give each video captions that a person has checked: a track element with "
    'kind="captions", or captions in the player that you embed.',
    decided="cantTell where the page holds sound or video, its own or embedded: captions may be in "
    "the player or in the picture, and may be wrong; which have a track is listed. Inapplicable "
    "where there is none. A machine fails nothing here.",
    needs=("html",),
    examples=(
        Example("cantTell", '<video src="tour.mp4"></video>'),
        Example("inapplicable", "<main><p>Text</p></main>"),
    ),
)
def a11y_media_captions(page: PageObservation) -> Judgement:
    """Whoever cannot hear, or may not turn the sound on, reads along."""
    facts = facts_of(page)
    media = facts.media
    if not media:
        if facts.unsettled:
            return cant_tell("No sound or video; scripts that did not run may add some.")
        return inapplicable("There is no sound or video on the page.")
    captioned = sum(medium.captioned for medium in media)
    measures = (("media", len(media)), ("media-with-caption-track", captioned))
    evidence = [_evidence(page, medium) for medium in media[:_MOST]]
    return cant_tell("A person must check the captions.", *evidence, measures=measures)


def _evidence(page: PageObservation, medium: Medium) -> Evidence:
    return Evidence(
        page.final_url,
        markup=markup(medium.element),
        detail="It has a track of captions." if medium.captioned else "No track of captions.",
        path=place_of(medium.element),
        datum="captions" if medium.captioned else "no captions",
    )
