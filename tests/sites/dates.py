"""The words for days in the samples' content, so that they are as fresh next year as today."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from jinja2 import Environment, StrictUndefined

POSTED_AFTER = timedelta(days=15)
QUARTERS = {12: "first", 3: "second", 6: "third", 9: "fourth"}


def today() -> date:
    """The day in UTC, which is the day that an audit writes on what it saw."""
    return datetime.now(UTC).date()


def us_date(day: date) -> str:
    """As in "August 5, 2026"."""
    return f"{day:%B} {day.day}, {day.year}"


def with_dates(text: str, day: date) -> str:
    """The text with its words for days filled in, as of `day`.

    They are `ago(days)` and `ahead(days)`, and of the last quarter whose figures are out
    `quarter`, `quarter_end`, `quarter_posted` and `fiscal_year`; and the filters `us_date`,
    `form_date` (08/05/2026) and `month` (August 2026).

    Raises:
        jinja2.TemplateError: the text uses another word.
    """
    environment = Environment(undefined=StrictUndefined, keep_trailing_newline=True)
    environment.filters |= {"us_date": us_date, "form_date": _form_date, "month": _month}
    return environment.from_string(text).render(_words(day))


def _words(day: date) -> dict[str, Any]:
    ended = _quarter_end(day - POSTED_AFTER)
    return {
        "ago": lambda days: day - timedelta(days=days),
        "ahead": lambda days: day + timedelta(days=days),
        "quarter": QUARTERS[ended.month],
        "quarter_end": ended,
        "quarter_posted": ended + POSTED_AFTER,
        # A fiscal year begins on October 1 (31 U.S.C. 1102).
        "fiscal_year": ended.year + (ended.month == 12),
    }


def _quarter_end(day: date) -> date:
    """The last day of the newest quarter that was over on `day`."""
    first = date(day.year, (day.month - 1) // 3 * 3 + 1, 1)
    return first - timedelta(days=1)


def _form_date(day: date) -> str:
    return f"{day:%m/%d/%Y}"


def _month(day: date) -> str:
    return f"{day:%B %Y}"
