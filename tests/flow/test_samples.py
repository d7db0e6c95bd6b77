"""The sample sites, audited whole: clean they fail nothing, and a planted fault fails its checks.

One audit carries many patches: each is told by its checks and by where they fail.
"""

from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from audits.catalogue import load_checks
from ideaaudit.models import Level, Outcome
from ideaaudit.storage import RunStore, Store
from ideaaudit.targets import read_targets
from ideaaudit.web import site_of
from tests.flow.loopback import audit
from tests.sites.patches import Patch, PatchError, load_patches, patched_sites
from tests.sites.server import TARGETS, serve

PATCHES = list(load_patches().values())


class Failure(NamedTuple):
    """A check that failed, and the site or agency where it did."""

    where: str
    check: str


@cache
def expected(patch: Patch) -> tuple[Failure, ...]:
    """What must fail where the patch is applied, its own check first."""
    checks = [load_checks()[name].card for name in (patch.check, *patch.also)]
    agency = agencies()[patch.site]
    return tuple(
        Failure(agency if check.level is Level.AGENCY else patch.site, check.id) for check in checks
    )


@cache
def agencies() -> dict[str, str]:
    """Site to agency."""
    return {target.site: target.agency for target in read_targets(TARGETS)}


def rounds() -> list[list[Patch]]:
    """Patches in as few audits as there may be, such that those of one can be told apart."""
    made: list[list[Patch]] = []
    for patch in PATCHES:
        group = next((group for group in made if _fits(patch, group)), None)
        if group is None:
            made.append(group := [])
        group.append(patch)
    return made


def _fits(patch: Patch, group: list[Patch]) -> bool:
    """Whether nothing of the group hides this fault or fails its check, nor it theirs."""
    for other in group:
        is_near = not {patch.site, patch.planted_on}.isdisjoint({other.site, other.planted_on})
        if is_near and (patch.alone or other.alone):
            return False
        if expected(patch)[0] in expected(other) or expected(other)[0] in expected(patch):
            return False
    try:
        patched_sites(one.id for one in [*group, patch])
    except PatchError:
        return False
    return True


def failures(folder: Path, patches: list[Patch]) -> set[Failure]:
    """All that failed with these patches applied; with none, on all sites."""
    with serve(patch.id for patch in patches) as samples:
        table = [part for entry in samples.connect_to for part in ("--connect-to", entry)]
        targets = targets_of(folder, samples.targets_csv, {patch.site for patch in patches})
        trust = ("--ca-file", str(samples.ca_file))
        done = audit(folder, "--targets", targets, *trust, *table, "--quiet", seconds=600)
    assert done.returncode in (0, 1), done.stderr
    run = Store.open(str(folder / "store")).run()
    sites = [target.site for target in run.targets()]
    for site in sites:
        assert run.coverage(site).rendered == run.coverage(site).walked > 0
    found = {Failure(site, check) for site in sites for check in _failed(run, site=site)}
    names = {agencies()[site] for site in sites}
    return found | {Failure(name, check) for name in names for check in _failed(run, agency=name)}


def targets_of(folder: Path, listed: Path, sites: set[str]) -> str:
    """The list of the sites to audit: those named, or all."""
    header, *rows = listed.read_text().splitlines()
    kept = [row for row in rows if not sites or site_of(row.split(",")[0]) in sites]
    path = folder / "targets.csv"
    path.write_text("\n".join([header, *kept]))
    return str(path)


def _failed(run: RunStore, **whose: str) -> set[str]:
    return {check for check, found in run.counts(**whose).items() if found.get(Outcome.FAILED)}


class Round(NamedTuple):
    """One audit: what was planted, and what failed."""

    patches: list[Patch]
    failed: set[Failure]


@pytest.fixture(scope="module")
def audited(tmp_path_factory: pytest.TempPathFactory) -> list[Round]:
    """Every audit, the clean one first."""
    return [
        Round(group, failures(tmp_path_factory.mktemp("round"), group)) for group in [[], *rounds()]
    ]


def test_nothing_fails_but_what_is_planted(audited: list[Round]) -> None:
    for group, failed in audited:
        assert failed == set().union(*map(expected, group)), [patch.id for patch in group]


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.id)
def test_each_planted_fault_fails_its_checks(audited: list[Round], patch: Patch) -> None:
    failed = next(failed for group, failed in audited if patch in group)
    assert set(expected(patch)) <= failed
