"""People stay out of the report: no e-mail address and no telephone number but published contacts.

Pages may name anybody; a finding about contrast need not. Where a check is about how an agency is
reached, its evidence stays as it was seen.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, fields, is_dataclass, replace
from typing import Any, TypeVar, cast

from ideaaudit.models import Cause, Gap, Measure, PageObservation, PageRow, Verdict
from reports.source import Source

T = TypeVar("T")
MAIL, PHONE = "[e-mail]", "[phone]"
# Checks about an agency's published contacts.
ABOUT_CONTACTS = frozenset(
    {
        "a11y-statement-508pm",
        "a11y-statement-accommodation",
        "a11y-statement-complaint",
        "a11y-statement-feedback",
        "a11y-statement-relay",
        "brand-gov-email",
        "content-plain-writing-page",
        "cx-contact-channels",
        "form-alternate-channel",
        "sec-security-txt",
        "sec-vdp-page",
        "std-contact-link",
        "std-contact-method",
        "std-contact-page",
    }
)
_MAIL = re.compile(
    r"(?<![\w.+%-])(?:[\w.+-]|%(?!40)){1,64}+(?:@|%40|&#0?64;)[A-Za-z][\w-]{0,62}(?:\.[\w-]{1,63}){0,5}"
    r"\.[A-Za-z]{2,24}(?![\w-])"
)
_PHONE = re.compile(
    r"(?<![\w.-])(?:\+?1[\s.-]{0,2})?(?:\(\d{3}\)[\s.-]{0,2}|\d{3}[\s.-])\d{3}[\s.-]\d{4}(?![\w-])"
    r"|(?<=tel:)[+\d(][\d().\s-]{5,20}\d"
    r"|(?<![\w.+-])\+\d{1,3}(?:[\s.-]?\d{2,4}){2,5}(?![\w-])"
)
# Long, and printed nowhere.
_NOT_SHOWN = frozenset({"served_html", "html"})


def without_people(text: str) -> str:
    """The text with e-mail addresses and telephone numbers taken out."""
    if "@" in text or "%40" in text or "&#" in text:
        text = _MAIL.sub(MAIL, text)
    return _PHONE.sub(PHONE, text)


def discreet(source: Source) -> Source:
    """The same run, as a report may show it."""
    return source if isinstance(source, _Discreet) else cast(Source, _Discreet(source))


@dataclass
class _Discreet:
    """A source whose texts name nobody; what it does not change it passes on."""

    _source: Source
    _urls: dict[str, str] = field(default_factory=dict)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._source, name)

    def site_gap(self, site: str) -> Gap | None:
        return _changed(self._source.site_gap(site), without_people)

    def pages(self, site: str) -> Iterator[PageRow]:
        return (_changed(row, self._told) for row in self._source.pages(site))

    def page(self, site: str, url: str) -> PageObservation | None:
        return _changed(self._source.page(site, self._urls.get(url, url)), self._told)

    def verdicts(self, *args: Any, **named: Any) -> Iterator[Verdict]:
        if subject := named.get("subject"):
            named["subject"] = self._urls.get(subject, subject)
        return (self._verdict(one) for one in self._source.verdicts(*args, **named))

    def causes(self, site: str) -> Iterator[Cause]:
        for one in self._source.causes(site):
            urls = tuple(map(self._told, one.urls))
            shown = one.example
            if one.check not in ABOUT_CONTACTS:
                shown = _changed(shown, self._told)
            yield replace(one, example=shown, urls=urls)

    def measures(self, site: str) -> Iterator[Measure]:
        return (_changed(one, self._told) for one in self._source.measures(site))

    def _verdict(self, one: Verdict) -> Verdict:
        if one.check in ABOUT_CONTACTS:
            return replace(one, subject=self._told(one.subject))
        return _changed(one, self._told)

    def _told(self, text: str) -> str:
        """A text without people; the address of a page is still found by what it is told as."""
        told = without_people(text)
        if told != text and text.startswith(("http://", "https://")):
            self._urls[told] = text
        return told


def _changed(value: T, change: Callable[[str], str]) -> T:
    """The same with every text in it changed; the very same where none was."""
    if isinstance(value, str):
        return cast(T, change(value)) if type(value) is str else value
    if isinstance(value, tuple):
        made = tuple(_changed(one, change) for one in value)
        return value if made == value else cast(T, made)
    if is_dataclass(value) and not isinstance(value, type):
        found = {
            one.name: _changed(getattr(value, one.name), change)
            for one in fields(value)
            if one.name not in _NOT_SHOWN
        }
        new = {name: x for name, x in found.items() if x is not getattr(value, name)}
        return replace(value, **new) if new else value
    return value
