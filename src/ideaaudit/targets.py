"""Federal site lists in, Targets out: URLs, plain lists, and the lists as they are published."""

import csv
import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import urlsplit

from ideaaudit.mistyped import advice, reason_against, shown
from ideaaudit.models import Target, Tier
from ideaaudit.settings import DOMAIN, HOST, PATH
from ideaaudit.web import identity, site_of

# The columns of the published lists, first that exists: the federal website index, the .gov
# registry, the public website inventory, GSA's own results, and our own.
URL_COLUMNS = ("url", "initial_url", "domain name", "website", "target_url", "host", "domain")
AGENCY_COLUMNS = ("agency", "target_url_agency_owner", "organization name")
BUREAU_COLUMNS = ("bureau", "target_url_bureau_owner", "suborganization name", "office")
BRANCH_COLUMNS = ("branch", "target_url_branch")
SOURCE_PREFIX = "source_list_"
# Inventories of public websites as M-23-22 IV.A.2 means them, by columns that only they have.
INVENTORIES = (
    ("federal website index", {"initial_url", "source_list_omb_idea"}),
    ("Site Scanning results", {"initial_url", "scan_date"}),
    ("Site Scanning results", {"target_url", "scan_date"}),
    ("public website inventory", {"website", "agency", "bureau", "office"}),
)
HISP_COLUMNS = ("hisp", "hisp service", "designated service")
NO = frozenset({"", "no", "none", "false", "0", "n/a"})
LONGEST_FIELD = 1_000_000
# A list may have thousands of URLs of one site, which is one site all the same.
MOST_STARTS = 100


class TargetError(ValueError):
    """A list or a URL that cannot be read; the message says where and what to do."""


def target_of(
    url: str, *, agency: str = "", bureau: str = "", branch: str = "", tier: str = ""
) -> Target:
    """The target of one URL or bare host; https is assumed where no scheme is given.

    Raises:
        TargetError: where it is no http or https URL with a host, or the tier is unknown.
    """
    return Target(*_start(url), agency, bureau, branch, _tier(tier))


def _start(url: str) -> tuple[str, str]:
    """The URL to start from, and the site's key."""
    text = url.strip()
    reason = reason_against(text)
    try:
        start = "" if reason else identity(text if "://" in text else f"https://{text}")
    except ValueError:
        reason = "no host has such a name"
    if reason:
        raise TargetError(f"{shown(url)!r} is not a URL: {reason}; write it as {advice(url)}.")
    return start, site_of(start)


def _tier(name: str) -> Tier:
    try:
        return Tier(name.strip().lower() or "unknown")
    except ValueError:
        known = ", ".join(tier.value for tier in Tier)
        raise TargetError(f"{name!r} is not a tier: use one of {known}.") from None


def read_targets(path: Path) -> tuple[Target, ...]:
    """The targets of a file: one URL a line, or CSV with a header; each site once.

    A row that a published list marks as filtered (staging, internal), or whose URL is none, is
    kept and excluded, with its reason: one bad row of 30,000 stops nothing.

    Raises:
        TargetError: where the file cannot be read, names no site to audit, or an unknown tier.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise TargetError(f"The target list {path} cannot be read: {reason}.") from error
    rows = _from_csv(lines) if _is_csv(lines) else _from_lines(lines)
    listed = _inventory(lines, path)
    targets = unique(replace(one, listed=listed) for one in _numbered(rows, path))
    if not targets:
        raise TargetError(f"The target list {path} names no site.")
    if all(target.excluded for target in targets):
        raise TargetError(
            f"The target list {path} names no site to audit: {targets[0].excluded}. "
            "It has one URL a line, or is CSV with a column url."
        )
    return targets


def _inventory(lines: list[str], path: Path) -> str:
    """The published inventory that a file is, with the day in its name, else of its last change."""
    columns = {name.strip().lower() for name in next(csv.reader(lines[:1]), ())}
    for name, marks in INVENTORIES:
        if marks <= columns:
            day = re.search(r"20\d\d-[01]\d-[0-3]\d", path.name)
            changed = datetime.fromtimestamp(path.stat().st_mtime, UTC).date().isoformat()
            return f"{name} of {day[0] if day else changed}"
    return ""


def unique(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Each site once, the first row of it; what a list knows beside that comes from any row."""
    found: dict[str, Target] = {}
    for target in targets:
        first = found.setdefault(target.site, target)
        if first is not target:
            found[target.site] = _filled(first, target)
    return tuple(found.values())


