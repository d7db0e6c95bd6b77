"""Which page checks of the heads "accessible", "secure" and "mobile" bind nobody.

A web form must meet section 3(a) of the Act (sec. 4(c)); what only advice asks for is no failure
of that. A test holds this list to the catalogue.
"""

from collections.abc import Iterable

_HEADS = ("a11y-", "tls-", "sec-", "mobile-")
NOT_BINDING = frozenset(
    {
        "a11y-current-wcag",
        "mobile-tap-targets",
        "mobile-font-size",
        "mobile-text-spacing",
        "mobile-orientation",
        "mobile-performance",
        "mobile-optimised-assets",
        "mobile-no-flash-plugin",
    }
)


def binding(checks: Iterable[str]) -> tuple[str, ...]:
    """Of ids of checks those that say whether a page meets 3(a)(1), (5) and (8), in order."""
    return tuple(sorted(one for one in checks if one.startswith(_HEADS) and one not in NOT_BINDING))
