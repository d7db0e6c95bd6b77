"""What a PDF lacks beside its tags, for those who mend it (PDF/UA-1, WCAG 2.4.2, 3.1.1, 4.1.2)."""

from collections.abc import Iterator

from ideaaudit.models import FileSeen


def lacks_of(file: FileSeen) -> Iterator[tuple[str, str, str]]:
    """Each thing that is missing: a code, what it is, and what follows from it."""
    if not file.title:
        yield "title", "No title", "Viewers show the file's name instead (/Title)."
    elif not file.display_title:
        yield "display-title", "Title not shown", "/DisplayDocTitle is not set."
    if not file.language:
        yield "language", "No language", "A screen reader may use the wrong voice (/Lang)."
    if file.unnamed_fields:
        count = f"{file.unnamed_fields} of {file.fields}"
        yield "field-names", "Fields without a name", f"{count} fields have no tooltip (/TU)."
    if file.assistive is False:
        yield "permissions", "Closed to assistive technology", "By the file's own permissions."
