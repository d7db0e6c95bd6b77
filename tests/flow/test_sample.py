"""The sample of a site whose pages scripts write, as its user meets it."""

from collections import Counter
from pathlib import Path

from aiohttp import web

from ideaaudit.models import BY_CHANCE, PageRow
from ideaaudit.storage import Store
from ideaaudit.structure import UNWRITTEN
from tests.flow.loopback import audit, loopback

HOST = "scripted.test"
SHELL = """<!doctype html><html lang=en><head><title>Agency</title></head>
<body><div id=root></div><script>
const news = Array.from({length: 24}, (_, n) => "/news/" + n);
const labs = Array.from({length: 12}, (_, n) => "/labs/" + n);
const links = [...news, ...labs].map(to => `<a href="${to}">${to}</a>`).join(" ");
const kind = location.pathname.split("/")[1];
const text = "<p>" + "Words that a visitor reads here. ".repeat(9) + "</p>";
document.getElementById("root").innerHTML = kind === "news"
  ? `<main><article class="story"><h1>News</h1>${text}</article></main>`
  : kind === "labs"
  ? `<main><section class="lab"><h1>Lab</h1><img src="/x.png">${text}</section></main>`
  : `<main><div class="front"><h1>Agency</h1>${links}</div></main>`;
</script></body></html>"""


async def site(request: web.Request) -> web.StreamResponse:
    if request.path == "/" or request.path.startswith(("/news/", "/labs/")):
        return web.Response(text=SHELL, content_type="text/html")
    return web.Response(status=404)


def rows(folder: Path) -> dict[str, PageRow]:
    with loopback({HOST: site}) as served:
        told = ("--pages", "60", "--render", "12", "--documents", "0", "--seed", "7")
        done = audit(folder, f"http://{HOST}/", *served.connect_to, *told)
        assert done.returncode in (0, 1), done.stderr
    run = Store.open(str(folder / "store")).run()
    return {row.url.removeprefix(f"http://{HOST}"): row for row in run.pages(HOST) if row.draw}


def test_pages_that_scripts_write_are_keyed_as_they_are_shown(tmp_path: Path) -> None:
    found = rows(tmp_path)
    rendered = {path: row for path, row in found.items() if row.rendered}
    assert (len(found), len(rendered)) == (37, 12)
    by_kind = {path.split("/")[1]: row.template for path, row in rendered.items()}
    assert len(set(by_kind.values())) == 3
    assert all(row.template == by_kind[path.split("/")[1]] for path, row in rendered.items())
    assert all(row.template.startswith(UNWRITTEN) for row in found.values() if not row.rendered)
    why = Counter(row.sampled_as for row in rendered.values())
    assert why["template of addresses like /labs/*"] == 1
    assert why[BY_CHANCE] >= 5
    report = " ".join((tmp_path / "out/sites/scripted.test/sample.html").read_text().split())
    assert "with seed 7" in report
    assert "of addresses like /labs/*" in report
