import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.security_txt import SecurityTxt, faults_of, parsed
from ideaaudit.models import Hop, PathSeen

URL = "https://agency.gov/.well-known/security.txt"
NOW = "2026-11-22T08:00:00"
GOOD = "Contact: mailto:security@agency.gov\nExpires: 2027-06-01T00:00:00Z\n"
SIGNED = f"""-----BEGIN PGP SIGNED MESSAGE-----
Hash: SHA512

{GOOD}- -----
-----BEGIN PGP SIGNATURE-----

abc=
-----END PGP SIGNATURE-----
"""


def seen(text: str, url: str = URL, media: str = "text/plain", *hops: str) -> PathSeen:
    return PathSeen("security-txt", url, 200, tuple(Hop(one, 200) for one in hops), media, text)


@pytest.mark.parametrize(
    ("text", "faults"),
    [
        pytest.param(GOOD, [], id="both fields"),
        pytest.param(GOOD.replace("\n", "\r\n"), [], id="CRLF"),
        pytest.param("\ufeff# A comment\n\n" + GOOD.upper().replace("MAILTO", "mailto"), [],
                     id="a mark, a comment, upper case"),
        pytest.param(GOOD.replace(": ", ":\t ").replace("\n", "  \n"), [], id="odd spacing"),
        pytest.param(SIGNED.replace("- -----\n", ""), [], id="signed"),
        pytest.param(SIGNED.replace("- -----\n", "- # x\n"), [], id="signed, with escapes"),
        pytest.param(SIGNED, ["a line is no field"], id="signed, with a stray line"),
        pytest.param(GOOD + "Contact: https://a.gov/\nContact: tel:+1-202-555-0100", [],
                     id="several contacts"),
        pytest.param(GOOD + "X-New: anything", [], id="an unknown field"),
        pytest.param("Expires: 2027-06-01T00:00:00Z", ["it has no Contact"], id="no contact"),
        pytest.param(GOOD + "Contact: security@agency.gov",
                     ["a Contact is no mailto, tel or https address"], id="a bare address"),
        pytest.param(GOOD + "Contact: http://agency.gov/",
                     ["a Contact is no mailto, tel or https address"], id="an open address"),
        pytest.param("Contact: mailto:a@b.gov", ["it has no Expires"], id="no expiry"),
        pytest.param(GOOD + "Expires: 2027-06-01T00:00:00Z", ["it has several Expires"],
                     id="two expiries"),
        pytest.param(GOOD.replace("2027-06-01T00:00:00Z", "2027-06-01"),
                     ["Expires is no date of RFC 3339"], id="a bare date"),
        pytest.param(GOOD.replace("2027-06-01", "2027-02-30"),
                     ["Expires is no date of RFC 3339"], id="no such day"),
        pytest.param(GOOD.replace("Z", ""), ["Expires is no date of RFC 3339"], id="no zone"),
        pytest.param(GOOD.replace("2027-06-01T00", "2026-11-22T08"), ["it has expired"],
                     id="expired this second"),
        pytest.param(GOOD.replace("2027-06-01T00:00:00Z", "2026-11-22T09:00:00+02:00"),
                     ["it has expired"], id="expired in another zone"),
        pytest.param(GOOD.replace("2027-06-01T00:00:00Z", "2026-11-22t07:00:00.5-02:00"), [],
                     id="not yet expired in another zone"),
        pytest.param(GOOD + "Preferred-Languages: en\nPreferred-Languages: es",
                     ["it has several Preferred-Languages"], id="languages twice"),
        pytest.param(GOOD + "Policy: http://agency.gov/vdp", ["Policy is no https address"],
                     id="an open policy"),
        pytest.param(GOOD + f"Canonical: {URL}", [], id="canonical"),
        pytest.param(GOOD + "Canonical: https://b.gov/", ["Canonical names another address"],
                     id="another's"),
        pytest.param("<html><body>", ["a line is no field", "it has no Contact",
                                      "it has no Expires"], id="a page"),
        pytest.param("", ["it has no Contact", "it has no Expires"], id="empty"),
    ],
)  # fmt: skip
def test_faults(text: str, faults: list[str]) -> None:
    assert faults_of(seen(text), NOW) == faults


@pytest.mark.parametrize(
    ("url", "media", "hops", "fault"),
    [
        (URL, "text/plain", [], []),
        (URL, "text/html", [], ["its type is not text/plain"]),
        ("http://agency.gov/.well-known/security.txt", "text/plain", [],
         ["it does not come over HTTPS"]),
        (URL, "text/plain", [URL, "http://agency.gov/.well-known/security.txt"],
         ["it does not come over HTTPS"]),
        ("https://agency.gov/security.txt", "text/plain", [],
         ["it does not stand at /.well-known/security.txt"]),
        ("https://agency.gov/security.txt", "text/plain",
         ["https://agency.gov/security.txt", URL], []),
    ],
)  # fmt: skip
def test_where_it_stands(url: str, media: str, hops: list[str], fault: list[str]) -> None:
    assert faults_of(seen(GOOD, url, media, *hops), NOW) == fault


def test_without_a_date_of_the_visit_nothing_has_expired() -> None:
    assert faults_of(seen(GOOD.replace("2027", "2001")), "") == []


def test_a_signature_that_never_comes_leaves_what_was_signed() -> None:
    broken = SIGNED.partition("-----BEGIN PGP SIGNATURE")[0].replace("- -----\n", "")
    assert parsed(broken).all("contact") == ["mailto:security@agency.gov"]
    assert parsed(broken).signed
    assert parsed("-----BEGIN PGP SIGNED MESSAGE-----\nHash: x") == SecurityTxt((), True, ())


NAMES = st.sampled_from(["Contact", "expires", "POLICY", "Canonical", "X"])
VALUES = st.one_of(
    st.text(max_size=30), st.sampled_from(["mailto:a@b.gov", "2027-06-01T00:00:00Z"])
)


@given(st.text(max_size=400))
def test_no_file_breaks_it(text: str) -> None:
    assert isinstance(faults_of(seen(text), NOW), list)


@given(st.lists(st.tuples(NAMES, VALUES), max_size=8), st.sampled_from(["\n", "\r\n"]))
def test_line_ends_and_signatures_do_not_matter(fields: list[tuple[str, str]], end: str) -> None:
    lines = [f"{name}: {value}".replace("\r", "").replace("\n", "") for name, value in fields]
    plain = parsed(end.join(lines))
    head = "-----BEGIN PGP SIGNED MESSAGE-----\nHash: SHA256\n\n"
    tail = "\n-----BEGIN PGP SIGNATURE-----\nx\n-----END PGP SIGNATURE-----"
    signed = parsed((head + "\n".join(lines) + tail).replace("\n", end))
    assert (signed.fields, signed.strays) == (plain.fields, plain.strays)
