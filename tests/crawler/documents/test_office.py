import pytest

from crawler.documents import office
from crawler.documents.child import reading
from tests.pdfs import docx, package

DRAWING = (
    '<d xmlns:a="urn:a" xmlns:x="urn:x"><x:pic><x:nvPicPr><x:cNvPr id="1" descr="{}">{}</x:cNvPr>'
    "</x:nvPicPr></x:pic></d>"
)


def test_a_word_file() -> None:
    data = docx("One", "Two", heading="Top", alts=("A map", None, " "), title=" The  title ")
    found = reading(data, "docx")
    assert found["headings"] == 1
    assert (found["images"], found["images_without_alt"]) == (3, 2)
    assert found["title"] == "The title"
    assert found["pages"] == 3
    assert found["text"] == "Top\nOne\nTwo"


def test_a_paragraph_that_only_looks_like_a_heading_is_none() -> None:
    assert reading(docx("One"), "docx")["headings"] == 0


@pytest.mark.parametrize(
    ("text", "inside", "bare"),
    [
        ("A chart", "", 0),
        ("", "", 1),
        ("", '<a:x xmlns:a="urn:a"><a:decorative val="1"/></a:x>', 0),
        ("", '<a:x xmlns:a="urn:a"><a:decorative val="0"/></a:x>', 1),
    ],
)
def test_pictures_of_sheets_and_slides(text: str, inside: str, bare: int) -> None:
    drawing = DRAWING.format(text, inside)
    sheet = {"xl/drawings/drawing1.xml": drawing, "xl/worksheets/sheet1.xml": "<s/>"}
    found = reading(package(sheet), "xlsx")
    assert (found["images"], found["images_without_alt"], found["pages"]) == (1, bare, 1)
    assert found["headings"] is None
    found = reading(package({"ppt/slides/slide1.xml": drawing}), "pptx")
    assert (found["images"], found["images_without_alt"], found["pages"]) == (1, bare, 1)


def test_titles_of_slides_are_headings() -> None:
    slide = '<s xmlns:p="urn:p" xmlns:a="urn:a"><p:ph type="{}"/><a:t>Words</a:t></s>'
    parts = {
        f"ppt/slides/slide{n}.xml": slide.format(kind)
        for n, kind in enumerate(("ctrTitle", "body", "title"))
    }
    found = reading(package(parts), "pptx")
    assert (found["headings"], found["pages"]) == (2, 3)
    assert found["text"] == "WordsWordsWords"


def test_a_file_with_a_password_is_encrypted() -> None:
    data = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le")
    assert reading(data, "docx") == {"fault": "encrypted", "encrypted": True}


def test_a_part_that_unpacks_without_end_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office, "LONGEST_PART", 1000)
    assert reading(docx("x" * 2000), "docx") == {"fault": "damaged"}


def test_no_entity_and_no_file_of_the_machine_is_read() -> None:
    text = '<!DOCTYPE d [<!ENTITY e SYSTEM "file:///etc/passwd">]><d xmlns:w="u"><w:t>&e;</w:t></d>'
    assert "root" not in reading(package({"word/document.xml": text}), "docx").get("text", "")
