from dataclasses import replace

import pytest

from audits.catalogue import catalogue
from ideaaudit.models import Level, Outcome
from reports.discreet import ABOUT_CONTACTS, discreet, without_people
from tests.reports.fiction import fictional_store


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Write to jane.roe@agency.gov.", "Write to [e-mail]."),
        ('<a href="mailto:jane%40agency.gov?subject=x">', '<a href="mailto:[e-mail]?subject=x">'),
        ("jane&#64;agency.gov", "[e-mail]"),
        ("call (202) 555-0143 or 1-800-555-0199", "call [phone] or [phone]"),
        ('a[href="tel:+12025550143"]', 'a[href="tel:[phone]"]'),
        ("+44 20 7946 0958", "[phone]"),
        ("202.555.0143", "[phone]"),
        ("2026-11-22T10:00, OMB 1545-0074, 4.12.1", "2026-11-22T10:00, OMB 1545-0074, 4.12.1"),
        ("https://cdn.test/react@18.2.0/umd/@scope/x.js", None),
        ("1,204 of 3,555 pages; rgb(102, 555, 1430)", None),
    ],
)
def test_people_are_taken_out_and_nothing_else_is(text: str, told: str | None) -> None:
    assert without_people(text) == (text if told is None else told)


def test_checks_about_contacts_are_checks() -> None:
    assert {card.id for card in catalogue().cards} >= ABOUT_CONTACTS


def test_evidence_names_people_only_where_the_check_is_about_contacts() -> None:
    store = fictional_store()
    site, fake = next((key, fake) for key, fake in store.sites.items() if fake.verdicts)
    like = next(one for one in fake.verdicts if one.evidence)
    shown = replace(like.evidence[0], markup="<a>jane@agency.gov</a>", cause="")
    about = replace(like, check="std-contact-method", evidence=(shown,), level=Level.SITE)
    other = replace(about, check="a11y-axe-wcag20", outcome=Outcome.FAILED)
    fake.verdicts[:] = [about, other]
    told = [one.evidence[0].markup for one in discreet(store).verdicts(site=site)]
    assert told == ["<a>jane@agency.gov</a>", "<a>[e-mail]</a>"]


def test_a_page_whose_address_names_a_person_is_found_by_what_it_is_told_as() -> None:
    store = fictional_store()
    site, fake = next((key, fake) for key, fake in store.sites.items() if fake.seen)
    url, seen = next(iter(fake.seen.items()))
    named = f"{url.rstrip('/')}/jane@agency.gov"
    row = next(row for row in fake.rows if row.url == url)
    fake.rows[:] = [replace(row, url=named)]
    fake.seen[named] = replace(seen, url=named)
    source = discreet(store)
    (told,) = source.pages(site)
    assert told.url.endswith("/[e-mail]")
    found = source.page(site, told.url)
    assert found is not None
    assert found.url == told.url
