"""Clean samples, served once for all the tests here."""

from collections.abc import Iterator

import pytest

from tests.sites.server import Samples, serve


@pytest.fixture(scope="session")
def samples() -> Iterator[Samples]:
    with serve() as served:
        yield served
