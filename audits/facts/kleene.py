"""Three-valued logic (Kleene's): None is what is not known, and is no answer unless it must be."""

from collections.abc import Iterable


def all_of(*values: bool | None) -> bool | None:
    """False where any is False; else None where any is None."""
    return _settled(values, False)


def any_of(*values: bool | None) -> bool | None:
    """True where any is True; else None where any is None."""
    return _settled(values, True)


def no(value: bool | None) -> bool | None:
    return None if value is None else not value


def _settled(values: Iterable[bool | None], decisive: bool) -> bool | None:
    seen = list(values)
    if decisive in seen:
        return decisive
    return None if None in seen else not decisive
