"""What makes two failures one fix: a cause's id, and the normalized path that it stands on.

The id is the first 16 hex digits of the SHA-256 over four parts joined by the unit separator:
check id, the tool's rule, the element's normalized path below its landmark, the failing datum.
Baselines, comparisons, SARIF and the fix list hang on it; a test holds its value.

A path is normalized so that one component on many pages gives one path: everything above the
outermost landmark (header, nav, main, footer, aside, search, or their roles) is dropped; of each
step there stay its tag, its role, and those ids and classes that have no digit and name no state;
positions, other attributes and text go. Without a landmark the path starts at the body.
"""

import re
from functools import lru_cache
from hashlib import sha256

from ideaaudit.models import AxeNode, Evidence

_LANDMARKS = frozenset({"header", "nav", "main", "footer", "aside", "search"})
_ROLES = {
    "banner": "header",
    "navigation": "nav",
    "main": "main",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "search",
}
_STATE = re.compile(
    r"(?:is-|usa-)?(?:active|current|selected|open(?:ed)?|closed?|expanded|collapsed|hover"
    r"|focus(?:ed)?|visible|hidden|load(?:ed|ing)|first|last|odd|even)",
    re.IGNORECASE,
)
_STEPS = re.compile(r"(?:\[[^\]]*\]?|\([^)]*\)?|[^\s>+~\[(])+")
_PART = re.compile(r"\[[^\]]*\]?|::?[\w-]+(?:\([^)]*\)?)?|[#.](?:\\.|[\w-])+|[a-zA-Z][\w-]*|\*")
_ROLE = re.compile(r"\[\s*role\s*[~|^$*]?=\s*['\"]?([\w-]+)", re.IGNORECASE)
_OWN_TAG = re.compile(r"<([a-zA-Z][\w-]*)([^>]*)")
_OWN_NAMES = re.compile(r"""(?<![\w-])(id|class)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))""", re.I)
_LONGEST = 300


def cause_id(check: str, evidence: Evidence) -> str:
    """16 hex digits that are the same wherever the same fix would mend the same check."""
    parts = (check, evidence.rule, evidence.path, evidence.datum)
    return sha256("\x1f".join(parts).encode("utf-8", "replace")).hexdigest()[:16]


def path_of(node: AxeNode) -> str:
    """The normalized path of an element that axe named; frames and shadow hosts lead it."""
    steps = [*_path(node.ancestry or (node.target[-1] if node.target else ""))]
    own = _own_step(node.markup)
    if own and steps:
        steps[-1] = own
    hosts = [" > ".join(_steps(selector)[-1:]) for selector in node.target[:-1]]
    return " >>> ".join([*filter(None, hosts), " > ".join(steps)])[-_LONGEST:]


def path_of_selector(selector: str) -> str:
    """The normalized path of a CSS selector; "" for none. Never raises."""
    inner = selector.rsplit(" >>> ", 1)[-1]
    return " > ".join(_path(inner))[-_LONGEST:]


# The same places fail on page after page.
@lru_cache(maxsize=8192)
def _path(selector: str) -> tuple[str, ...]:
    return tuple(_below_landmark(_steps(selector)))


def _steps(selector: str) -> list[str]:
    return [
        _normal_step(step) if len(step) <= _LONGEST else _normal_step.__wrapped__(step)
        for step in _STEPS.findall(selector)
    ]


@lru_cache(maxsize=8192)
def _normal_step(step: str) -> str:
    tag, role, names = "*", "", []
    for part in _PART.findall(step):
        if part[0] == "[":
            found = _ROLE.match(part)
            role = found[1].lower() if found else role
        elif part[0] in "#.":
            names.append(part)
        elif part[0] != ":":
            tag = part.lower()
    return tag + "".join(_stable(names)) + (f"[role={role}]" if role else "")


def _stable(names: list[str]) -> list[str]:
    """Ids and classes that a person chose: no digit in them, and no state of the moment."""
    kept = {name for name in names if not any(c.isdigit() for c in name)}
    return sorted(name for name in kept if not _STATE.fullmatch(name[1:]))


def _below_landmark(steps: list[str]) -> list[str]:
    for index, step in enumerate(steps):
        landmark = _landmark(step)
        if landmark:
            return [landmark, *steps[index + 1 :]]
    kept = [step for step in steps if step != "html"]
    return kept or steps


def _landmark(step: str) -> str:
    role = step.rpartition("[role=")[2].rstrip("]") if "[role=" in step else ""
    if role in _ROLES:
        return _ROLES[role]
    tag = re.split(r"[#.\[]", step, maxsplit=1)[0]
    return tag if tag in _LANDMARKS else ""


def _own_step(markup: str) -> str:
    """The element's own step, richer than its ancestry's, which has tags alone."""
    found = _OWN_TAG.match(markup)
    if not found:
        return ""
    names = []
    for kind, *values in _OWN_NAMES.findall(found[2]):
        mark = "#" if kind.lower() == "id" else "."
        names += [mark + name for name in "".join(values).split()]
    return found[1].lower() + "".join(_stable(names))
