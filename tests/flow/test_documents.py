"""Documents as a site's operator would see them read: few, politely, and never as pages."""

from pathlib import Path

import pytest
from aiohttp import web

from crawler.documents import read
from ideaaudit.models import FileSeen
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import audit, loopback, page
from tests.pdfs import LINES, docx, pdf, tagged

HOST = "papers.test"
FILES = {
    "/permit.pdf": tagged(),
    "/flat.pdf": pdf(*LINES),
    "/guide.docx": docx("How to apply", heading="Guide"),
    "/broken.pdf": b"%PDF-1.7 and nothing else",
}


async def site(request: web.Request) -> web.StreamResponse:
    match request.path:
        case "/":
            links = (*FILES, "/old.doc", "/download", "/page.pdf", "/gone.pdf", "/large.pdf", "/b")
            return page("<h1>Papers</h1>" + "".join(f'<a href="{x}">{x}</a> ' for x in links))
        case "/b":
            return page('<h1>Again</h1><a href="/permit.pdf">the permit</a>')
        case "/download":
            return web.Response(body=tagged(), content_type="application/pdf")
        case "/page.pdf":
            return page("<h1>This is a page after all</h1>")
        case "/large.pdf":
            answer = web.StreamResponse(headers={"Content-Length": str(read.MOST_BYTES + 1)})
            await answer.prepare(request)
            return answer
    body = FILES.get(request.path)
    return web.Response(status=404) if body is None else web.Response(body=body)


def walked(folder: Path, *arguments: str) -> tuple[RunStore, list[str]]:
    with loopback({HOST: site}) as served:
        told = ("--render", "1", "--seed", "7", *arguments)
        done = audit(folder, f"http://{HOST}/", *served.connect_to, *told)
        assert done.returncode in (0, 1), done.stderr
        return Store.open(str(folder / "store")).run(), served.pages(HOST)


def states(store: RunStore) -> dict[str, tuple[str, str, str]]:
    return {
        row.url.removeprefix(f"http://{HOST}"): (row.state.value, row.reason, row.page_class.value)
        for row in store.pages(HOST)
    }


def files(store: RunStore) -> dict[str, FileSeen]:
    return {
        seen.url.removeprefix(f"http://{HOST}"): seen.file
        for seen in store.page_observations(HOST)
        if seen.file is not None
    }


def test_documents_are_read_when_all_pages_are_done(tmp_path: Path) -> None:
    store, asked = walked(tmp_path)
    found = states(store)
    document = ("walked", "", "document")
    assert {url for url, state in found.items() if state == document} == {
        *FILES, "/download",
    }  # fmt: skip
    assert found["/large.pdf"] == ("walked", "too-large", "document")
    assert found["/page.pdf"] == ("walked", "", "content")
    assert found["/old.doc"][:2] == ("skipped", "not-html")
    assert found["/gone.pdf"][:2] == ("lost", "not-found")
    assert "/old.doc" not in asked
    assert max(asked.index("/b"), asked.index("/download")) < asked.index("/permit.pdf")
    read_as = files(store)
    assert read_as["/permit.pdf"].tagged is True
    assert read_as["/download"].tagged is True
    assert read_as["/flat.pdf"].tagged is False
    assert (read_as["/guide.docx"].kind, read_as["/guide.docx"].headings) == ("docx", 1)
    assert read_as["/broken.pdf"].fault == "damaged"
    assert (read_as["/large.pdf"].fault, read_as["/large.pdf"].complete) == ("size", False)
    coverage = store.coverage(HOST)
    assert (coverage.walked, coverage.documents) == (3, 5)
    assert ("too-large", 1) in coverage.lost
    assert coverage.complete


@pytest.mark.parametrize("budget", [0, 1])
def test_the_budget_leaves_the_walk_complete(tmp_path: Path, budget: int) -> None:
    store, asked = walked(tmp_path, "--documents", str(budget))
    found = states(store)
    assert "/flat.pdf" not in asked
    assert store.coverage(HOST).documents == budget
    assert store.coverage(HOST).complete
    assert found["/flat.pdf"][1] == ("not-sampled" if budget else "not-html")
    # The walk met this one first, for its address does not say what it is.
    assert found["/download"][0] == ("walked" if budget else "skipped")
