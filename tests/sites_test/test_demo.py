from tests.sites.demo import PLANTED, command
from tests.sites.pages import load_sites
from tests.sites.patches import load_patches, patched_sites
from tests.sites.server import Samples


def test_every_agency_has_planted_faults() -> None:
    sites = {load_patches()[name].planted_on for name in PLANTED}
    for domain in ("tides-sample.gov", "maps-sample.gov", "nightskies-sample.gov"):
        assert any(site.endswith(domain) for site in sites)


def test_the_planted_faults_apply_together() -> None:
    assert patched_sites(PLANTED) != load_sites()


def test_the_command_names_the_root_the_targets_and_every_door(samples: Samples) -> None:
    words = command(samples, "somewhere")
    assert words[1:4] == ["-m", "ideaaudit", "audit"]
    assert words.count("--connect-to") == len(samples.connect_to)
    assert words[words.index("--ca-file") + 1] == str(samples.ca_file)
    assert "--connect-to-only" in words
    assert words[words.index("--out") + 1] == "somewhere"
