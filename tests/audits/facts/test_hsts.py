import csv
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.hsts import YEAR, Hsts, hsts_of

ROWS = list(
    csv.DictReader((Path(__file__).parent / "https" / "hsts.csv").open("r", -1, "utf-8"),
                   delimiter="|", quoting=csv.QUOTE_NONE)
)  # fmt: skip


def test_every_row_is_there() -> None:
    assert len(ROWS) == 31


@pytest.mark.parametrize("row", ROWS, ids=[row["case"] for row in ROWS])
def test_a_header_is_read_as_browsers_do(row: dict[str, str]) -> None:
    age = None if row["max_age"] == "unknown" else int(row["max_age"])
    wanted = Hsts(age, row["subdomains"] == "yes", row["preload"] == "yes", row["fault"])
    assert hsts_of(row["header"]) == wanted


@given(st.text(max_size=300))
def test_no_header_breaks_it(header: str) -> None:
    found = hsts_of(header)
    assert (found.max_age is None) == bool(found.fault)
    assert found.max_age is None or found.max_age >= 0


@given(
    st.permutations(["max-age=31536000", "includeSubDomains", "preload", "x=y"]),
    st.lists(st.sampled_from([";", " ; ", ";;", ";\t"]), min_size=3, max_size=3),
    st.booleans(),
)
def test_order_spacing_and_case_do_not_matter(
    parts: list[str], marks: list[str], upper: bool
) -> None:
    header = "".join(part + mark for part, mark in zip(parts, [*marks, ""], strict=True))
    assert hsts_of(header.upper() if upper else header) == Hsts(YEAR, True, True)


@given(st.integers(0, 10**17), st.booleans())
def test_any_number_of_seconds_is_kept(age: int, quoted: bool) -> None:
    found = hsts_of(f'max-age="{age}"' if quoted else f"max-age={age}")
    assert found.max_age == age
    assert (found.on, found.strong) == (age > 0, age >= YEAR)


@given(st.text(max_size=80))
def test_what_follows_a_comma_is_another_header(rest: str) -> None:
    assert hsts_of("max-age=1, " + rest) == Hsts(1)


def test_a_void_header_asks_for_nothing() -> None:
    assert not Hsts().on
    assert not Hsts().strong
    assert not Hsts().ready
