import pytest

from audits.consistent.std_contact_method import std_contact_method
from tests.audits.build import HOME, outcome_of, page, site, walked

CONTACT = f"{HOME}contact"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>Call (202) 555-0100</p>", "passed", id="a telephone number"),
        pytest.param('<a href="MAILTO:help@agency.gov">Write</a>', "passed", id="an address"),
        pytest.param("<p>ayuda&#64;agency.gov</p>", "passed", id="an address as an entity"),
        pytest.param(
            '<form method="post" id="contact"><textarea name="message"></textarea></form>',
            "passed", id="a form",
        ),
        pytest.param("<p>1 Main Street, Dover DE 19901</p>", "failed", id="a street alone"),
        pytest.param("<p>Live chat</p>", "failed", id="a chat alone"),
        pytest.param("", "failed", id="nothing"),
        pytest.param("<iframe src=x></iframe>", "cantTell", id="a frame"),
        pytest.param("<main>Send us an EMAIL.</main>", "cantTell", id="speaks of one"),
        pytest.param("<main>Llame al centro.</main>", "cantTell", id="speaks of one in Spanish"),
        pytest.param("<main>The information and performance</main>", "failed", id="near miss"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(std_contact_method, site(page(html, CONTACT))) == outcome


def test_one_of_several_contact_pages_is_enough() -> None:
    pages = (page("<p>x", CONTACT), page("<p>202-555-0100", f"{HOME}es/contacto"))
    assert outcome_of(std_contact_method, site(*pages)) == "passed"


def test_scripts_that_did_not_run_may_add_one() -> None:
    shell = walked("<p>x<script src=a.js></script>", CONTACT)
    assert outcome_of(std_contact_method, site(shell)) == "cantTell"


@pytest.mark.parametrize(
    ("complete", "outcome"),
    [
        pytest.param(True, "inapplicable", id="the whole site has none"),
        pytest.param(False, "cantTell", id="a part of the site has none"),
    ],
)
def test_no_contact_page(complete: bool, outcome: str) -> None:
    view = site(page("<p>202-555-0100", HOME), complete=complete)
    assert outcome_of(std_contact_method, view) == outcome
