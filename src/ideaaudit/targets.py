"""Federal site lists in, Targets out: URLs, plain lists, and the lists as they are published."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

from ideaaudit.models import Target, Tier
from ideaaudit.web import identity, site_of

# The columns of the published lists, first that exists: the federal website index, the .gov
# registry, the public website inventory, GSA's own results, and our own.
URL_COLUMNS = ("url", "initial_url", "domain name", "website", "target_url", "host", "domain")
AGENCY_COLUMNS = ("agency", "target_url_agency_owner", "organization name")
BUREAU_COLUMNS = ("bureau", "target_url_bureau_owner", "suborganization name", "office")
BRANCH_COLUMNS = ("branch", "target_url_branch")
SOURCE_PREFIX = "source_list_"
LONGEST_FIELD = 1_000_000


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
    try:
        start = identity(text if "://" in text else f"https://{text}")
    except ValueError:
        raise TargetError(f"{url!r} is not a URL: write it as https://www.agency.gov.") from None
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
        TargetError: where the file cannot be read, names no site, or names an unknown tier.
    """
    try:
        lines = path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        raise TargetError(f"The target list {path} cannot be read: {reason}.") from error
    rows = _from_csv(lines) if _is_csv(lines) else _from_lines(lines)
    targets = unique(_numbered(rows, path))
    if not targets:
        raise TargetError(f"The target list {path} names no site.")
    return targets


def unique(targets: Iterable[Target]) -> tuple[Target, ...]:
    """Each site once, the first row of it."""
    found: dict[str, Target] = {}
    for target in targets:
        found.setdefault(target.site, target)
    return tuple(found.values())


def _is_csv(lines: list[str]) -> bool:
    first = next(iter(lines), "").lower()
    return "," in first and any(name.strip() in URL_COLUMNS for name in first.split(","))


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
        return Target(url[:200], url[:200], agency, bureau, branch, tier, excluded=fault)
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
    )


def _number(text: str) -> int | None:
    digits = text.replace(",", "")
    return int(digits) if digits.isdecimal() else None


def _first(row: dict[str, str], names: tuple[str, ...]) -> str:
    return next((row[name] for name in names if row.get(name)), "")
