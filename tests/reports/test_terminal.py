import io
from pathlib import Path

from rich.console import Console

from reports.terminal import print_summary
from tests.reports.fake_store import FakeStore
from tests.reports.fiction import fictional_store
from tests.reports.hostile import hostile_store

FAR = Path("/reports", *(["a-very-long-way"] * 8), "index.html")


def printed(store: FakeStore, index: Path | None = None, *, terminal: bool = False) -> str:
    out = io.StringIO()
    width = 200 if terminal else None
    print_summary(store, index, Console(file=out, force_terminal=terminal, width=width))
    return out.getvalue()


def test_it_is_plain_text_of_80_columns_when_it_is_no_terminal() -> None:
    text = printed(fictional_store(), Path("/reports/index.html"))
    assert "\x1b" not in text
    assert max(map(len, text.splitlines())) <= 80


def test_it_is_colored_and_no_wider_on_a_terminal() -> None:
    assert "\x1b[" in printed(fictional_store(), terminal=True)


def test_it_names_heads_fixes_what_was_not_seen_and_the_report() -> None:
    text = printed(fictional_store(), FAR)
    rows = [line.split() for line in text.splitlines()]
    assert ["Accessible", "2", "3", "5", "0", "11"] in rows
    assert ["All", "13", "24", "86", "1", "77"] in rows
    assert "5. Strict Transport Security for a year or more: https://orchards.gov/ sends" in text
    assert "Must, 334 pages, 2 sites (tls-hsts)" in text
    assert "Not audited: weather.kites.gov (the site refused the auditor)" in text
    assert "Note: robots.txt was ignored, as asked." in text
    assert text.splitlines()[-1] == f"Report: {FAR}"


def test_strangers_cannot_steer_the_terminal_or_its_markup() -> None:
    store = hostile_store()
    text = printed(store)
    assert "\x1b" not in text
    assert "\u202e" not in text
    assert "\x07" not in text
