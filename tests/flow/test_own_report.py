"""The report is a public web page: it is held to what it asks of others."""

from mimetypes import guess_type
from pathlib import Path

from aiohttp import web

from ideaaudit.models import Outcome
from ideaaudit.storage import Store
from reports.write import write_report
from tests.flow.loopback import audit, loopback
from tests.reports.fiction import fictional_store

HOST = "report.test"
INDEX = "index.html"
# What whoever serves the report adds to its files; the test does so over http.
SERVERS_OWN = {
    "sec-headers",
    "sec-security-txt",
    "seo-robots-file",
    "seo-sitemap",
    "tls-http-redirect",
    "tls-https",
}
# What binds the website of an agency, which a report is not.
AGENCYS_OWN = {
    "a11y-statement-footer",
    "brand-uswds-used",
    "link-accessibility",
    "link-usa-gov",
    "search-every-page",
    "std-contact-link",
    "std-contact-page",
}


def answer(report: Path, asked: str) -> web.Response:
    """A file of the report, compressed, each under one address."""
    if asked.endswith(f"/{INDEX}"):
        return web.Response(status=301, headers={"Location": asked.removesuffix(INDEX)})
    path = (report / asked.strip("/")).resolve()
    path = path / INDEX if path.is_dir() else path
    if not (path.is_relative_to(report.resolve()) and path.is_file()):
        return web.Response(status=404, text="no such page")
    kind = guess_type(path)[0] or "application/octet-stream"
    charset = "utf-8" if kind.startswith("text/") else None
    response = web.Response(body=path.read_bytes(), content_type=kind, charset=charset)
    response.headers["Cache-Control"] = "max-age=300"
    response.last_modified = path.stat().st_mtime
    response.enable_compression()
    return response


def test_our_report_passes_our_audit(tmp_path: Path) -> None:
    report = write_report(fictional_store(), tmp_path / "told").parent

    async def serve(request: web.Request) -> web.StreamResponse:
        return answer(report, request.path)

    with loopback({HOST: serve}) as served:
        walked = ("--pages", "60", "--render", "12")
        done = audit(tmp_path, f"http://{HOST}/", *served.connect_to, *walked, "--seed", "3")
    assert done.returncode in (0, 1), done.stderr
    run = Store.open(str(tmp_path / "store")).run()
    assert run.coverage(HOST).rendered == 12
    failed = {check for check, found in run.counts(HOST).items() if found.get(Outcome.FAILED)}
    assert failed - SERVERS_OWN - AGENCYS_OWN == set()
