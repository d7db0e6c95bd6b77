from dataclasses import replace
from os import utime
from pathlib import Path

import pytest

from ideaaudit.models import Target, Tier
from ideaaudit.targets import TargetError, read_targets, target_of, unique

LISTS = Path(__file__).parents[2] / "shared" / "data"


def written(tmp_path: Path, text: str) -> Path:
    path = tmp_path / "list.csv"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_bare_host_is_read_as_https() -> None:
    assert target_of("www.Agency.gov").url == "https://www.agency.gov/"
    assert target_of("www.Agency.gov").site == "agency.gov"


@pytest.mark.parametrize(
    "url", ["", "not a url at all", "ftp://agency.gov", "http://", "https://[::"]
)
def test_what_is_no_url_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(TargetError, match="is not a URL: write it as"):
        target_of(url)


def test_a_plain_list_has_a_url_a_line(tmp_path: Path) -> None:
    path = written(tmp_path, "# ours\nagency.gov\n\nhttps://www.agency.gov/  # its twin\nb.gov\n")
    assert [target.site for target in read_targets(path)] == ["agency.gov", "b.gov"]


def test_a_csv_of_one_column_has_a_header_too(tmp_path: Path) -> None:
    path = written(tmp_path, '"URL"\nagency.gov\n')
    assert [target.site for target in read_targets(path)] == ["agency.gov"]


def test_a_csv_names_the_owners(tmp_path: Path) -> None:
    path = written(
        tmp_path,
        "URL,Agency,Bureau,Branch,Tier\nagency.gov,Agency,Bureau,Executive,principal\n",
    )
    (target,) = read_targets(path)
    assert target == Target(
        "https://agency.gov/", "agency.gov", "Agency", "Bureau", "Executive", Tier.PRINCIPAL
    )


def test_a_filtered_row_is_kept_and_excluded(tmp_path: Path) -> None:
    path = written(tmp_path, "initial_url,agency,filtered\ntest.agency.gov,Agency,TRUE\n")
    assert read_targets(path)[0].excluded


def test_a_row_that_is_no_url_is_kept_and_excluded(tmp_path: Path) -> None:
    good, bad = read_targets(written(tmp_path, "a.gov\nno url here\n"))
    assert not good.excluded
    assert bad.excluded == "line 2 of the list is not a URL"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("url,tier\na.gov,grand\n", "line 2: 'grand' is not a tier"),
        ("\n# nothing\n", "names no site"),
    ],
)
def test_a_bad_list_says_where(tmp_path: Path, text: str, words: str) -> None:
    with pytest.raises(TargetError, match=words):
        read_targets(written(tmp_path, text))


def test_a_missing_list_is_one_line(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="cannot be read: No such file"):
        read_targets(tmp_path / "none.csv")


@pytest.mark.parametrize(
    ("name", "rows"),
    [
        ("current-federal.csv", 1321),
        ("us-gov-public-website-inventory.csv", 1257),
        ("federal-website-index-2026-08-22.csv", 29635),
    ],
)
def test_the_published_lists_are_read_as_they_are(name: str, rows: int) -> None:
    if not (LISTS / name).exists():
        pytest.skip("the published lists are not beside this checkout")
    targets = read_targets(LISTS / name)
    assert len(targets) > rows * 0.98  # www twins in the lists are one site here
    assert all(target.agency for target in targets[:3])


@pytest.mark.parametrize(
    ("name", "text", "listed"),
    [
        ("index-2026-08-22.csv", "initial_url,source_list_omb_idea\na.gov,true\n",
         "federal website index of 2026-08-22"),
        ("x-2025-01-16.csv", "TARGET_URL, scan_date\na.gov,x\n",
         "Site Scanning results of 2025-01-16"),
        ("2026-01-02.csv", "Website,Agency,Bureau,Office\na.gov,A,B,C\n",
         "public website inventory of 2026-01-02"),
        ("registry-2026-01-02.csv", "Domain name,Domain type\na.gov,Federal\n", ""),
        ("ours-2026-01-02.csv", "url,agency\na.gov,A\n", ""),
        ("plain-2026-01-02.txt", "a.gov\n", ""),
    ],
)  # fmt: skip
def test_a_published_inventory_is_known_by_its_columns(
    tmp_path: Path, name: str, text: str, listed: str
) -> None:
    path = tmp_path / name
    path.write_text(text, encoding="utf-8")
    assert read_targets(path)[0].listed == listed


def test_an_inventory_without_a_day_in_its_name_is_of_its_last_change(tmp_path: Path) -> None:
    path = written(tmp_path, "website,agency,bureau,office\na.gov,A,B,C\n")
    utime(path, (1_790_000_000, 1_790_000_000))
    assert read_targets(path)[0].listed == "public website inventory of 2026-09-21"


@pytest.mark.parametrize(
    ("column", "value", "hisp"),
    [
        ("hisp", "Passport Services", "Passport Services"),
        ("Designated Service", "Renewal", "Renewal"),
        ("hisp", "", ""),
        ("hisp", "No", ""),
        ("other", "x", None),
    ],
)
def test_a_list_may_name_designated_services(
    tmp_path: Path, column: str, value: str, hisp: str | None
) -> None:
    path = written(tmp_path, f"url,{column}\na.gov,{value}\n")
    assert read_targets(path)[0].hisp == hisp


def test_a_site_that_is_named_keeps_what_a_list_knows_of_it() -> None:
    named = target_of("agency.gov", agency="Ours")
    row = replace(
        target_of("www.agency.gov", agency="Theirs"),
        listed="an inventory", hisp="Passports", visits=5, pageviews=7, sources=("dap",),
    )  # fmt: skip
    (both,) = unique([named, row])
    assert both == replace(row, url=named.url, agency="Ours")
    assert unique([row, named]) == (row,)
    zero = replace(row, hisp="", visits=0, pageviews=0)
    assert unique([zero, row]) == (zero,)
