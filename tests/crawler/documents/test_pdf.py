import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crawler.documents.child import reading
from crawler.documents.pdf import LONGEST_TEXT
from tests.pdfs import LINES, docx, field, names, pdf, tagged

FIELDS = (
    field("/Tx", "name", "Your name"),
    field("/Ch", "state"),
    field("/Btn", "agree", "I agree"),
    field("/Btn", "send", "Send", Ff=1 << 16),
    field("/Sig", "signature"),
)


def test_a_tagged_document() -> None:
    found = reading(tagged(title="A  permit", language="es-PR"), "pdf")
    assert found["tagged"] is True
    assert found["title"] == "A permit"
    assert found["display_title"] is True
    assert found["language"] == "es-PR"
    assert (found["pages"], found["text_pages"], found["images"]) == (1, 1, 0)
    assert found["encrypted"] is False


def test_a_document_without_anything() -> None:
    found = reading(pdf(), "pdf")
    assert found["tagged"] is False
    assert found["display_title"] is False
    assert (found["title"], found["language"], found["form"], found["text_pages"]) == ("",) * 3 + (
        0,
    )


@pytest.mark.parametrize(
    ("root", "expected"),
    [
        ({"MarkInfo": names(Marked=True)}, None),
        ({"StructTreeRoot": names(K=[1])}, None),
        ({"MarkInfo": names(Marked=False), "StructTreeRoot": names(K=[1])}, None),
        ({"MarkInfo": names(Marked=True), "StructTreeRoot": names(Type="/StructTreeRoot")}, None),
        ({"MarkInfo": names(Marked=False)}, False),
        ({"MarkInfo": names(Marked=True), "StructTreeRoot": names(K=[1])}, True),
        ({"MarkInfo": "odd", "StructTreeRoot": 3}, False),
    ],
)
def test_tagged_needs_both_the_mark_and_a_structure(
    root: dict[str, object], expected: bool | None
) -> None:
    assert reading(pdf(**root), "pdf")["tagged"] is expected  # type: ignore[arg-type]


def test_a_scan_has_pictures_and_no_text() -> None:
    found = reading(pdf(pages=3, image=True), "pdf")
    assert (found["pages"], found["text_pages"], found["images"]) == (3, 0, 3)


def test_fields_are_counted_by_what_one_does_with_them() -> None:
    found = reading(pdf(*LINES, fields=FIELDS), "pdf")
    assert found["form"] == "acroform"
    assert (found["fields"], found["unnamed_fields"], found["signature_fields"]) == (3, 1, 1)


def test_a_field_below_another_takes_its_type_and_a_widget_is_no_field() -> None:
    group = names(T="person", FT="/Tx", Kids=[names(T="first", TU="First"), names(T="last")])
    choice = names(T="choice", FT="/Btn", TU="Choice", Kids=[names(AS="/a"), names(AS="/b")])
    found = reading(pdf(fields=(group, choice)), "pdf")
    assert (found["fields"], found["unnamed_fields"]) == (3, 1)


@pytest.mark.parametrize(
    ("fields", "form", "root", "shape"),
    [
        ((), None, {}, ""),
        ((), {}, {}, ""),
        ((), {"XFA": "x"}, {}, "xfa-dynamic"),
        (FIELDS, {"XFA": "x"}, {}, "xfa"),
        (FIELDS, {"XFA": "x"}, {"NeedsRendering": True}, "xfa-dynamic"),
        (FIELDS[-1:], None, {}, "acroform"),
    ],
)
def test_the_shape_of_a_form(fields: object, form: object, root: object, shape: str) -> None:
    assert reading(pdf(fields=fields, form=form, **root), "pdf")["form"] == shape  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("password", "permissions", "fault", "assistive"),
    [
        ("", -1, None, True),
        ("", -3904, None, False),
        ("", -3904 | 512, None, True),
        ("secret", -1, "encrypted", True),
    ],
)
def test_encryption(password: str, permissions: int, fault: object, assistive: bool) -> None:
    found = reading(pdf("x", password=password, owner="o", permissions=permissions), "pdf")
    assert found["encrypted"] is True
    assert found.get("fault") == fault
    assert found["assistive"] is assistive


def test_long_documents_are_read_at_both_ends() -> None:
    found = reading(pdf("x" * 2000, pages=40), "pdf")
    assert found["pages"] == 40
    assert found["text_pages"] == 16
    assert len(found["text"]) == LONGEST_TEXT


MUTATED = (tagged(fields=FIELDS), pdf("x", password="", owner="o"), pdf(image=True), docx("Hello"))


@settings(max_examples=150)
@given(st.integers(0, len(MUTATED) - 1), st.integers(0, 2**32))
def test_no_bytes_break_it(which: int, seed: int) -> None:
    data = bytearray(MUTATED[which])
    draw = random.Random(seed)
    for _ in range(draw.randint(1, 30)):
        at = draw.randrange(len(data))
        data[at : at + draw.randint(0, 4)] = draw.randbytes(draw.randint(0, 4))
    found = reading(bytes(data), "pdf" if which < 3 else "docx")
    assert isinstance(found, dict)
