"""What was read of a page, for a later run that asks whether it changed."""

from dataclasses import replace

from sqlalchemy import select

from ideaaudit.models import PageObservation, PageState
from ideaaudit.storage.codec import unpack
from ideaaudit.storage.pages import Pages, html_of
from ideaaudit.storage.schema import page


class Revisits(Pages):
    def read_before(self, key: str, url: str, *, html: bool) -> PageObservation | None:
        """A page or document as it was read, without its rendering.

        None where it was not read whole, or its HTML is not kept any more.

        Args:
            html: whether its HTML is wanted too.
        """
        try:
            here = self._is(key, url)
        except KeyError:
            return None
        columns = select(page.c.seen, page.c.body)
        with self.reading() as connection:
            row = connection.execute(
                columns.where(here, page.c.state == PageState.WALKED.value)
            ).first()
        if row is None or not row.seen:
            return None
        seen = unpack(row.seen, PageObservation)
        if seen.file is not None:
            return seen if seen.file.complete and not seen.file.fault else None
        if row.body is None:
            return None
        body = html_of(row.body, self._packed((row.body,))) if html else None
        return None if html and body is None else replace(seen, served_html=body)
