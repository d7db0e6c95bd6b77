import pytest

from audits.experience.cx_contact_channels import cx_contact_channels
from tests.audits.build import HOME, page, site, walked


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("Call (202) 555-0100 or write to help@agency.gov", "passed", id="two ways"),
        pytest.param('<a href="TEL:+12025550100">x</a><a href="mailto:a@b.gov">y</a>', "passed",
                     id="links"),
        pytest.param("1-800-FED-INFO; 1 F St NW, Washington, DC 20405", "passed", id="office"),
        pytest.param('<form id=contact method=post><input name=email><textarea name="message">'
                     "</textarea></form> 800-333-4636", "passed", id="a form"),
        pytest.param("Live chat. Find an office", "passed", id="chat and offices"),
        pytest.param("Call 202-555-0100", "cantTell", id="one way"),
        pytest.param('<a href="/contact">Contact us</a>', "cantTell", id="only a link"),
        pytest.param('<a href="/c">CONTÁCTENOS</a>', "cantTell", id="only a link, in Spanish"),
        pytest.param("Form 1234-5678, case 123-45-6789, 2026-11-22", "failed", id="other numbers"),
        pytest.param("", "failed", id="nothing"),
    ],
)  # fmt: skip
def test_outcome_for_a_whole_site_of_one_page(html: str, outcome: str) -> None:
    assert cx_contact_channels.judge(site(page(html, HOME), complete=True)).outcome == outcome


def test_too_few_pages_prove_nothing() -> None:
    assert cx_contact_channels.judge(site(page("x", HOME))).outcome == "cantTell"
    pages = [page("x", f"{HOME}{n}") for n in range(3)]
    assert cx_contact_channels.judge(site(page("x", HOME), *pages)).outcome == "failed"


def test_scripts_that_were_not_run_may_add_them() -> None:
    view = site(walked("x<script>y</script>", HOME), complete=True)
    assert cx_contact_channels.judge(view).outcome == "cantTell"
