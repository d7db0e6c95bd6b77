"""Documents as they are found on the web, made in the test: PDFs and office files."""

from collections.abc import Mapping
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

from pypdf import PdfWriter
from pypdf.generic import (
    ArrayObject,
    BooleanObject,
    DecodedStreamObject,
    DictionaryObject,
    NameObject,
    NumberObject,
    TextStringObject,
)

LINES = ("Application for a permit", "Name:", "Signature of applicant:")


def names(**items: object) -> DictionaryObject:
    """A dictionary of the PDF from plain values; text of the form "/X" is a name."""
    return DictionaryObject({NameObject(f"/{key}"): _made(value) for key, value in items.items()})


def _made(value: object) -> object:
    if isinstance(value, bool):
        return BooleanObject(value)
    if isinstance(value, int):
        return NumberObject(value)
    if isinstance(value, str):
        return NameObject(value) if value.startswith("/") else TextStringObject(value)
    return ArrayObject(_made(one) for one in value) if isinstance(value, (list, tuple)) else value


def field(kind: str, name: str, tooltip: str = "", **more: object) -> DictionaryObject:
    """A form field: "/Tx", "/Btn", "/Ch" or "/Sig"."""
    told = {"TU": tooltip} if tooltip else {}
    return names(FT=kind, T=name, Subtype="/Widget", Rect=[0, 0, 100, 20], **told, **more)


def pdf(
    *lines: str,
    pages: int = 1,
    image: bool = False,
    fields: tuple[DictionaryObject, ...] = (),
    form: Mapping[str, object] | None = None,
    password: str | None = None,
    owner: str = "",
    permissions: int = -1,
    title: str = "",
    **root: object,
) -> bytes:
    """A PDF whose every page has these lines of text.

    Args:
        image: whether a picture fills each page, as a scanner leaves it.
        form: further entries of /AcroForm; with `fields` or this there is a form.
        password: for opening it, "" for none; with it the file is encrypted.
        permissions: of an encrypted file, as in table 22 of ISO 32000.
        root: further entries of the document's catalog.
    """
    writer = PdfWriter()
    font = writer._add_object(names(Type="/Font", Subtype="/Type1", BaseFont="/Helvetica"))
    for _ in range(pages):
        _page(writer, lines, font, image)
    if fields or form is not None:
        listed = ArrayObject(writer._add_object(one) for one in fields)
        made = names(**(form or {})) | {NameObject("/Fields"): listed}
        writer.root_object[NameObject("/AcroForm")] = DictionaryObject(made)
    writer.root_object.update(names(**root))
    if title:
        writer.add_metadata({"/Title": title})
    if password is not None:
        writer.encrypt(password, owner or None, algorithm="AES-256", permissions_flag=permissions)
    out = BytesIO()
    writer.write(out)
    return out.getvalue()


def tagged(*lines: str, title: str = "A permit", language: str = "en", **more: object) -> bytes:
    """A PDF with all that a11y-pdf looks for."""
    return pdf(
        *(lines or LINES),
        title=title,
        MarkInfo=names(Marked=True),
        StructTreeRoot=names(Type="/StructTreeRoot", K=[names(S="/P")]),
        ViewerPreferences=names(DisplayDocTitle=True),
        Lang=language,
        **more,  # type: ignore[arg-type]
    )


def _page(writer: PdfWriter, lines: tuple[str, ...], font: object, image: bool) -> None:
    page = writer.add_blank_page(612, 792)
    shown = [f"BT /F1 12 Tf 72 {700 - 20 * i} Td ({one}) Tj ET" for i, one in enumerate(lines)]
    resources = names(Font=names(F1=font))
    if image:
        picture = DecodedStreamObject()
        picture.update(names(Type="/XObject", Subtype="/Image", Width=1, Height=1))
        picture.update(names(ColorSpace="/DeviceGray", BitsPerComponent=8))
        picture.set_data(b"\x00")
        resources[NameObject("/XObject")] = names(Im0=writer._add_object(picture))
        shown.append("q 612 0 0 792 0 0 cm /Im0 Do Q")
    content = DecodedStreamObject()
    content.set_data("\n".join(shown).encode("latin-1"))
    page[NameObject("/Contents")] = writer._add_object(content)
    page[NameObject("/Resources")] = resources


def package(parts: Mapping[str, str]) -> bytes:
    """An office file from its parts."""
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as zipped:
        for name, text in parts.items():
            zipped.writestr(name, text)
    return out.getvalue()


WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_PICTURE = (
    '<w:p><w:drawing><wp:inline xmlns:wp="urn:wp"><wp:docPr id="1" name="Picture 1"{}/>'
    '<pic:pic xmlns:pic="urn:pic"/></wp:inline></w:drawing></w:p>'
)


def docx(
    *lines: str, heading: str = "", alts: tuple[str | None, ...] = (), title: str = ""
) -> bytes:
    """A Word file with paragraphs, one heading, and pictures with these texts (None for none)."""
    style = '<w:pPr><w:pStyle w:val="berschrift1"/></w:pPr>'
    body = f"<w:p>{style}<w:r><w:t>{heading}</w:t></w:r></w:p>" if heading else ""
    body += "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in lines)
    body += "".join(_PICTURE.format(f' descr="{alt}"' if alt else "") for alt in alts)
    styles = '<w:style w:styleId="berschrift1"><w:name w:val="heading 1"/></w:style>'
    xmlns = f'xmlns:w="{WORD}"'
    return package(
        {
            "word/document.xml": f"<w:document {xmlns}><w:body>{body}</w:body></w:document>",
            "word/styles.xml": f"<w:styles {xmlns}>{styles}</w:styles>",
            "docProps/core.xml": f'<c xmlns:dc="urn:dc"><dc:title>{title}</dc:title></c>',
            "docProps/app.xml": "<p><Pages>3</Pages></p>",
        }
    )
