from pathlib import Path

import pytest

from crawler.visited import bare, most_visited
from ideaaudit.settings import SettingsError


@pytest.fixture
def listed(tmp_path: Path):
    def keep(text: str | bytes) -> str:
        file = tmp_path / f"{len(list(tmp_path.iterdir()))}.csv"
        file.write_bytes(text if isinstance(text, bytes) else text.encode())
        return str(file)

    return keep


@pytest.mark.parametrize(
    "text",
    [
        "https://www.agency.gov/forms/\nhttps://agency.gov/\n\nhttps://agency.gov/forms\n",
        "page,page_title,pageviews\nwww.agency.gov/forms,Forms,900\nagency.gov,Home,12\n",
        'domain_rank,page,visits\n1,"agency.gov/forms/",9\n2,"https://agency.gov/#top",3\n',
        "\ufeffagency.gov/forms\r\nagency.gov\r\n",
    ],
)
def test_the_first_address_of_each_line_is_kept_in_order(listed, text: str) -> None:
    assert most_visited(listed(text)) == ("agency.gov/forms", "agency.gov")


def test_spellings_of_an_address_are_one() -> None:
    same = (
        "http://www.agency.gov/a/",
        "https://agency.gov/a",
        "agency.gov/a#top",
        "www.agency.gov/a",
    )
    assert {bare(url) for url in same} == {"agency.gov/a"}


@pytest.mark.parametrize("text", ["", "page,visits\n", "Forms, 900\n", b"\xff\xfe\x00"])
def test_what_names_no_page_is_refused_in_one_line(listed, text: str | bytes) -> None:
    with pytest.raises(SettingsError, match="--visited") as refused:
        most_visited(listed(text))
    assert "\n" not in str(refused.value)


def test_a_file_that_is_not_there_is_refused() -> None:
    with pytest.raises(SettingsError, match="cannot be read: No such file"):
        most_visited("/nowhere/list.csv")


def test_no_file_is_no_list() -> None:
    assert most_visited("") == ()
