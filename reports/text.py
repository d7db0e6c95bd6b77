"""Strings that came from strangers, made safe to look at."""

import unicodedata

_KEPT = {"\n", "\t", "\u200c", "\u200d", "\u00ad"}
_HIDDEN = {"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"}


def neutral(text: str) -> str:
    """The text with every character that hides, moves or reorders others spelled out.

    Control characters (terminal escapes among them), the bidirectional controls of Unicode
    (UAX 9), lone surrogates and unassigned characters come out as "⟨U+202E⟩".
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(map(_shown, text))


def _shown(character: str) -> str:
    if character == "\r":
        return "\n"
    if character in _KEPT or unicodedata.category(character) not in _HIDDEN:
        return character
    return f"⟨U+{ord(character):04X}⟩"


def cut(text: str, most: int) -> str:
    """At most so many characters, the last an ellipsis where some were left out."""
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"


def line(text: str, most: int) -> str:
    """The same on one line: runs of white space are one space."""
    return cut(" ".join(text.split()), most)


def counted(number: int, noun: str, plural: str = "") -> str:
    """For example "1,204 pages" or "1 page"."""
    return f"{number:,} {noun if number == 1 else plural or noun + 's'}"
