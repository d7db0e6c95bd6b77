"""The sample sites, audited whole: clean they fail nothing, and each planted fault fails its check.

Patches of different sites do not touch each other, so that one audit carries one patch a site.
"""

from pathlib import Path

import pytest

from ideaaudit.models import Outcome
from ideaaudit.storage import RunStore, Store
from ideaaudit.web import site_of
from tests.flow.loopback import audit
from tests.sites.patches import Patch, load_patches
from tests.sites.server import serve

PATCHES = list(load_patches().values())


def rounds() -> list[list[Patch]]:
    """Patches in as few audits as there may be, no two of one audit on one site."""
    made: list[list[Patch]] = []
    for patch in PATCHES:
        touched = {patch.site, patch.planted_on}
        for group in made:
            if all(touched.isdisjoint({one.site, one.planted_on}) for one in group):
                group.append(patch)
                break
        else:
            made.append([patch])
    return made


def failures(folder: Path, patches: list[Patch]) -> dict[str, set[str]]:
    """Site to the checks that failed there, with these patches applied."""
    with serve(patch.id for patch in patches) as samples:
        table = [part for entry in samples.connect_to for part in ("--connect-to", entry)]
        targets = targets_of(folder, samples.targets_csv, {patch.site for patch in patches})
        trust = ("--ca-file", str(samples.ca_file))
        done = audit(folder, "--targets", targets, *trust, *table, "--quiet", seconds=400)
    assert done.returncode in (0, 1), done.stderr
    run = Store.open(str(folder / "store")).run()
    return {target.site: _failed(run, target.site) for target in run.targets()}


def targets_of(folder: Path, listed: Path, sites: set[str]) -> str:
    """The list of the sites to audit: those named, or all."""
    header, *rows = listed.read_text().splitlines()
    kept = [row for row in rows if not sites or site_of(row.split(",")[0]) in sites]
    path = folder / "targets.csv"
    path.write_text("\n".join([header, *kept]))
    return str(path)


def _failed(run: RunStore, site: str) -> set[str]:
    assert run.coverage(site).rendered == run.coverage(site).walked > 0
    return {check for check, found in run.counts(site).items() if found.get(Outcome.FAILED)}


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> dict[str, set[str]]:
    """What failed where, by patch; and with none, by site."""
    results = failures(tmp_path_factory.mktemp("clean"), [])
    for group in rounds():
        failed = failures(tmp_path_factory.mktemp("round"), group)
        results |= {patch.id: failed[patch.site] for patch in group}
    return results


def test_nothing_fails_where_nothing_is_planted(found: dict[str, set[str]]) -> None:
    clean = {site: failed for site, failed in found.items() if site.endswith(".gov")}
    assert len(clean) == 6
    assert not any(clean.values()), clean


@pytest.mark.parametrize("patch", PATCHES, ids=lambda patch: patch.id)
def test_each_planted_fault_fails_its_check_alone(found: dict[str, set[str]], patch: Patch) -> None:
    assert found[patch.id] == {patch.check}
