"""A security.txt file against RFC 9116."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from ideaaudit.models import PathSeen

_FIELD = re.compile(r"([!#$%&'*+.^_`|~0-9A-Za-z-]+):[ \t]*(.*)", re.DOTALL)
_DATE = re.compile(
    r"\d{4}-\d{2}-\d{2}[Tt]\d{2}:\d{2}:\d{2}(?:\.\d{1,9})?(?:[Zz]|[+-]\d{2}:\d{2})", re.ASCII
)
_SIGNED, _SIGNATURE = "-----BEGIN PGP SIGNED MESSAGE-----", "-----BEGIN PGP SIGNATURE-----"
_CONTACT = re.compile(r"(?:mailto:\S+@\S+|tel:\+?[\d().-]+|https://\S+)", re.IGNORECASE)
_WEB_FIELDS = ("policy", "canonical", "encryption", "acknowledgments", "hiring", "csaf")
_PLACE = "/.well-known/security.txt"


@dataclass(frozen=True, slots=True)
class SecurityTxt:
    """What stands in the file.

    Attributes:
        fields: (name in lower case, value) in order.
        signed: whether it is an OpenPGP cleartext message; the signature is not verified.
        strays: lines that are no field, no comment and not empty.
    """

    fields: tuple[tuple[str, str], ...]
    signed: bool
    strays: tuple[str, ...]

    def all(self, name: str) -> list[str]:
        return [value for key, value in self.fields if key == name]


def parsed(text: str) -> SecurityTxt:
    """The fields of a file, signed or not, with either kind of line end. Never raises."""
    lines = re.split(r"\r?\n", text.removeprefix("\ufeff"))
    signed = any(line.rstrip() == _SIGNED for line in lines)
    fields, strays = [], []
    for line in map(str.rstrip, _unwrapped(lines) if signed else lines):
        found = _FIELD.fullmatch(line)
        if found:
            fields.append((found[1].lower(), found[2]))
        elif line and not line.startswith("#"):
            strays.append(line)
    return SecurityTxt(tuple(fields), signed, tuple(strays))


def _unwrapped(lines: list[str]) -> list[str]:
    """What was signed: between the blank line after the armor headers and the signature, without
    the dashes that escape dashes (RFC 4880, 7)."""
    marks = [line.rstrip() for line in lines]
    start = marks.index(_SIGNED)
    start = next((n for n in range(start, len(marks)) if not marks[n]), len(marks))
    end = marks.index(_SIGNATURE, start) if _SIGNATURE in marks[start:] else len(marks)
    return [line.removeprefix("- ") for line in lines[start:end]]


def faults_of(seen: PathSeen, observed_at: str) -> list[str]:
    """What is wrong with the file, in phrases that are the same wherever the fault is.

    Args:
        observed_at: when it was seen, ISO 8601; what has no zone is UTC.
    """
    file = parsed(seen.text)
    languages = file.all("preferred-languages")
    return [
        *_place_faults(seen, file),
        *(["a line is no field"] if file.strays else []),
        *_contact_faults(file),
        *_expiry_faults(file.all("expires"), observed_at),
        *(["it has several Preferred-Languages"] if len(languages) > 1 else []),
        *(f"{name.capitalize()} is no https address" for name in _WEB_FIELDS
          if any(value.lower().startswith("http:") for value in file.all(name))),
    ]  # fmt: skip


def _place_faults(seen: PathSeen, file: SecurityTxt) -> list[str]:
    urls = [hop.url for hop in seen.hops] or [seen.url]
    faults = []
    if not all(url.lower().startswith("https:") for url in urls):
        faults.append("it does not come over HTTPS")
    if not any(_PLACE in url for url in urls):
        faults.append(f"it does not stand at {_PLACE}")
    if seen.media_type != "text/plain":
        faults.append("its type is not text/plain")
    canonical = file.all("canonical")
    if canonical and not set(canonical).intersection([seen.url, *urls]):
        faults.append("Canonical names another address")
    return faults


def _contact_faults(file: SecurityTxt) -> list[str]:
    contacts = file.all("contact")
    if not contacts:
        return ["it has no Contact"]
    bad = [one for one in contacts if not _CONTACT.fullmatch(one)]
    return ["a Contact is no mailto, tel or https address"] if bad else []


def _expiry_faults(values: list[str], observed_at: str) -> list[str]:
    if len(values) != 1:
        return ["it has several Expires" if values else "it has no Expires"]
    until, now = _moment(values[0]), _moment(observed_at, strict=False)
    if until is None:
        return ["Expires is no date of RFC 3339"]
    return ["it has expired"] if now is not None and until <= now else []


def _moment(text: str, *, strict: bool = True) -> datetime | None:
    if strict and not _DATE.fullmatch(text):
        return None
    try:
        found = datetime.fromisoformat(text.upper())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
