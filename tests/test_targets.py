from pathlib import Path

import pytest

from ideaaudit.models import Target, Tier
from ideaaudit.targets import TargetError, read_targets, target_of

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
