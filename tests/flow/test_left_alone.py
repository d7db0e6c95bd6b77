"""What a site must do to be left alone: not answer. That it shows some pages to some people only
is an answer."""

from pathlib import Path

import pytest
from aiohttp import web

from crawler.losses import MOST_IN_A_ROW
from ideaaudit.models import PageState
from ideaaudit.storage import RunStore, Store
from tests.flow.loopback import Manner, audit, loopback, page

DOORS = 40
LEFT = "left alone after 10 failures in a row"
LINKS = "".join(f'<a href="/{number:02}">Door {number}</a>' for number in range(DOORS))
BLOCK_PAGE = (
    "<title>Access Denied</title><p>Your request has been blocked. Incident ID: 7 at the firewall."
)


def behind(closed: Manner) -> Manner:
    """A site of which nothing but the front page and /last is for everybody."""

    async def manner(request: web.Request) -> web.StreamResponse:
        if request.path == "/":
            return page(f'<main>{LINKS}<a href="/last">Last</a></main>')
        return page("<main>Open</main>") if request.path == "/last" else await closed(request)

    return manner


async def members_only(request: web.Request) -> web.StreamResponse:
    status = 401 if request.path < "/20" else 403
    return web.Response(status=status, text="<h1>Members only</h1>", content_type="text/html")


async def walled(_request: web.Request) -> web.StreamResponse:
    return web.Response(status=403, text=BLOCK_PAGE, content_type="text/html")


async def hanging_up(request: web.Request) -> web.StreamResponse:
    assert request.transport
    request.transport.abort()
    return web.Response()


SITES = {"members.test": members_only, "walled.test": walled, "rude.test": hanging_up}


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> RunStore:
    folder: Path = tmp_path_factory.mktemp("doors")
    urls = [f"http://{host}/" for host in SITES]
    with loopback({host: behind(closed) for host, closed in SITES.items()}) as served:
        settings = ("--delay", "0", "--pages", "60", "--render", "1", "--documents", "0")
        audit(folder, *urls, *served.connect_to, *settings)
    return Store.open(str(folder / "store")).run()


def doors(run: RunStore, site: str) -> list[tuple[PageState, int | None, str]]:
    return [
        (row.state, row.status, row.detail)
        for row in run.pages(site)
        if row.url.rpartition("/")[2].isdigit()
    ]


def test_pages_that_are_not_for_everybody_do_not_end_a_walk(run: RunStore) -> None:
    asking = (PageState.LOST, 401, "the site asks for a password (HTTP 401)")
    refusing = (PageState.LOST, 403, "the site refused us (HTTP 403)")
    assert doors(run, "members.test") == [asking] * 20 + [refusing] * 20
    assert run.coverage("members.test").walked == 2


def test_a_wall_of_block_pages_is_left_alone_and_their_status_is_told(run: RunStore) -> None:
    found = doors(run, "walled.test")
    asked = [one for one in found if one[1] is not None]
    # The front page, which is rendered meanwhile, is an answer among them.
    assert MOST_IN_A_ROW <= len(asked) <= DOORS - MOST_IN_A_ROW
    assert {status for _, status, _ in asked} == {403}
    assert all("refused us by a firewall (HTTP 403)" in detail for _, _, detail in found)
    assert sum(LEFT in detail for *_, detail in found) == DOORS - len(asked)
    assert run.coverage("walled.test").walked == 1


def test_who_hangs_up_again_and_again_is_left_alone(run: RunStore) -> None:
    left = [detail for *_, detail in doors(run, "rude.test") if LEFT in detail]
    assert MOST_IN_A_ROW <= len(left) <= DOORS - MOST_IN_A_ROW
    assert run.coverage("rude.test").walked == 1
