import time

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from ideaaudit import privacy
from ideaaudit.models import Evidence, RequestSeen
from ideaaudit.privacy import all_without_cookies, encoded, is_secret, masked, without_cookies
from ideaaudit.web import identity

DRAWN = "AbC123xyz7890"


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("https://a.gov/x?token=abc&y=1", "https://a.gov/x?token=***&y=1"),
        ("/x?a=1&amp;access_token=abc#top", "/x?a=1&amp;access_token=***#top"),
        ("/cb#id_token=abc&state=on", "/cb#id_token=***&state=on"),
        (f"/cb?code={DRAWN}", "/cb?code=***"),
        ("/naics?code=541511", "/naics?code=541511"),
        (f"/js?key={DRAWN}", "/js?key=***"),
        ("/list?key=name", "/list?key=name"),
        ("/bills?session=2023-2024-regular", "/bills?session=2023-2024-regular"),
        ("/x?key=how-to-apply-for-a-passport-2026", "/x?key=how-to-apply-for-a-passport-2026"),
        (f"/cb?code=4/0-{DRAWN}_x", "/cb?code=***"),
        ("/cb?code=123e4567-e89b-12d3-a456-426614174000", "/cb?code=***"),
        ("/x?password=p%20w&sig=ab%2Fc", "/x?password=***&sig=***"),
        ("/x?email=jane@a.gov&page=2", "/x?email=***&page=2"),
        ("/?to=%2Fb%3Ftoken%3Dabc%26z%3D1", "/?to=%2Fb%3Ftoken%3D***%26z%3D1"),
        ("/x?X-Amz-Signature=ab&X-Amz-Date=2026", "/x?X-Amz-Signature=***&X-Amz-Date=2026"),
        (r'{"u":"/x?a=1\u0026token=abc"}', r'{"u":"/x?a=1\u0026token=***"}'),
        ("/x;jsessionid=AB12?y=1", "/x;jsessionid=***?y=1"),
        ("https://jane:pw@a.gov/", "https://***@a.gov/"),
        ("it said Bearer abcdef123456789", "it said Bearer ***"),
        ("Basic understanding of responsibilities", "Basic understanding of responsibilities"),
        (f"x eyJhbGciOiJI.eyJzdWIiOiIx.{DRAWN} y", "x *** y"),
        ('<input name="csrf_token" value="ab">', '<input name="csrf_token" value="***">'),
        ("<input value='ab' type=password>", '<input value="***" type=password>'),
        ("<meta name=csrf-token content=ab12>", '<meta name=csrf-token content="***">'),
        ('<input name="q" value="tax forms">', '<input name="q" value="tax forms">'),
        ('{"accessToken": "abcdefgh"}', '{"accessToken": "***"}'),
        ('İ {"accessToken": "abcdefgh"}', 'İ {"accessToken": "***"}'),
        ('{"passwordHint": "Enter your password"}', '{"passwordHint": "Enter your password"}'),
        ("The secret of our tokens is the key.", "The secret of our tokens is the key."),
    ],
)  # fmt: skip
def test_secrets_are_masked_and_nothing_else_is(text: str, kept: str) -> None:
    assert masked(text) == kept
    assert masked(kept) == kept


@given(
    st.text(),
    st.sampled_from(["token", "api_key", "password", "sid"]),
    st.text("ab12-_", min_size=1),
)
def test_whatever_stands_around_it_a_token_goes(around: str, name: str, value: str) -> None:
    text = masked(f"{around} https://a.gov/?{name}={value}~end")
    assert f"={value}~end" not in text


@pytest.mark.parametrize(
    "attack",
    [
        "&a=",
        "?",
        "%3F",
        "eyJ",
        "<input ",
        "://a:",
        "earer ",
        "token",
        'token="a',
        ";sid=",
        "&\\u0026",
    ],
)
def test_a_long_text_takes_no_long_time(attack: str) -> None:
    began = time.process_time()
    masked(attack * 100_000)
    assert time.process_time() - began < 20


def test_what_is_packed_is_masked_whatever_follows_it() -> None:
    rows = (RequestSeen(f"/x?code={DRAWN}", "document"), RequestSeen("/x?token=é1", "image"))
    back = msgspec.msgpack.decode(encoded(rows), type=tuple[RequestSeen, ...])
    assert [row.url for row in back] == ["/x?code=***", "/x?token=***"]
    plain = (Evidence("https://a.gov/?page=2", markup="<p>A token of thanks"),)
    assert encoded(plain) == msgspec.msgpack.encode(plain)


def test_the_operators_own_secrets_are_masked_wherever_they_stand(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(privacy, "_hidden", set())
    privacy.hide(["staging-pässword", "no"])
    assert masked("You sent staging-pässword, no?") == "You sent ***, no?"
    assert "pässword".encode() not in encoded({"x": "You sent staging-pässword"})


def test_the_values_of_cookies_are_masked_and_plain_words_are_not() -> None:
    values = ["accepted", "a1b2c3d4", ""]
    assert without_cookies("accepted a1b2c3d4", values) == "accepted ***"
    seen = (Evidence("https://a.gov/", markup="<p>a1b2c3d4"), Evidence("https://a.gov/2"))
    assert all_without_cookies(seen[0], values).markup == "<p>***"
    assert all_without_cookies(seen[1], values) is seen[1]


def test_a_pages_address_has_no_secret_in_it() -> None:
    assert identity(f"https://a.gov/x?token=abc&page=2&code={DRAWN}") == "https://a.gov/x?page=2"
    assert identity("https://a.gov/x?token=***&code=***&key=name") == "https://a.gov/x?key=name"


@pytest.mark.parametrize(
    ("name", "value", "secret"),
    [("x-csrf-token", "a", True), ("authorization", "a", True), ("x-cache", DRAWN, False),
     ("to%6ben", "a", True), ("token", "", False), ("code", "541511", False)],
)  # fmt: skip
def test_a_name_says_whether_its_value_is_a_secret(name: str, value: str, secret: bool) -> None:
    assert is_secret(name, value) is secret
