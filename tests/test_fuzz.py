"""No parser of what a site sends raises, or takes long, whatever the bytes.

Most parsers have such a property beside their own tests (`grep -rn @given tests`); these are the
others. `IDEAAUDIT_FUZZ=20000 python -m pytest tests/test_fuzz.py` is a long round.
"""

import json
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, datetime, timedelta
from email.utils import format_datetime
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import dns.exception
import dns.message
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from audits.facts.dates import dates_of
from audits.facts.page import facts_of
from audits.facts.timely import timely_of
from crawler.blocks import blocked
from crawler.browser.world import ScriptFailed
from crawler.documents.child import reading
from crawler.observers.axe import result_of
from crawler.observers.dns import _text
from crawler.observers.hello import chosen_by
from crawler.observers.requests import cookie_of
from crawler.observers.sheets import marks_in
from crawler.observers.tls import _certificate
from crawler.patience import seconds_of
from ideaaudit.models import AxeResult
from tests.audits.build import page
from tests.sites.certificates import make_authority, make_leaf

EXAMPLES = int(os.environ.get("IDEAAUDIT_FUZZ", "60"))
# Of processor time, for one input of a fuzzer's size.
SECONDS = 1.0
fuzz = settings(max_examples=EXAMPLES, deadline=None, suppress_health_check=[HealthCheck.too_slow])
anything = st.recursive(
    st.none() | st.booleans() | st.integers(-9, 2**70) | st.floats() | st.text(max_size=9),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=9), inner),
)


@contextmanager
def soon() -> Iterator[None]:
    began = time.process_time()
    yield
    assert time.process_time() - began < SECONDS


def certificate() -> bytes:
    leaf = make_leaf(("fuzz.test",), make_authority("Fuzz"))
    return leaf.certificate.public_bytes(serialization.Encoding.DER)


GOOD = certificate()


def spoiled(whole: bytes) -> st.SearchStrategy[bytes]:
    """The bytes with some of them changed, left out or said again."""

    def change(edits: list[tuple[int, int, bytes]]) -> bytes:
        made = bytearray(whole)
        for at, length, put in edits:
            made[at : at + length] = put
        return bytes(made)

    edit = st.tuples(
        st.integers(0, len(whole) - 1), st.integers(0, 3), st.binary(min_size=1, max_size=3)
    )
    return st.lists(edit, min_size=1, max_size=4).map(change)


@fuzz
@given(st.binary(max_size=400) | spoiled(GOOD))
def test_any_certificate_is_read_or_none(der: bytes) -> None:
    with soon():
        found = _certificate(der, 1)
    assert found is None or isinstance(found.names, tuple)


def test_a_whole_certificate_is_read() -> None:
    assert x509.load_der_x509_certificate(GOOD)
    found = _certificate(GOOD, 1)
    assert found
    assert found.names == ("fuzz.test",)


def test_a_certificate_of_an_unknown_kind_is_read_as_far_as_it_is_known() -> None:
    signed_by = bytes.fromhex("06082a8648ce3d040302")  # ecdsa-with-SHA256
    curve = bytes.fromhex("06072a8648ce3d0201")  # id-ecPublicKey
    found = _certificate(GOOD.replace(signed_by, signed_by[:-1] + b"\x7f"), 1)
    assert found
    assert (found.names, found.signature_hash) == (("fuzz.test",), "")
    found = _certificate(GOOD.replace(curve, curve[:-1] + b"\x7f"), 1)
    assert found
    assert found.key == "other"


@fuzz
@given(st.binary(max_size=90) | st.binary(max_size=90).map(lambda tail: b"\x16\3\1\0\x50\2" + tail))
def test_any_server_hello_is_read_or_none(answer: bytes) -> None:
    with soon():
        chosen_by(answer)


ANSWER = dns.message.from_text(
    """id 1
opcode QUERY
rcode NOERROR
flags QR RD RA
;QUESTION
a.test. IN ANY
;ANSWER
a.test. 60 IN TXT "v=spf1 -all" "more"
a.test. 60 IN MX 10 mail.a.test.
a.test. 60 IN CAA 0 issue "ca.test"
a.test. 60 IN CNAME b.a.test.
a.test. 60 IN AAAA 2001:db8::1
"""
).to_wire()


