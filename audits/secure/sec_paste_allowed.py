"""May a password be pasted, so that password managers work?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from ideaaudit.models import (
    Automation,
    Evidence,
    Example,
    PageObservation,
    PasteSeen,
    Rendering,
    Strength,
)


@page_check(
    id="sec-paste-allowed",
    title="Password paste not blocked; password managers work",
    citation="M-23-22 A.5",
    strength=Strength.MUST,
    automation=Automation.PARTLY,
    remedy='Take away the script that stops pasting, the read-only trick and autocomplete="off", '
    'and name the field: autocomplete="current-password" or "new-password".',
    decided="A made-up value was pasted into each visible password field; nothing was sent. "
    "Failed where a field did not take it. cantTell where it could not be tried, or the field "
    'is marked autocomplete="off" or read-only until it has the focus. Passed where all took '
    "it; inapplicable where there is no such field.",
    needs=("passwords",),
    examples=(
        Example("passed", "The field took the value; autocomplete is current-password."),
        Example("failed", "The field was empty after the value was pasted."),
        Example("cantTell", "The field took the value; autocomplete is off."),
        Example("inapplicable", "The page has no password field."),
    ),
)
def sec_paste_allowed(page: PageObservation) -> Judgement:
    """Long passwords are safe and cannot be typed; those who must type them choose short ones."""
    fields = (page.rendering or Rendering("", None, "")).passwords or ()
    if not fields:
        return inapplicable("The page has no password field.")
    refused = [_evidence(page, one, "refused") for one in fields if one.accepted is False]
    if refused:
        return failed("A password cannot be pasted.", *refused)
    doubts = [_evidence(page, one, why) for one in fields if (why := _doubt(one))]
    if doubts:
        return cant_tell("Whether password managers work here is for a person to try.", *doubts)
    return passed("Passwords can be pasted.", Evidence(page.final_url, fields[0].field.selector))


def _doubt(seen: PasteSeen) -> str:
    """Why it is not certain that a password manager works, or ""."""
    if seen.accepted is None:
        return "untried"
    if seen.autocomplete.strip().lower() in ("off", "false", "nope", "no"):
        return "autocomplete"
    return "read-only" if seen.read_only else ""


_WORDS = {
    "refused": "The value was not there after it had been pasted.",
    "untried": "Nothing could be pasted into it here.",
    "autocomplete": "It is marked so that browsers shall not fill it in.",
    "read-only": "It is read-only until it has the focus.",
}


def _evidence(page: PageObservation, seen: PasteSeen, why: str) -> Evidence:
    return Evidence(
        page.final_url,
        selector=seen.field.selector,
        markup=seen.field.markup,
        title="A password field",
        detail=_WORDS[why],
        datum=why,
    )
