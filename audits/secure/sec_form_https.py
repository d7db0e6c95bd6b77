"""Do the page's forms send what people write over HTTPS, and to the government?"""

from audits.check import Judgement, cant_tell, failed, inapplicable, page_check, passed
from audits.facts.forms import WebForm
from audits.facts.hosts import domain_of, host_of, is_government
from audits.facts.page import facts_of
from ideaaudit.models import Automation, Evidence, Example, PageObservation, Strength


@page_check(
    id="sec-form-https",
    title="Forms post over HTTPS to first party or disclosed processor",
    citation="M-15-13",
    strength=Strength.MUST,
    automation=Automation.FULL,
    remedy="Send each form to an https:// address of your own; where another company takes the "
    "answers, say so beside the form and in the privacy notice.",
    decided="Failed where a form is sent to http, also by the page's own address. cantTell where "
    "it is sent to a host that is neither the site's nor another .gov or .mil, or to no web "
    "address; whether that is disclosed is for a person. Passed otherwise; a form that a script "
    "sends counts as sent to the page. Inapplicable where there is no form.",
    needs=("html",),
    examples=(
        Example("passed", '<form action="/search"><input name="q"></form>'),
        Example("failed", '<form action="http://agency.gov/s"><input name="q"></form>'),
        Example("cantTell", '<form action="https://forms.example.com/"><input name="q"></form>'),
        Example("inapplicable", "<p>No form.</p>"),
    ),
)
def sec_form_https(page: PageObservation) -> Judgement:
    """What people tell the government in a form is for the government alone."""
    facts = facts_of(page)
    forms = [form for form in facts.forms if form.method != "dialog"]
    if not forms:
        if facts.unsettled:
            return cant_tell("No form was seen; scripts that did not run may write some.")
        return inapplicable("The page has no form.")
    opened = [form for form in forms if _target(form, page).lower().startswith("http:")]
    if opened and not facts.upgrades_insecure:
        evidence = [_evidence(page, form, "is sent over plain HTTP") for form in opened[:20]]
        return failed("A form is sent over plain HTTP.", *evidence)
    away = [form for form in forms if form not in opened and not _is_ours(form, page)]
    if away:
        evidence = [_evidence(page, form, "is sent to another's host") for form in away[:20]]
        return cant_tell("A form is sent to others; whether they are named is for a person.",
                         *evidence)  # fmt: skip
    return passed("Every form is sent over HTTPS to the government.")


def _target(form: WebForm, page: PageObservation) -> str:
    """Where the form is sent; what a script sends is taken for the page's own."""
    scripted = form.action.lower().startswith("javascript:")
    return page.final_url if scripted or not form.action else form.action


def _is_ours(form: WebForm, page: PageObservation) -> bool:
    target = _target(form, page)
    host = host_of(target)
    ours = is_government(host) or domain_of(target) == domain_of(page.final_url)
    return target.lower().startswith("http") and ours


def _evidence(page: PageObservation, form: WebForm, what: str) -> Evidence:
    target = _target(form, page)
    return Evidence(
        page.final_url,
        markup=form.markup,
        title=f"A form {what}",
        detail=f"It is sent to {target[:200]}.",
        datum=f"{target.partition(':')[0]} {host_of(target)}",
    )