@fuzz
@given(st.binary(max_size=200) | spoiled(ANSWER))
def test_any_dns_answer_is_text_or_refused_as_one(wire: bytes) -> None:
    with soon():
        try:
            found = dns.message.from_wire(wire)
        except (dns.exception.DNSException, ValueError):
            return
        for records in found.answer:
            assert all(isinstance(_text(record), str) for record in records)


def office_file(part: bytes) -> bytes:
    made = BytesIO()
    with ZipFile(made, "w") as package:
        package.writestr("word/document.xml", part)
        package.writestr("docProps/core.xml", part)
        package.writestr("docProps/app.xml", part)
        package.writestr("word/styles.xml", part)
    return made.getvalue()


PART = (
    b'<?xml version="1.0"?><w:document xmlns:w="urn:w"><w:body><w:p><w:pPr><w:pStyle w:val="H1"/>'
    b"</w:pPr><w:r><w:t>Words</w:t><w:drawing><w:docPr descr='x'/></w:drawing></w:r></w:p>"
    b"</w:body></w:document>"
)


@fuzz
@given(
    st.binary(max_size=300) | spoiled(office_file(PART)) | spoiled(PART).map(office_file),
    st.sampled_from(["docx", "xlsx", "pptx", "pdf"]),
)
def test_any_document_is_fields_or_a_fault(data: bytes, kind: str) -> None:
    with soon():
        found = reading(data, kind)
    json.dumps(found)


@fuzz
@given(st.text(max_size=3000) | st.text(alphabet="uswds @-v.0123456789", max_size=3000))
def test_any_style_sheet_has_marks_or_none(sheet: str) -> None:
    with soon():
        marks_in(sheet)


@fuzz
@given(
    st.text(max_size=60)
    | st.integers().map(str)
    | st.datetimes().map(lambda day: format_datetime(day.replace(tzinfo=UTC)))
    | st.from_regex(r"\w{3}, \d{1,9} \w{3} \d{1,9} \d\d:\d\d:\d\d [+-]\d{1,9}", fullmatch=True)
)
def test_any_retry_after_is_seconds_or_none(header: str) -> None:
    with soon():
        found = seconds_of(header, datetime.now(UTC) + timedelta(days=1))
    assert found is None or found >= 0


@fuzz
@given(st.integers(100, 599), st.dictionaries(st.text(), st.text()), st.text(max_size=3000))
def test_any_answer_is_a_closed_door_or_none(
    status: int, headers: dict[str, str], text: str
) -> None:
    with soon():
        blocked(status, headers, text)


RULE = {
    "id": "image-alt", "impact": "critical", "tags": ["wcag2a"], "help": "", "help_url": "",
    "count": 1,
    "nodes": [{"target": ["img"], "ancestry": "", "markup": "", "message": "", "datum": ""}],
}  # fmt: skip
AXE = {
    "version": "4.12.1", "violations": [RULE], "incomplete": [], "passes": ["label"],
    "inapplicable": [], "frames": 1,
}  # fmt: skip


@fuzz
@given(
    st.text(max_size=99)
    | anything.map(json.dumps)
    | st.tuples(st.sampled_from(sorted(AXE)), anything).map(lambda x: json.dumps(AXE | dict([x])))
    | spoiled(json.dumps(AXE).encode()).map(lambda raw: raw.decode("utf-8", "replace"))
)
def test_whatever_a_page_says_for_axe_is_a_result_or_refused(said: str) -> None:
    with soon(), suppress(ScriptFailed):
        assert isinstance(result_of(said), AxeResult)


def test_a_result_of_axe_is_read() -> None:
    assert result_of(json.dumps(AXE)).violations[0].nodes[0].target == ("img",)


cookie = st.fixed_dictionaries(
    {
        "name": st.text(), "domain": st.text(), "secure": st.booleans(), "httpOnly": st.booleans(),
        "expires": st.floats() | st.integers(),
    },
    optional={"sameSite": st.text(), "value": st.text(min_size=20)},
)  # fmt: skip


@fuzz
@given(cookie)
def test_of_any_cookie_the_value_is_left_out(seen: dict[str, Any]) -> None:
    kept = cookie_of(seen)
    assert kept.session == (seen["expires"] == -1)
    assert not hasattr(kept, "value")


@fuzz
@given(anything.map(json.dumps) | st.text(max_size=200))
def test_any_json_ld_is_read(data: str) -> None:
    html = f'<html><script type="application/ld+json">{data}</script><p>Words'
    seen = page(html)
    with soon():
        document = facts_of(seen).document
        dates_of(seen, document)
        timely_of(document)
