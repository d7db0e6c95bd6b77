import base64
import gzip
import os
from pathlib import Path

import pytest

from crawler.observers.preload import read_preload_list

LIST = """// Copyright 2012 The Chromium Authors
// This file contains the HSTS preloaded list. https://hstspreload.org/
{
  "pinsets": [],
  // Entries.
  "entries": [
    { "name": "gov", "policy": "public-suffix", "mode": "force-https", "include_subdomains": true },
    { "name": "Agency.mil", "mode": "force-https", "include_subdomains": true },
    { "name": "alone.mil", "mode": "force-https" },
    { "name": "pinned.mil", "include_subdomains": true, "pins": "google" }
  ]
}
"""


def written(folder: Path, data: bytes) -> Path:
    path = folder / "list.json"
    path.write_bytes(data)
    os.utime(path, (1_790_000_000, 1_790_000_000))
    return path


@pytest.mark.parametrize(
    "data",
    [
        LIST.encode(),
        gzip.compress(LIST.encode()),
        base64.b64encode(LIST.encode()),
        base64.encodebytes(LIST.encode()),
        gzip.compress(base64.b64encode(LIST.encode())),
        b"\xef\xbb\xbf" + LIST.encode(),
    ],
    ids=["comments", "gzip", "Base64", "Base64 in lines", "both", "byte order mark"],
)
@pytest.mark.parametrize(
    ("site", "listed", "by"),
    [
        ("www.agency.gov", True, "gov"),
        ("apps.agency.mil:8443", True, "agency.mil"),
        ("alone.mil", False, ""),
        ("pinned.mil", False, ""),
        ("other.mil", False, ""),
        ("agency.com", False, ""),
    ],
)
def test_a_domain_is_listed_by_itself_or_by_what_is_above_it(
    tmp_path: Path, data: bytes, site: str, listed: bool, by: str
) -> None:
    found = read_preload_list(written(tmp_path, data)).seen_of(site)
    assert (found.listed, found.by) == (listed, by)


@pytest.mark.parametrize(
    ("head", "dated"),
    [("", "2026-09-21T14:13:20Z"), ("// Taken from Chromium on 2026-10-05.\n", "2026-10-05")],
)
def test_a_list_is_dated_by_its_head_or_by_its_file(tmp_path: Path, head: str, dated: str) -> None:
    found = read_preload_list(written(tmp_path, (head + LIST).encode()))
    assert found.seen_of("agency.gov").dated == dated


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b'{"entries": 7}',
        b'{"entries": [7]}',
        b"<html>",
        b"{",
        b"\x1f\x8bno",
        b"{" * 100_000,
    ],
)
def test_what_is_no_list_is_refused(tmp_path: Path, data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - json has messages of its own
        read_preload_list(written(tmp_path, data))
