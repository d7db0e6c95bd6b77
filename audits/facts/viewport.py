"""The viewport meta element, read as browsers do (CSS Device Adaptation, section 9)."""

import re
from dataclasses import dataclass

_PAIR = re.compile(r"([\w-]+)\s*=\s*([^\s,;]+)")
_NUMBER = re.compile(r"-?\d+(?:\.\d+)?")


@dataclass(frozen=True, slots=True)
class Viewport:
    """Its width as written ("" where there is none), and its initial scale where it is one."""

    width: str
    initial_scale: float | None


def viewport_of(content: str) -> Viewport:
    """The viewport of a content attribute; what cannot be read is left out."""
    values = dict(_PAIR.findall(content.lower()))
    scale = _NUMBER.match(values.get("initial-scale", ""))
    return Viewport(values.get("width", ""), float(scale[0]) if scale else None)
