"""Other hosts of the audited sites' domains: what an operator may want to audit next."""

import csv
import json
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TextIO
from urllib.parse import urlsplit

from ideaaudit.models import HostSeen, Target
from reports.incumbent import cell
from reports.source import Source

FILE = "other-hosts.csv"
COLUMNS = ("url", "agency", "bureau", "branch", "found_on", "found_by")


@dataclass(frozen=True, slots=True)
class OtherHost:
    """A host, and whether this run has it: as a site of its own, or in the scope of this one."""

    host: HostSeen
    in_run: bool


def other_hosts(source: Source, target: Target) -> tuple[OtherHost, ...]:
    """The other hosts that one site's walk came upon, by name."""
    words = json.loads(source.run.settings.get("scope", "[]"))
    wide = "domain" in words
    here = {one.site for one in source.targets() if not one.excluded} | set(words)
    return tuple(OtherHost(host, wide or host.name in here) for host in source.hosts(target.site))


def write_hosts(source: Source, targets: Iterable[Target], out: TextIO) -> int:
    """Write the hosts that the run does not have, each once, as a list that `--targets` reads;
    say how many there are."""
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(COLUMNS)
    told: set[str] = set()
    for target in targets:
        for one in other_hosts(source, target):
            if one.in_run or one.host.name in told:
                continue
            told.add(one.host.name)
            ways = " ".join(name for name, _ in one.host.found_by)
            owner = (target.agency, target.bureau, target.branch)
            row = (_front(one.host), *owner, target.site, ways)
            writer.writerow([cell(value) for value in row])
    return len(told)


def _front(host: HostSeen) -> str:
    """The front page of a host."""
    parts = urlsplit(host.url)
    return f"{parts.scheme}://{parts.netloc}/"
