"""Headers of an answer as they are kept."""

from ideaaudit.privacy import MASK, is_secret

LONGEST_HEADER = 4_000


def header_of(name: str, value: str) -> tuple[str, str]:
    """A header as it is kept: of a cookie its name alone, and "" where it has none (RFC 6265); of a
    token nothing."""
    if is_secret(name, value):
        return name, MASK
    if name != "set-cookie":
        return name, value[:LONGEST_HEADER]
    cookie, named, _ = value.partition(";")[0].partition("=")
    return name, cookie.strip()[:LONGEST_HEADER] if named else ""
