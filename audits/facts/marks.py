"""Which of many words stand in a text most of whose parts stand on other pages too.

The tags of a page are those of its template, and its words those of the language: what was once
found in one of them need not be looked for again. Looking for each of a hundred words in all of
the markup takes as long as parsing it does.
"""

from collections.abc import Iterable

# Parts that are kept in memory; what is longer stands on no other page.
_MOST = 50_000
_LONGEST = 300
_NOTHING: frozenset[str] = frozenset()


class Marks:
    """Words to look for, and which of them stand in the parts that were met so far."""

    def __init__(self) -> None:
        self._watched: dict[str, None] = {}
        self._known: dict[str, frozenset[str]] = {}

    def watch(self, *words: str) -> frozenset[str]:
        """From now on these are looked for too; the same words."""
        self._watched |= dict.fromkeys(words)
        self._known.clear()
        return frozenset(words)

    def among(self, parts: Iterable[str]) -> frozenset[str]:
        """All watched words that stand in any part; no word may reach over two of them."""
        if len(self._known) > _MOST:
            self._known.clear()
        met = dict.fromkeys(parts)
        new = [part for part in met if part not in self._known]
        found = self._look(new) if new else _NOTHING
        return found.union(*filter(None, set(map(self._known.get, met))))

    def _look(self, new: list[str]) -> frozenset[str]:
        """What stands in parts that were not met before; those that are short are known then."""
        whole = "\n".join(new)
        found = frozenset(word for word in self._watched if word in whole)
        for part in new:
            if len(part) <= _LONGEST:
                self._known[part] = frozenset(w for w in found if w in part) if found else _NOTHING
        return found


# Marks of tools and products: each stands in one tag, with the text behind it, or one address.
IN_TAGS = Marks()
