import pytest

from audits.catalogue import load_checks
from tests.sites.pages import Resource, Site, load_sites
from tests.sites.patches import (
    Edit,
    Patch,
    PatchError,
    apply,
    load_patches,
    patched_sites,
)

PATCHES = load_patches()


def changed(before: Site, after: Site) -> set[str]:
    """The paths that answer differently, and the fields of the site that differ."""
    paths = before.resources.keys() | after.resources.keys()
    differing = {p for p in paths if before.resources.get(p) != after.resources.get(p)}
    fields = {
        name for name in ("headers", "behavior") if getattr(before, name) != getattr(after, name)
    }
    return differing | fields


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
def test_a_patch_changes_its_site_and_no_other(patch: Patch) -> None:
    clean, patched = load_sites(), patched_sites([patch.id])
    assert [key for key in clean if changed(clean[key], patched[key])] == [patch.planted_on]
    assert patch.site in clean


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
def test_a_patch_changes_what_its_edits_name(patch: Patch) -> None:
    before = load_sites()[patch.planted_on]
    paths = changed(before, apply(patch, before)) - {"headers", "behavior"}
    pages = {path for path, resource in before.resources.items() if resource.is_page}
    if any(edit.path == "*" for edit in patch.edits):
        assert {p for p in pages if not p.startswith("/embed/")} <= paths
    else:
        assert len(paths) <= 6
    assert bool(paths) == bool(patch.edits or patch.remove)


def test_every_head_has_a_planted_fault() -> None:
    checks = load_checks()
    failing = {check for patch in PATCHES.values() for check in (patch.check, *patch.also)}
    assert {checks[check].card.head for check in failing} == {
        check.card.head for check in checks.values()
    }


@pytest.mark.parametrize("patch", PATCHES.values(), ids=PATCHES)
def test_a_patch_tells_the_level_of_its_check(patch: Patch) -> None:
    assert patch.level == load_checks()[patch.check].card.level.value


def test_an_unknown_patch_is_refused_by_name() -> None:
    with pytest.raises(PatchError, match="no patch 'nonsense'"):
        patched_sites(["nonsense"])


def small_site() -> Site:
    page = Resource("<p>Low</p><p>High</p>", "text/html; charset=utf-8")
    return Site("www.x.gov", {"/": page, "/404": page}, (), {"Referrer-Policy": "no-referrer"})


def patch(**change: object) -> Patch:
    row: dict[str, object] = dict.fromkeys(
        ("id", "site", "planted_on", "check", "level", "what"), "x"
    )
    row |= {"also": (), "edits": (), "remove": (), "headers": (), "behavior": frozenset()}
    row |= {"copies": (), "alone": False}
    return Patch(**(row | change))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("change", "complaint"),
    [
        ({"edits": (Edit("/", "Middle"),)}, "'Middle' does not apply to '/'"),
        ({"edits": (Edit("/about", "Low"),)}, "does not apply to '/about'"),
        ({"edits": (Edit("/", "<p>Low", until="</div>"),)}, "does not apply"),
        ({"remove": ("/about",)}, "does not serve"),
        ({"headers": (("X-Other", ""),)}, "does not send 'X-Other'"),
        ({"behavior": frozenset({"flies"})}, "cannot do"),
    ],
)
def test_a_patch_that_does_not_apply_is_refused(change: dict[str, object], complaint: str) -> None:
    with pytest.raises(PatchError, match=complaint):
        apply(patch(**change), small_site())


def test_edits_replace_cut_and_set() -> None:
    edits = (Edit("/", "Low", "Ebb"), Edit("/", "<p>High", until="</p>"))
    headers = (("Referrer-Policy", ""), ("X-Frame-Options", "DENY"))
    after = apply(patch(edits=edits, headers=headers, remove=("/404",)), small_site())
    assert after.resources["/"].text == "<p>Ebb</p>"
    assert "/404" not in after.resources
    assert after.headers == {"X-Frame-Options": "DENY"}
