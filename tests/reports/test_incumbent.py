import csv
import io
from pathlib import Path

import pytest

from ideaaudit.models import Measure, Target
from reports.incumbent import fields, write_incumbent
from tests.reports.fake_store import FakeSite
from tests.reports.fiction import fictional_store

DICTIONARY = Path(__file__).parents[3] / "shared" / "data" / "Site_Scanning_Data_Dictionary.csv"


def rows(*sites: FakeSite) -> list[dict[str, str]]:
    store = fictional_store()
    store.sites = {site.target.site: site for site in sites}
    out = io.StringIO(newline="")
    write_incumbent(store, out)
    return list(csv.DictReader(io.StringIO(out.getvalue(), newline="")))


def site(*named: tuple[str, str | int | float | bool | None], **target: object) -> FakeSite:
    one = FakeSite(Target("https://www.x.agency.gov/", "x.agency.gov", **target))  # type: ignore[arg-type]
    one.measures = [Measure(name, "x.agency.gov", "x.agency.gov", value) for name, value in named]
    return one


@pytest.mark.skipif(not DICTIONARY.exists(), reason="the published dictionary is not here")
def test_names_types_and_order_are_those_of_the_published_dictionary() -> None:
    with DICTIONARY.open(encoding="utf-8", newline="") as lines:
        published = [(row["field id"], row["data type"]) for row in csv.DictReader(lines)]
    assert [(field.id, field.type) for field in fields()] == published


def test_there_are_a_hundred_fields_each_once() -> None:
    assert len({field.id for field in fields()}) == len(fields()) == 100


def test_a_row_says_whose_the_host_is_and_how_it_was_listed() -> None:
    (row,) = rows(site(agency="A", bureau="B", branch="Executive", visits=3, sources=("dap", "a")))
    assert row["name"] == row["initial_domain"] == "x.agency.gov"
    assert (row["initial_base_domain"], row["initial_top_level_domain"]) == ("agency.gov", "gov")
    assert (row["agency"], row["bureau"], row["branch"]) == ("A", "B", "Executive")
    assert (row["filter"], row["visits"], row["pageviews"]) == ("false", "3", "")
    assert row["source_list"] == '["a","dap"]'


def test_an_excluded_site_has_its_row_too() -> None:
    assert rows(site(excluded="staging"))[0]["filter"] == "true"


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, ""),
        (True, "true"),
        (False, "false"),
        (605.9, "605.9"),
        (0, "0"),
        ("", ""),
        ("A title, with “quotes” and a\nnew line", "A title, with “quotes” and a\nnew line"),
        ("=HYPERLINK(1)", "'=HYPERLINK(1)"),
        (" +1", "' +1"),
        ("@sum", "'@sum"),
        ("-1", "'-1"),
        ("nul\x00", "nul⟨U+0000⟩"),
        ("\x1b[2J", "⟨U+001B⟩[2J"),
    ],
)
def test_a_value_as_a_cell(value: str | float | bool | None, cell: str) -> None:
    assert rows(site(("scan:title", value)))[0]["title"] == cell


def test_measures_of_checks_are_no_columns() -> None:
    (row,) = rows(site(("words", 7), ("scan:live", True)))
    assert row["live"] == "true"
    assert "words" not in row
