"""A way to ask the samples as they are served."""

import http.client
import socket
import ssl
from urllib.parse import urlsplit

from tests.sites.server import Samples


def ask(
    samples: Samples, url: str, method: str = "GET", **headers: str
) -> tuple[int, dict[str, str], str]:
    """Status, headers (lower case) and text of one answer, verified against the samples' root."""
    parts = urlsplit(url)
    address, port = door(samples, parts.scheme, parts.hostname or "")
    connection = http.client.HTTPConnection(parts.hostname or "", timeout=10)
    connection.sock = socket.create_connection((address, port), timeout=10)
    if parts.scheme == "https":
        connection.sock = trusting(samples).wrap_socket(
            connection.sock, server_hostname=parts.hostname
        )
    target = parts._replace(scheme="", netloc="").geturl()
    connection.request(method, target, headers={"Host": parts.netloc, **headers})
    answer = connection.getresponse()
    text = answer.read().decode("utf-8", "replace")
    connection.close()
    return answer.status, {name.lower(): value for name, value in answer.getheaders()}, text


def door(samples: Samples, scheme: str, host: str) -> tuple[str, int]:
    """The address and port that `connect_to` gives for a host; any door for an unknown one."""
    asked = "443" if scheme == "https" else "80"
    doors = [entry.split(":") for entry in samples.connect_to]
    chosen = next((d for d in doors if d[:2] == [host, asked]), None)
    chosen = chosen or next(d for d in doors if d[1] == asked)
    return chosen[2], int(chosen[3])


def trusting(samples: Samples) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=str(samples.ca_file))
