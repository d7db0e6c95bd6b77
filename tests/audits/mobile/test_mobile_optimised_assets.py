from typing import Any

import pytest

from audits.mobile.mobile_optimised_assets import mobile_optimised_assets
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import outcome_of, page


def file(
    media_type: str = "text/css", kind: str = "stylesheet", host: str = "www.agency.gov", **of: Any
) -> RequestSeen:
    parts: dict[str, Any] = {"status": 200, "size": 90_000} | of
    return RequestSeen(f"https://{host}/file", kind, media_type=media_type, **parts)


def seen(*requests: RequestSeen) -> PageObservation:
    return page("<img src=a.png loading=LAZY><img src=b.png>", requests=requests)


@pytest.mark.parametrize(
    ("observed", "outcome"),
    [
        pytest.param(seen(), "passed", id="no files"),
        pytest.param(seen(file(encoding="br")), "passed", id="Brotli"),
        pytest.param(seen(file(encoding="gzip")), "passed", id="gzip"),
        pytest.param(seen(file(size=1_399)), "passed", id="too small to matter"),
        pytest.param(seen(file(size=None)), "passed", id="of unknown size"),
        pytest.param(seen(file(status=304)), "passed", id="not sent again"),
        pytest.param(seen(file(status=404)), "passed", id="not there"),
        pytest.param(seen(file(media_type="")), "passed", id="of unknown type"),
        pytest.param(seen(file(kind="websocket")), "passed", id="no file"),
        pytest.param(seen(file("text/event-stream", "fetch")), "passed", id="a stream of events"),
        pytest.param(seen(file(host="cdn.example.com")), "passed", id="another domain's"),
        pytest.param(seen(file("image/png", "image", size=999_999)), "passed", id="an image"),
        pytest.param(seen(file("font/woff2", "font")), "passed", id="a font has its own format"),
        pytest.param(seen(file("application/pdf", "document")), "passed", id="a PDF too"),
        pytest.param(
            seen(file("text/html", "document", encoding="br", cache="no-store")),
            "passed",
            id="a page may not be kept",
        ),
        pytest.param(
            seen(file(encoding="br", cache="max-age=60")), "passed", id="kept for a minute"
        ),
        pytest.param(seen(file()), "failed", id="a style sheet as it is"),
        pytest.param(seen(file(size=1_400)), "failed", id="just large enough"),
        pytest.param(seen(file(encoding="identity")), "failed", id="said to be as it is"),
        pytest.param(seen(file(size=None, decoded=5_000)), "failed", id="its size told otherwise"),
        pytest.param(
            seen(file("application/javascript", "script", host="static.agency.gov")),
            "failed",
            id="a script of a sister host",
        ),
        pytest.param(seen(file("image/svg+xml", "image")), "failed", id="a drawing is text"),
        pytest.param(seen(file("application/ld+json", "fetch")), "failed", id="data are text"),
        pytest.param(
            seen(file("image/png", "image", size=1_000_000)), "failed", id="an image of a megabyte"
        ),
        pytest.param(seen(file("image/bmp", "image", size=10)), "failed", id="a bitmap"),
        pytest.param(
            seen(file(encoding="br", cache="NO-STORE, private")), "failed", id="never to be kept"
        ),
        pytest.param(page(requests=None), "untested", id="requests were not recorded"),
    ],
)
def test_outcome(observed: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_optimised_assets, observed) == outcome


def test_files_of_one_type_are_one_fix_and_bytes_are_added_up() -> None:
    judgement = mobile_optimised_assets.judge(
        seen(file(size=2_000), file(size=3_000), file("image/tiff", "image"), file(encoding="br"))
    )
    assert [(one.datum, one.count) for one in judgement.evidence] == [
        ("uncompressed text/css", 2),
        ("raw-image image/tiff", 1),
    ]
    assert "(3,000 bytes) is sent uncompressed" in judgement.evidence[0].detail
    assert judgement.measures == (
        ("uncompressed-bytes", 5_000), ("heavy-images", 1), ("images", 2), ("lazy-images", 1),
    )  # fmt: skip
