from contextlib import suppress
from dataclasses import replace
from os import utime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideaaudit.mistyped import advice
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
    "url", ["", "not a url at all", "-agency.gov", "http://", "https://[::", "https:///x", "--"]
)
def test_what_is_no_url_is_refused_in_one_line(url: str) -> None:
    with pytest.raises(TargetError, match=r"is not a URL: [^\n]+; write it as https://www\.agency"):
        target_of(url)


WHOLE, DOT = "is not the whole name", "a dot too many"
PORT, OTHER = "a number from 1 to 65535", "only http and https"


@pytest.mark.parametrize(
    ("typed", "reason"),
    [
        ("https:/agency.gov", WHOLE),
        ("https//agency.gov", WHOLE),
        ("https:agency.gov", WHOLE),
        ("https:\\\\agency.gov", WHOLE),
        ("http://https://agency.gov", WHOLE),
        ("ftp://agency.gov", OTHER),
        ("htps://agency.gov", OTHER),
        ("agency..gov", DOT),
        (".agency.gov", DOT),
        ("agency.gov:99999", PORT),
        ("https://agency.gov:0/x", PORT),
        ("agency .gov", "no blank"),
        ("me@agency.gov", "an e-mail address"),
        ("<https://agency.gov>", "a character that no host has"),
    ],
)
def test_a_slip_is_told_with_what_to_type(typed: str, reason: str) -> None:
    with pytest.raises(TargetError, match=rf"{reason}.*; write it as https://agency\.gov\.$"):
        target_of(typed)


@pytest.mark.parametrize(
    "typed", ["agency", "http//nonsense", "1234", "256.1.1.1", "a" * 64 + ".gov"]
)
def test_what_can_be_no_site_is_not_asked_for(typed: str) -> None:
    with pytest.raises(TargetError, match="is not a URL"):
        target_of(typed)


@pytest.mark.parametrize(
    ("typed", "url"),
    [
        ("Agency.GOV.", "https://agency.gov/"),
        (" HTTP://agency.gov:8080 ", "http://agency.gov:8080/"),
        ("agency.gov:443", "https://agency.gov/"),
        ("b\u00fcro.gov", "https://xn--bro-hoa.gov/"),
        ("http://staging", "http://staging/"),
        ("localhost:8000", "https://localhost:8000/"),
        ("127.0.0.1", "https://127.0.0.1/"),
        ("[::1]:8000", "https://[::1]:8000/"),
        ("agency.gov/a b?c@d", "https://agency.gov/a%20b?c@d"),
    ],
)
def test_what_is_clear_is_taken_as_it_is_meant(typed: str, url: str) -> None:
    assert target_of(typed).url == url


@given(st.text() | st.text(alphabet="htps:/\\.@[]a1\u0661-_ %#?\0\uff0e", max_size=25))
def test_whatever_is_typed_is_a_site_or_refused_and_advice_is_a_site(typed: str) -> None:
    with suppress(TargetError):
        assert target_of(typed).site
    assert target_of(advice(typed)).site


def test_a_password_is_neither_used_nor_repeated(tmp_path: Path) -> None:
    with pytest.raises(TargetError, match="belong in IDEAAUDIT_CREDENTIALS") as told:
        target_of("https://user:hunter2@agency.gov")
    assert "hunter2" not in str(told.value)
    _, bad = read_targets(written(tmp_path, "a.gov\nhttps://user:hunter2@agency.gov\n"))
    assert "hunter2" not in repr(bad)


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
    rows = "initial_url,agency,filtered\ntest.agency.gov,Agency,TRUE\na.gov,Agency,FALSE\n"
    staging, site = read_targets(written(tmp_path, rows))
    assert staging.excluded
    assert not site.excluded


def test_a_row_that_is_no_url_is_kept_and_excluded(tmp_path: Path) -> None:
    good, bad = read_targets(written(tmp_path, "a.gov\nno url here\n"))
    assert not good.excluded
    assert bad.excluded.startswith("line 2 of the list is not a URL: several sites are given one")


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("url,tier\na.gov,grand\n", "line 2: 'grand' is not a tier"),
        ("\n# nothing\n", "names no site"),
        ("", "names no site"),
        ("<html>\n<p>Not a list\n", "no site to audit: line 1 .* one URL a line, or is CSV with"),
        ("Site;Agency\na.gov;Ours\n", "no site to audit: line 1 .* with a column url"),
        ("initial_url,filtered\na.gov,true\n", "no site to audit: the list marks it as staging"),
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
