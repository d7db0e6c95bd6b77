"""The samples over HTTP/2, asked by a client of the same library."""

import socket
import ssl

import pytest
from h2.connection import H2Connection
from h2.events import DataReceived, ResponseReceived, StreamEnded
from h2.settings import SettingCodes

from tests.sites.server import Samples, serve
from tests.sites_test.asking import door, trusting

HOST = "www.tides-sample.gov"


def connected(samples: Samples, host: str, *protocols: str) -> ssl.SSLSocket:
    context = trusting(samples)
    context.set_alpn_protocols(list(protocols))
    raw = socket.create_connection(door(samples, "https", host), timeout=10)
    return context.wrap_socket(raw, server_hostname=host)


def ask(samples: Samples, path: str, method: str = "GET", window: int = 65_535) -> tuple[str, str]:
    """Status and text; `window` is how many bytes the server may send before it is given more."""
    told, body, client = "", b"", H2Connection()
    client.initiate_connection()
    client.update_settings({SettingCodes.INITIAL_WINDOW_SIZE: window})
    asked = {":method": method, ":authority": HOST, ":scheme": "https", ":path": path}
    client.send_headers(1, list(asked.items()), end_stream=True)
    with connected(samples, HOST, "h2") as secured:
        while True:
            secured.sendall(client.data_to_send())
            for event in client.receive_data(secured.recv(65_536)):
                if isinstance(event, ResponseReceived):
                    told = dict(event.headers)[b":status"].decode()
                if isinstance(event, DataReceived):
                    body += event.data
                    client.acknowledge_received_data(event.flow_controlled_length, 1)
                    assert len(event.data) <= window
                if isinstance(event, StreamEnded):
                    return told, body.decode()


def test_the_handshake_chooses_what_both_speak(samples: Samples) -> None:
    assert connected(samples, HOST, "h2", "http/1.1").selected_alpn_protocol() == "h2"
    assert connected(samples, HOST, "http/1.1").selected_alpn_protocol() == "http/1.1"


@pytest.mark.parametrize("window", [65_535, 1_000])
def test_a_page_comes_whole_however_small_the_window(samples: Samples, window: int) -> None:
    status, text = ask(samples, "/about?from=test", window=window)
    assert (status, text) == ("200", samples.sites["tides-sample.gov"].resources["/about"].text)
    assert samples.hits[-1].host == HOST
    assert samples.hits[-1].path == "/about?from=test"


def test_an_unknown_path_is_a_404_and_a_head_has_no_body(samples: Samples) -> None:
    assert ask(samples, "/nowhere")[0] == "404"
    assert ask(samples, "/about", "HEAD") == ("200", "")


def test_a_site_may_speak_http_1_alone() -> None:
    with serve(["http1-only"]) as samples:
        key = "darkplaces.nightskies-sample.gov"
        assert connected(samples, key, "h2", "http/1.1").selected_alpn_protocol() == "http/1.1"
