import pytest
from jinja2 import UndefinedError

from ideaaudit.models import Run, RunState
from reports.environment import environment


def printed(template: str, **values: object) -> str:
    return environment().from_string(template).render(**values)


def test_strangers_text_is_escaped_and_neutralised() -> None:
    assert printed("{{ it }}", it="<b>\u202e") == "&lt;b&gt;⟨U+202E⟩"


def test_a_slip_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        printed("{{ sumary }}", summary="Why.")


@pytest.mark.parametrize(
    ("url", "link"),
    [
        ("https://a.gov/", "https://a.gov/"),
        ("HTTP://a.gov/", "HTTP://a.gov/"),
        ("javascript:alert(1)", ""),
        (" https://a.gov/", ""),
        ("//a.gov/", ""),
    ],
)
def test_only_web_addresses_become_links(url: str, link: str) -> None:
    assert printed("{{ it|web }}", it=url) == link


@pytest.mark.parametrize(
    ("stored", "shown"),
    [
        ('"sample"', "sample"),
        ("true", "yes"),
        ("false", "no"),
        ("[]", "none"),
        ('["a:1:b:2", "c:3:d:4"]', "a:1:b:2, c:3:d:4"),
        ('""', "none"),
        ("0", "0"),
        ("not json", "not json"),
    ],
)
def test_settings_read_as_a_person_would_write_them(stored: str, shown: str) -> None:
    assert printed("{{ it|plain }}", it=stored) == shown


def test_no_template_counts_or_names_a_check() -> None:
    from reports.environment import HERE
    from tests.reports.fake_catalogue import catalogue

    text = "".join(path.read_text() for path in sorted((HERE / "templates").glob("*.html")))
    assert not [card.id for card in catalogue().cards if card.id in text]
    assert "|sum" not in text
    assert "{% set count = count" not in text


@pytest.mark.parametrize(
    ("given", "link"),
    [
        ('"me@agency.gov"', "mailto:me@agency.gov"),
        ('"https://agency.gov/audits"', "https://agency.gov/audits"),
        ('"javascript:alert(1)"', ""),
        ('"a@b.gov\\nBcc: c@d.gov"', ""),
        ('""', ""),
    ],
)
def test_the_contact_is_a_link_only_where_it_is_one(given: str, link: str) -> None:
    run = Run("r", "2026-11-22T08:00:00Z", RunState.JUDGED, 1, settings={"contact": given})
    assert environment().filters["contact"](run) == link
