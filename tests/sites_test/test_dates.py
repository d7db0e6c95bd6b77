from datetime import date

import pytest
from jinja2 import TemplateError

from tests.sites.dates import with_dates

DAY = date(2027, 3, 1)


@pytest.mark.parametrize(
    ("text", "filled"),
    [
        ("updated = {{ ago(59) }}\n", "updated = 2027-01-01\n"),
        ("{{ ago(59) | us_date }}", "January 1, 2027"),
        ("{{ ahead(31) | form_date }}", "04/01/2027"),
        ("{{ ago(1) | month }}", "February 2027"),
        ("{{ fiscal_year - 1 }}", "2026"),
    ],
)
def test_words_for_days_are_filled_in(text: str, filled: str) -> None:
    assert with_dates(text, DAY) == filled


@pytest.mark.parametrize(
    ("day", "filled"),
    [
        (date(2027, 1, 15), "fourth 2026-09-30 2026 2026-10-15"),
        (date(2027, 1, 16), "first 2026-12-31 2027 2027-01-15"),
        (date(2027, 10, 15), "third 2027-06-30 2027 2027-07-15"),
        (date(2028, 11, 1), "fourth 2028-09-30 2028 2028-10-15"),
    ],
)
def test_a_quarter_is_told_of_when_its_figures_are_out(day: date, filled: str) -> None:
    text = "{{ quarter }} {{ quarter_end }} {{ fiscal_year }} {{ quarter_posted }}"
    assert with_dates(text, day) == filled


def test_an_unknown_word_is_refused() -> None:
    with pytest.raises(TemplateError):
        with_dates("{{ tomorrow }}", DAY)