def _filled(first: Target, later: Target) -> Target:
    """The first row with what only a later one says of inventories, traffic and services, and
    with its URL, where that leads deeper into the site."""
    deeper = [] if later.excluded else [url for url in later.starts if urlsplit(url).path != "/"]
    others = dict.fromkeys((*first.also, *(url for url in deeper if url != first.url)))
    return replace(
        first,
        also=tuple(others)[:MOST_STARTS],
        listed=first.listed or later.listed,
        hisp=later.hisp if first.hisp is None else first.hisp,
        visits=later.visits if first.visits is None else first.visits,
        pageviews=later.pageviews if first.pageviews is None else first.pageviews,
        sources=first.sources or later.sources,
    )


def _is_csv(lines: list[str]) -> bool:
    first = next(csv.reader(lines[:1]), [])
    return any(name.strip().lower() in URL_COLUMNS for name in first)


def _from_lines(lines: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    for number, line in enumerate(lines, 1):
        text = line.split("#")[0].strip()
        if text:
            yield number, {"url": text}


def _from_csv(lines: list[str]) -> Iterator[tuple[int, dict[str, str]]]:
    csv.field_size_limit(LONGEST_FIELD)
    reader = csv.DictReader(lines)
    reader.fieldnames = [name.strip().lower() for name in reader.fieldnames or ()]
    for row in reader:
        yield reader.line_num, {key: (value or "").strip() for key, value in row.items() if key}


def _numbered(rows: Iterator[tuple[int, dict[str, str]]], path: Path) -> Iterator[Target]:
    number = 0
    try:
        for number, row in rows:
            if _first(row, URL_COLUMNS):
                yield _from_row(row, f"line {number} of the list is not a URL")
    except (TargetError, csv.Error) as error:
        raise TargetError(f"{path}, line {number}: {error}") from error


def _from_row(row: dict[str, str], fault: str) -> Target:
    url, tier = _first(row, URL_COLUMNS), _tier(row.get("tier", ""))
    agency, bureau, branch = (
        _first(row, names) for names in (AGENCY_COLUMNS, BUREAU_COLUMNS, BRANCH_COLUMNS)
    )
    try:
        target = Target(*_start(url), agency, bureau, branch, tier)
    except TargetError:
        words = shown(url)
        fault = ": ".join(filter(None, (fault, reason_against(url))))
        return Target(words, words, agency, bureau, branch, tier, excluded=fault)
    filtered = row.get("filtered", row.get("filter", "")).lower() == "true"
    return replace(
        target,
        visits=_number(row.get("visits", "")),
        pageviews=_number(row.get("pageviews", "")),
        sources=tuple(
            name.removeprefix(SOURCE_PREFIX)
            for name, value in row.items()
            if name.startswith(SOURCE_PREFIX) and value.lower() == "true"
        ),
        excluded="the list marks it as staging or internal" if filtered else "",
        hisp=_hisp(row),
    )


def _hisp(row: dict[str, str]) -> str | None:
    """The designated service that a row names; None where the list has no such column."""
    for name in HISP_COLUMNS:
        if name in row:
            return "" if row[name].lower() in NO else row[name]
    return None


def _number(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() else None


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")


def read_scope(words: Iterable[str]) -> tuple[str, ...]:
    """What `--scope` names: "host", "domain", "path", and sites' keys of other hosts.

    Raises:
        TargetError: in one line, where a word is none of these.
    """
    found = dict.fromkeys(map(_scope_word, words))
    if PATH in found and len(found) > 1:
        raise TargetError("--scope path walks less than a host: name nothing else beside it.")
    return tuple(found) or (HOST,)


def _scope_word(word: str) -> str:
    if word in (HOST, DOMAIN, PATH):
        return word
    try:
        start, site = _start(word)
    except TargetError:
        start, site = "", ""
    parts = urlsplit(start)
    if parts.path != "/" or parts.query or not ("." in site or parts.hostname == "localhost"):
        raise TargetError(
            f"--scope {word!r} is none of host, domain or path, nor the name of a host: "
            "write it as apps.agency.gov, several with commas between them."
        )
    return site
