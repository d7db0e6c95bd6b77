"""The Strict-Transport-Security header as browsers read it (RFC 6797, 6.1 and 8.1)."""

import re
from dataclasses import dataclass

YEAR = 31_536_000
# Longer numbers than this are all "for ever".
_DIGITS = 18
_TOKEN = r"[!#$%&'*+.^_`|~0-9A-Za-z-]+"
_DIRECTIVE = re.compile(
    rf'({_TOKEN})(?:[ \t]*=[ \t]*(?:({_TOKEN})|"((?:[^"\\]|\\.)*)"))?', re.DOTALL
)


@dataclass(frozen=True, slots=True)
class Hsts:
    """What a header tells a browser.

    Attributes:
        max_age: seconds, or None where the header is void.
        subdomains, preload: whether those directives are there.
        fault: why browsers ignore the header, in a phrase, or "".
    """

    max_age: int | None = None
    subdomains: bool = False
    preload: bool = False
    fault: str = ""

    @property
    def on(self) -> bool:
        """Whether it asks for HTTPS at all; max-age=0 takes it back."""
        return bool(self.max_age)

    @property
    def strong(self) -> bool:
        """A year or more (M-15-13)."""
        return self.max_age is not None and self.max_age >= YEAR

    @property
    def ready(self) -> bool:
        """What the preload list asks for: a year, all subdomains, and consent."""
        return self.strong and self.subdomains and self.preload


def hsts_of(header: str) -> Hsts:
    """The policy of a header; of several that a proxy has joined by commas, the first.

    Directives may come in any order and case, with odd spacing, quoted, or empty; unknown ones
    are skipped. One that is repeated, or a max-age that is no whole number, voids the header, as
    it does in browsers. Never raises.
    """
    found: dict[str, str] = {}
    for part in _split(header):
        directive = _DIRECTIVE.fullmatch(part)
        if directive is None:
            return Hsts(fault="it has a directive that is none")
        name = directive[1].lower()
        if name in found:
            return Hsts(fault=f"it repeats {name[:40]}")
        quoted = re.sub(r"\\(.)", r"\1", directive[3] or "", flags=re.DOTALL)
        found[name] = (directive[2] or quoted).strip()
    if "max-age" not in found:
        return Hsts(fault="it has no max-age")
    if not re.fullmatch(r"[0-9]+", found["max-age"]):
        return Hsts(fault="its max-age is no number")
    age = int(found["max-age"].lstrip("0")[: _DIGITS + 1] or "0")
    return Hsts(min(age, 10**_DIGITS), "includesubdomains" in found, "preload" in found)


def _split(header: str) -> list[str]:
    """The directives of the first header, without empty ones; quoted text is left whole."""
    parts, quoted, here = [], False, ""
    for character in header:
        if quoted:
            here += character
            quoted = character != '"' or here.endswith('\\"')
        elif character == ",":
            break
        elif character == ";":
            parts.append(here)
            here = ""
        else:
            here += character
            quoted = character == '"'
    return [part for part in (one.strip() for one in [*parts, here]) if part]
