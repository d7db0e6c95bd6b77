"""Planted faults: small declarative changes to clean sites, each of which makes one check fail."""

import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache

from tests.sites import answers, chains, http2
from tests.sites.pages import HERE, Resource, Site, load_sites

MANIFEST = HERE / "patches.toml"
BEHAVIOR = answers.BEHAVIOR | chains.FAULTS | {http2.HTTP1_ONLY}
EVERY_PAGE = "*"


class PatchError(ValueError):
    """A patch that is not known, or that does not apply to the sites as they are."""


@dataclass(frozen=True, slots=True)
class Edit:
    """One change of text.

    Attributes:
        path: a served path, a pattern of paths, or "*" for every page.
        old: what is replaced, everywhere in the text; with `until`, what a cut begins with.
        until: what a cut ends with; both ends go.
        new: what stands there instead.
    """

    path: str
    old: str
    new: str = ""
    until: str = ""

    def __call__(self, text: str) -> str:
        """The text with the change made; the same text where there is nothing to change."""
        if not self.until:
            return text.replace(self.old, self.new)
        before, found, rest = text.partition(self.old)
        _, ended, after = rest.partition(self.until)
        return before + self.new + after if found and ended else text


@dataclass(frozen=True, slots=True)
class Patch:
    """A planted fault.

    Attributes:
        site: the key of the site where the check must fail.
        planted_on: the key of the site that is changed.
        check: the catalogue's id of the check that must fail; `level` is that check's.
        what: the fault in a sentence.
        also: checks that fail of necessity with it.
        remove: paths that are no longer served.
        copies: what is served at the first path is served at the second, too.
        alone: whether it hides what else is wrong with its site.
        headers: response headers to set, or to leave out where the value is "".
        behavior: what the server does wrongly, by name.
    """

    id: str
    site: str
    planted_on: str
    check: str
    level: str
    what: str
    also: tuple[str, ...]
    edits: tuple[Edit, ...]
    remove: tuple[str, ...]
    copies: tuple[tuple[str, str], ...]
    alone: bool
    headers: tuple[tuple[str, str], ...]
    behavior: frozenset[str]


@cache
def load_patches() -> dict[str, Patch]:
    """Every patch of the manifest by id, in its order."""
    rows = tomllib.loads(MANIFEST.read_text("utf-8"))["patch"]
    patches = [
        Patch(
            **{name: row[name] for name in ("id", "site", "check", "level", "what")},
            planted_on=row.get("planted_on", row["site"]),
            also=tuple(row.get("also", ())),
            edits=tuple(Edit(**edit) for edit in row.get("edits", ())),
            remove=tuple(row.get("remove", ())),
            copies=tuple((old, new) for old, new in row.get("copies", ())),
            alone=row.get("alone", False),
            headers=tuple(row.get("headers", {}).items()),
            behavior=frozenset(row.get("behavior", ())),
        )
        for row in rows
    ]
    return {patch.id: patch for patch in patches}


def patched_sites(ids: Iterable[str] = ()) -> dict[str, Site]:
    """Every site by key, with the named patches applied.

    Raises:
        PatchError: an id is not in the manifest, or a patch does not apply.
    """
    sites = dict(load_sites())
    for name in ids:
        patch = load_patches().get(name)
        if patch is None:
            raise PatchError(f"There is no patch {name!r}; known: {', '.join(load_patches())}.")
        sites[patch.planted_on] = apply(patch, sites[patch.planted_on])
    return sites


def apply(patch: Patch, site: Site) -> Site:
    """The site with the patch applied.

    Raises:
        PatchError: a text, path, header or behavior that it names is not there.
    """
    if unknown := patch.behavior - BEHAVIOR:
        raise PatchError(f"{patch.id}: the server cannot do {sorted(unknown)}.")
    if missing := set(patch.remove) - site.resources.keys():
        raise PatchError(f"{patch.id}: {site.host} does not serve {sorted(missing)}.")
    resources = {path: kept for path, kept in site.resources.items() if path not in patch.remove}
    resources |= {new: resources[old] for old, new in patch.copies}
    for edit in patch.edits:
        resources |= _edited(patch, edit, resources)
    return replace(
        site,
        resources=resources,
        index=tuple(entry for entry in site.index if entry.path in resources),
        headers=_headers(patch, site),
        behavior=site.behavior | patch.behavior,
    )


def _edited(patch: Patch, edit: Edit, resources: dict[str, Resource]) -> dict[str, Resource]:
    changed = {
        path: replace(resource, text=edit(resource.text))
        for path, resource in resources.items()
        if _meant(edit, path, resource) and edit(resource.text) != resource.text
    }
    if not changed:
        raise PatchError(f"{patch.id}: {edit.old!r} does not apply to {edit.path!r}.")
    return changed


def _meant(edit: Edit, path: str, resource: Resource) -> bool:
    if edit.path == EVERY_PAGE:
        return resource.is_page and not path.startswith("/embed/")
    return fnmatchcase(path, edit.path)


def _headers(patch: Patch, site: Site) -> dict[str, str]:
    headers = dict(site.headers)
    for name, value in patch.headers:
        if not value and name not in headers:
            raise PatchError(f"{patch.id}: {site.host} does not send {name!r}.")
        headers[name] = value
    return {name: value for name, value in headers.items() if value}
