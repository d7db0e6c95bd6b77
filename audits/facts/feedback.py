"""How a page lets its readers say what they think of it (M-23-22 III.A.3a).

Recognized, from certain to guessed: a question about the page with something to answer it by; a
known tool for it; a link that is named for feedback; a link that only leads to someone.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from audits.facts.document import Document
from audits.facts.links import Link
from audits.facts.near import Stems, first
from audits.facts.tree import markup, name_of, normal

# Marks in the markup or in the requests, in lower case.
TOUCHPOINTS = Stems(
    "touchpoints.app.cloud.gov/touchpoints/", "touchpoints.digital.gov/touchpoints/",
    "data-touchpoints-form-id", "touchpoints-form-wrapper", "fba-button", "fba-modal",
    "window.fbaform",
)  # fmt: skip
_TOOLS = {
    "touchpoints": TOUCHPOINTS,
    "qualtrics": Stems("siteintercept.qualtrics.com", ".qualtrics.com/jfe/"),
    "medallia": Stems(".medallia.com", ".kampyle.com", "kampyle.js"),
    "foresee": Stems(
        "foresee.com", "foreseeresults.com", "answerscloud.com", "foresee-trigger",
        ".verint.com", ".verint-cdn.com",
    ),
    "usabilla": Stems("usabilla.com"),
    "opinionlab": Stems("opinionlab.com", "oo_engine", "onlineopinion"),
    "surveymonkey": Stems("widget.surveymonkey.com", "surveymonkey.com/r/"),
}  # fmt: skip
# Without one of these no question about the page is asked.
_STEMS = Stems(
    "helpful", "useful", "looking for", "you need", "you expect", "did this", "did the", "did our",
    "rate this", "rate our", "improve this", "útil", "util", "buscaba", "necesitaba",
)  # fmt: skip
# Longer than any question.
_REACH = 160
_THING = r"(?:page|article|information|content|site|website|answer|document)"
_QUESTION = re.compile(
    rf"\b(?:was|is|did you find) (?:this|the|our) {_THING}(?: \w+){{0,3}} "
    r"(?:helpful|useful|what you (?:were looking for|needed|expected))"
    rf"|\bdid (?:this|the|our) {_THING} (?:help|answer)\b"
    r"|\b(?:did|have) you (?:find|found) (?:what|the information) you (?:were looking for|needed?)"
    rf"|\bhow (?:helpful|useful) (?:was|is) this {_THING}|\brate (?:this|our) {_THING}\b"
    rf"|\bhow (?:can|could|would) (?:we|you) improve this {_THING}"
    r"|\b(?:le )?(?:fue|es|result[oó]|ha sido)(?: de)? ?[uú]til(?: para usted)? esta "
    r"(?:p[aá]gina|informaci[oó]n)|\besta (?:p[aá]gina|informaci[oó]n) (?:le )?(?:fue|es|result[oó]"
    r"|ha sido)(?: de)? [uú]til|\bencontr[oó] (?:usted )?(?:lo que|la informaci[oó]n que) "
    r"(?:buscaba|necesitaba)"
)
_FEEDBACK = re.compile(
    r"^(?:(?:give|send|share|provide|leave|submit|tell|offer)(?: us)?(?: your)?(?: \w+){0,2} "
    r"feedback\b|(?:your |our |site |website |web ?site |page |web |customer |user )*feedback\b"
    r"|suggestions?\b|suggest (?:an? )?(?:edit|change|improvement)|tell us what you think"
    r"|let us know\b|(?:comments|questions)(?:,? and |/| & |,? or )(?:comments|feedback"
    r"|suggestions)|(?:rate|review) this (?:page|site|website)|improve this (?:page|site|website)"
    r"|help (?:us )?improve (?:this|our) (?:page|site|website)|make a suggestion"
    r"|(?:report|submit) (?:an? )?(?:problem|issue|error|bug|mistake)"
    r"(?: (?:on|with|about) (?:this|our|the) (?:page|site|website))?$"
    r"|(?:take|complete) (?:our|this|the|a) (?:\w+ )?survey|customer satisfaction survey"
    r"|(?:env[ií]e|enviar|deje|d[eé])(?:nos)? (?:sus? )?(?:comentarios|opini[oó]n|sugerencias)"
    r"|comentarios\b|sugerencias\b|opini[oó]n(?:es)?$|d[ií]ganos (?:lo )?que piensa"
    r"|informar? (?:de )?un (?:problema|error))"
)
_CONTACT = re.compile(
    r"^(?:contact\b|support$|help$|customer[- ]service|survey$|webmaster\b|ask (?:us|a question)"
    r"|cont[aá]ct[eo]|cont[aá]ctenos|ayuda$|encuesta$|edit (?:this|on) )|^e-?mail us"
)
_FEEDBACK_PATH = re.compile(r"/(?:[\w-]+-)?(?:feedback|comentarios|sugerencias)(?:[-/.?]|$)")

_ANSWER = re.compile(
    r"(?:yes|no|s[ií]|helpful|not helpful|thumbs (?:up|down)|👍|👎|not really|somewhat|partly"
    r"|en parte)\W{0,3}(?:,? .{0,60})?"
)


@dataclass(frozen=True, slots=True)
class Feedback:
    """The surest way to give feedback that was found.

    Attributes:
        how: "widget" (a question and a way to answer it), "tool" (a known survey tool), "link"
            (named for feedback), "question" (with nothing to answer it by), "contact", or "".
        tool: the tool's name, or "".
    """

    how: str = ""
    tool: str = ""
    markup: str = ""


def feedback_of(document: Document, links: Sequence[Link], seen: Sequence[str]) -> Feedback:
    """How this page takes feedback; `how` is "" where no way was recognized.

    Args:
        seen: all markup of the page and the addresses that it asked for, in lower case.
    """
    tool = next((name for name, marks in _TOOLS.items() if marks.stand_in(*seen)), "")
    question = _question(document.text_normal)
    if question and (_answerable(document) or tool):
        return Feedback("widget", tool, question[0])
    if tool:
        return Feedback("tool", tool, tool)
    named = _named(document, links, _FEEDBACK) or _aimed(links)
    if named:
        return Feedback("link", "", named)
    if question:
        return Feedback("question", "", question[0])
    contact = _named(document, links, _CONTACT)
    return Feedback("contact", "", contact) if contact else Feedback()


def _question(text: str) -> re.Match[str] | None:
    return first(_QUESTION, text, _STEMS.stretches(text, _REACH))


def _answerable(document: Document) -> bool:
    """Whether there is anything beside a search to answer by."""
    for element in document.body.iter("button", "input", "textarea", "select", "a", "form"):
        if element.tag in ("textarea", "select"):
            return True
        kind = (element.get("type") or "").lower()
        if element.tag == "input" and kind in ("radio", "checkbox"):
            return True
        name = normal(element.get("value") or "") if element.tag == "input" else ""
        name = name or (normal(name_of(element)) if element.tag in ("a", "button") else "")
        if _ANSWER.fullmatch(name):
            return True
    return False


def _named(document: Document, links: Sequence[Link], words: re.Pattern[str]) -> str:
    found = next((link.markup for link in links if words.search(link.text)), "")
    if found:
        return found
    for button in document.body.iter("button", "summary"):
        if words.search(normal(name_of(button))):
            return markup(button)
    return ""


def _aimed(links: Sequence[Link]) -> str:
    return next((link.markup for link in links if _FEEDBACK_PATH.search(link.where)), "")
