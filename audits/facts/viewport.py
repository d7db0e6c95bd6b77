"""The viewport meta element, read as browsers do (CSS Device Adaptation, section 9)."""

import re
from dataclasses import dataclass

_PAIR = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Viewport:
    """Its width as written ("" where there is none), and its initial scale where it is one.

    Attributes:
        maximum_scale: how far a visitor may zoom in, or None where it sets no bound.
        scalable: whether it lets a visitor zoom; None where it says so in words that mean nothing.
    """

    width: str
    initial_scale: float | None
    maximum_scale: float | None = None
    scalable: bool | None = True


def viewport_of(content: str) -> Viewport:
    """The viewport of a content attribute; what cannot be read is left out."""
    values = dict(_PAIR.findall(content.lower()))
    return Viewport(
        values.get("width", ""),
        _number(values.get("initial-scale", "")),
        _maximum(values.get("maximum-scale", "")),
        _scalable(values.get("user-scalable", "yes")),
    )


def _number(value: str) -> float | None:
    found = _NUMBER.match(value)
    return float(found[0]) if found else None


def _maximum(value: str) -> float | None:
    """ "yes" stands for 1, and a negative number for none (CSS Device Adaptation, 9.3)."""
    number = 1.0 if value == "yes" else _number(value)
    return None if number is None or number < 0 else number


def _scalable(value: str) -> bool | None:
    """A number between -1 and 1 stands for "no" (CSS Device Adaptation, 9.4)."""
    words = {"yes": True, "no": False, "device-width": True, "device-height": True}
    number = _number(value)
    if number is not None:
        return abs(number) >= 1
    return words.get(value)
