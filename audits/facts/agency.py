"""Whether a short name such as "HHS" can stand for an agency's full name."""

import re

_SMALL = frozenset({"of", "the", "and", "for", "in", "on", "to", "a", "&"})
_STARTS = re.compile(r"^(?:u\.?s\.? |united states )?(?:department|dept\.?|office) of (?:the )?")


def is_short_for(short: str, name: str) -> bool:
    """By initials with or without small words ("DOL", "HUD"), by the beginning of a word
    ("TREAS", "ED"), or by the name itself."""
    wanted = re.sub(r"[^a-z]", "", short.casefold())
    full = " ".join(re.sub(r"\bu\.?s\.? ", "", name.casefold().replace(",", " ")).split())
    if len(wanted) < 2:
        return False
    return wanted in _initials(full) or _begins_word(wanted, full) or short.casefold() == full


def _initials(full: str) -> set[str]:
    """Every way in which a name's initials are usually made."""
    cases = set()
    for text in (
        full,
        _STARTS.sub("", full),
        f"us {full}",
        f"u s {full}",
        f"us {_STARTS.sub('', full)}",
    ):
        words = re.findall(r"[a-z&]+", text)
        large = [word for word in words if word not in _SMALL]
        for chosen in (words, [w for w in words if w not in ("the", "and", "&", "for")], large):
            initials = "".join(word[0] for word in chosen)
            cases.add(initials)
            if chosen[:1] == ["us"]:
                cases.add("us" + initials[1:])
    return cases


def _begins_word(wanted: str, full: str) -> bool:
    words = [word for word in re.findall(r"[a-z]+", full) if word not in _SMALL]
    return any(word.startswith(wanted) for word in words)
