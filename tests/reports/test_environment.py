import pytest
from jinja2 import UndefinedError

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
