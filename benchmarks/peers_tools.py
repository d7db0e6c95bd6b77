"""The peers of `benchmarks.peers`: how each is got from its registry, set and run."""

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.metered import Used, metered
from crawler.browser.find import find_browser
from crawler.observers.axe import OPTIONS

# The newest of 2026-11-22. Unlighthouse needs Node.js 22.18, and both run on the same.
VERSIONS = {"node": "22.23.3", "pa11y-ci": "4.1.1", "unlighthouse": "0.18.1"}
PATIENCE = 120_000
CORES = len(os.sched_getaffinity(0))
# A rule is enabled by name where no tag that pa11y knows leads to it.
RULES = list(OPTIONS["rules"])
Findings = dict[str, list[str]]


@dataclass(frozen=True, slots=True)
class Lap:
    """One side over its pages once: what it used, and axe's rules that found something."""

    used: Used
    findings: Findings


class Tools:
    """Peers that are installed in a folder."""

    def __init__(self, folder: Path) -> None:
        """Installs what is missing.

        Raises:
            SystemExit: there is no npm, or a peer cannot be had; one line.
        """
        self.folder = folder.absolute()
        self.browser = find_browser().path
        for name, version in VERSIONS.items():
            self._install(name, version)
        self._node = str(self._module("node") / "bin" / "node")

    def pa11y(self, urls: Sequence[str], log: Path) -> Lap:
        """pa11y-ci with axe, one browser and as many pages in flight as there are cores.

        All pages share one context: with one for each, its default, 4.1.1 lost pages in both
        runs that were looked into with two in flight ("No target found for targetId").

        Raises:
            SystemExit: a page was lost.
        """
        found, settings = self.folder / "pa11y.json", self.folder / "pa11y-settings.json"
        found.unlink(missing_ok=True)
        defaults = {
            "runners": ["axe"],
            "rules": RULES,
            "includeWarnings": True,
            "includeNotices": True,
            "concurrency": CORES,
            "useIncognitoBrowserContext": False,
            "viewport": {"width": 1280, "height": 800},
            "timeout": PATIENCE,
            "chromeLaunchConfig": {"executablePath": self.browser, "args": ["--no-sandbox"]},
            "reporters": [["json", {"fileName": str(found)}]],
        }
        settings.write_text(json.dumps({"defaults": defaults, "urls": list(urls)}))
        script = self._module("pa11y-ci") / "bin" / "pa11y-ci.js"
        used = metered([self._node, str(script), "--config", str(settings)], log, {})
        if not found.exists():
            raise SystemExit(f"pa11y-ci ended with {used.code} and reported nothing: see {log}")
        findings: Findings = {}
        for url, issues in json.loads(found.read_text())["results"].items():
            if lost := [issue for issue in issues if "code" not in issue]:
                raise SystemExit(f"pa11y-ci: {url}: {lost[0].get('message')}")
            findings[_name(url)] = sorted({issue["code"] for issue in issues})
        return Lap(used, findings)

    def unlighthouse(self, origin: str, paths: Sequence[str], log: Path) -> Lap:
        """unlighthouse-ci with its four categories, a page a core; its walk is off, not its looks.

        Raises:
            SystemExit: a page has no score for accessibility.
        """
        root, told = self.folder / "unlighthouse-root", self.folder / "unlighthouse-out"
        shutil.rmtree(told, ignore_errors=True)
        root.mkdir(exist_ok=True)
        settings = {
            "site": origin,
            "urls": list(paths),
            "outputPath": str(told),
            "cache": False,
            "scanner": {"dynamicSampling": False, "robotsTxt": False, "sitemap": False},
            "puppeteerOptions": {"executablePath": self.browser, "args": ["--no-sandbox"]},
            "puppeteerClusterOptions": {"maxConcurrency": CORES, "timeout": 3 * PATIENCE},
        }
        config = root / "unlighthouse.config.mjs"
        config.write_text(f"export default {json.dumps(settings)}")
        script = self._module("unlighthouse") / "bin" / "unlighthouse-ci.mjs"
        command = [self._node, str(script), "--root", str(root), "--config-file", str(config)]
        used = metered(command, log, {"CHROME_PATH": self.browser})
        findings: Findings = {}
        for report in told.rglob("lighthouse.json"):
            said = json.loads(report.read_text())
            if said["categories"]["accessibility"]["score"] is not None:
                failed = (name for name, one in said["audits"].items() if one["score"] == 0)
                findings[_name(said["requestedUrl"])] = sorted(failed)
        if lost := set(map(_name, paths)) - findings.keys():
            raise SystemExit(f"Unlighthouse has no score for {sorted(lost)}: see {log}")
        return Lap(used, findings)

    def _module(self, name: str) -> Path:
        return self.folder / name / "node_modules" / name

    def _install(self, name: str, version: str) -> None:
        if self._module(name).exists():
            return
        where = self.folder / name
        where.mkdir(parents=True, exist_ok=True)
        command = ["npm", "install", "--prefix", str(where), "--no-audit", "--no-fund"]
        environment = {**os.environ, "PUPPETEER_SKIP_DOWNLOAD": "1"}
        try:
            subprocess.run(
                [*command, f"{name}@{version}"],
                env=environment,
                cwd=where,
                capture_output=True,
                timeout=900,
                check=True,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise SystemExit(f"{name} {version} cannot be had by npm: {error}") from error


def _name(url: str) -> str:
    return url.rstrip("/").rpartition("/")[2]
