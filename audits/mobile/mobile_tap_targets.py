"""Are links and buttons large enough, or far enough apart, to be hit with a thumb?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.axe import axe_evidence, named, places, ran
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength

_RULE = frozenset({"target-size"})


@page_check(
    id="mobile-tap-targets",
    title="Targets >=24 px (AA 2.2), 44 advisory",
    citation="WCAG 2.5.8/2.5.5; Lighthouse 48",
    strength=Strength.SHOULD,
    automation=Automation.FULL,
    remedy="Give links and buttons padding until they are 24 by 24 CSS pixels, better 44 by 44, "
    "or leave that much room around them.",
    decided="By axe's target-size, which knows WCAG 2.5.8's exceptions for links in a sentence "
    "and for targets with room around them: failed on its violations, cantTell where it leaves "
    "some for review or did not run, inapplicable where there is no target, passed otherwise. "
    "How many targets are smaller at the phone's width, exceptions or not, is only counted.",
    needs=("axe",),
    examples=(
        Example("passed", "Buttons of 44 by 44 CSS pixels."),
        Example("failed", "Two icons of 16 pixels that touch."),
        Example("cantTell", "Targets that axe leaves for review."),
        Example("inapplicable", "A page of text alone."),
    ),
)
def mobile_tap_targets(page: PageObservation) -> Judgement:
    """A thumb is wider than a mouse's arrow, and a hand may shake: the link beside is opened."""
    axe, phone = page.axe, (page.phone or (None,))[-1]
    measures = [("small-targets", phone.small_target_count)] if phone else []
    violations = named(axe.violations if axe else (), _RULE)
    reviews = named(axe.incomplete if axe else (), _RULE)
    if violations:
        measures.append(("target-size-violations", places(violations)))
        evidence = axe_evidence(violations, page.final_url)
        return failed("Targets are small and close together.", *evidence, measures=measures)
    if reviews:
        evidence = axe_evidence(reviews, page.final_url)
        return cant_tell("axe leaves some targets for review.", *evidence, measures=measures)
    if not ran(axe, _RULE):
        return cant_tell("axe did not try target-size here.", measures=measures)
    if axe and "target-size" in axe.inapplicable:
        return inapplicable("The page has no targets to measure.")
    where = Evidence(page.final_url)
    return passed("Targets are large enough, or far enough apart.", where, measures=measures)
