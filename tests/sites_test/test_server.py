from concurrent.futures import ThreadPoolExecutor

import pytest

from tests.sites.patches import PatchError
from tests.sites.server import ADDRESS, Samples, serve
from tests.sites_test.asking import ask


def test_every_page_of_every_site_is_served(samples: Samples) -> None:
    urls = [
        (f"https://{site.host}{path}", 404 if path == "/404" else 200)
        for site in samples.sites.values()
        for path in site.resources
    ]
    with ThreadPoolExecutor(8) as pool:
        statuses = list(pool.map(lambda row: ask(samples, row[0])[0], urls))
    assert statuses == [status for _, status in urls]


def test_every_host_and_port_has_its_door(samples: Samples) -> None:
    doors = {tuple(entry.split(":")[:2]) for entry in samples.connect_to}
    hosts = [host for site in samples.sites.values() for host in site.hosts]
    assert doors == {(host, port) for host in hosts for port in ("80", "443")}
    assert all(entry.split(":")[2] == ADDRESS for entry in samples.connect_to)


def test_http_redirects(samples: Samples) -> None:
    status, headers, _ = ask(samples, "http://maps-sample.gov/scales")
    assert (status, headers["location"]) == (301, "https://maps-sample.gov/scales")


def test_a_host_that_is_not_here_is_misdirected(samples: Samples) -> None:
    assert ask(samples, "http://www.example.gov/")[0] == 421


def test_text_is_compressed_for_who_asks(samples: Samples) -> None:
    _, headers, _ = ask(samples, "https://www.maps-sample.gov/about", **{"Accept-Encoding": "gzip"})
    assert headers["content-encoding"] == "gzip"


def test_a_head_request_has_no_body(samples: Samples) -> None:
    status, headers, text = ask(samples, "https://www.maps-sample.gov/about", "HEAD")
    assert (status, text) == (200, "")
    assert headers["content-type"] == "text/html; charset=utf-8"


def test_every_request_is_written_down(samples: Samples) -> None:
    before = len(samples.hits)
    ask(samples, "https://harbors.tides-sample.gov/search?q=x", **{"User-Agent": "tester"})
    hit = samples.hits[before]
    assert hit.host == "harbors.tides-sample.gov"
    assert (hit.method, hit.path, hit.user_agent, hit.secure) == (
        "GET",
        "/search?q=x",
        "tester",
        True,
    )


def test_a_patch_is_served_and_the_clean_sites_stay_clean(samples: Samples) -> None:
    url = "https://harbors.tides-sample.gov/nowhere"
    with serve(["not-found-is-200"]) as patched:
        assert ask(patched, url)[0] == 200
        assert ask(patched, "https://www.maps-sample.gov/nowhere")[0] == 404
    assert ask(samples, url)[0] == 404


def test_an_unknown_patch_serves_nothing() -> None:
    with pytest.raises(PatchError), serve(["nonsense"]):
        pytest.fail("must not be served")
