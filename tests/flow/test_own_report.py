"""The report is a public web page: it is held to what it asks of others."""

from pathlib import Path

from aiohttp import web

from ideaaudit.models import Outcome
from ideaaudit.storage import Store
from reports.write import write_report
from tests.flow.loopback import audit, loopback
from tests.reports.fiction import fictional_store

HOST = "report.test"
# The test serves it over http, where nothing could be secure.
SERVERS_OWN = {"tls-https", "tls-http-redirect"}


def test_our_report_passes_our_audit(tmp_path: Path) -> None:
    report = write_report(fictional_store(), tmp_path / "told").parent

    async def serve(request: web.Request) -> web.StreamResponse:
        path = (report / request.path.strip("/")).resolve()
        path = path / "index.html" if path.is_dir() else path
        known = path.is_relative_to(report.resolve()) and path.is_file()
        return web.FileResponse(path) if known else web.Response(status=404, text="no such page")

    with loopback({HOST: serve}) as served:
        walked = ("--pages", "60", "--render", "12")
        done = audit(tmp_path, f"http://{HOST}/", *served.connect_to, *walked, "--seed", "3")
    assert done.returncode in (0, 1), done.stderr
    run = Store.open(str(tmp_path / "store")).run()
    assert run.coverage(HOST).rendered == 12
    failed = {check for check, found in run.counts(HOST).items() if found.get(Outcome.FAILED)}
    assert failed <= SERVERS_OWN
