import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import html

from audits.facts.document import Document
from audits.facts.fields import field_of
from audits.facts.forms import forms_of


@pytest.mark.parametrize(
    ("label", "purpose"),
    [
        ("First name", "given-name"), ("LAST NAME *", "family-name"), ("Your name", "name"),
        ("E-mail address", "email"), ("Daytime phone", "tel"), ("ZIP code", "postal-code"),
        ("Date of birth (MM/DD/YYYY)", "bday"), ("Social Security number", "ssn"),
        ("City", "address-level2"), ("Mailing address", "street-address"),
        ("Correo electrónico", "email"), ("Apellido", "family-name"),
        ("Company name", ""), ("File name", ""), ("Username", ""), ("Agency name", ""),
        ("Comments", ""), ("Case number", ""), ("Nameplate", ""), ("", ""),
    ],
)  # fmt: skip
def test_purpose_by_label(label: str, purpose: str) -> None:
    form = html.fromstring(f"<form><label for=x>{label}</label><input id=x></form>")
    field = field_of(form.find("input"))
    assert field is not None
    assert field.purpose == purpose


@pytest.mark.parametrize(
    ("autocomplete", "marked"),
    [
        ("email", True), ("EMAIL", True), ("billing street-address", True),
        ("section-x shipping home tel", True), ("off", False), ("on", False), ("", False),
        ("e-mail", False), ("email email", False), ("name please", False),
    ],
)  # fmt: skip
def test_only_real_tokens_count(autocomplete: str, marked: bool) -> None:
    element = html.fromstring(f'<form><input autocomplete="{autocomplete}"></form>').find("input")
    field = field_of(element)
    assert field is not None
    assert field.marked is marked


@given(st.text(max_size=60), st.text(max_size=30))
def test_no_attribute_breaks_it(name: str, kind: str) -> None:
    element = html.fromstring("<form><input></form>").find("input")
    for key, value in (("name", name), ("type", kind), ("autocomplete", name)):
        try:
            element.set(key, value)
        except ValueError:
            return  # not a string that XML can hold, so no parser ever gives it
    field_of(element)


@pytest.mark.parametrize(
    ("form", "kind"),
    [
        ("<form role=search><input name=q></form>", "search"),
        ("<form action=/search><input name=query></form>", "search"),
        ("<form method=post><input name=user><input type=password></form>", "login"),
        ("<form method=post>Sign up for our newsletter <input type=email></form>", "subscribe"),
        ("<form class=touchpoints-form method=post><textarea></textarea></form>", "survey"),
        ("<form id=contact method=post><input type=email><textarea name=message></textarea></form>",
         "contact"),
        ("<form class=views-exposed-form><select name=year></select></form>", "filter"),
        ("<form method=get><input type=checkbox name=topic></form>", "filter"),
        ("<form method=post><input name=case><input name=ssn></form>", "collection"),
        ("<form method=post><label>Full name <input></label></form>", "collection"),
    ],
)  # fmt: skip
def test_what_a_form_is_for(form: str, kind: str) -> None:
    [found] = forms_of(Document(form, "https://www.agency.gov/"))
    assert found.kind == kind


def test_a_form_of_buttons_is_none() -> None:
    assert (
        forms_of(Document("<form><button>Go</button><input type=hidden>", "https://a.gov/")) == ()
    )
