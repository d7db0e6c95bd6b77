"""What is kept of an answer's headers."""

from hypothesis import given
from hypothesis import strategies as st

from crawler.observers.headers import header_of


@given(st.text(max_size=40), st.text(min_size=1, max_size=40), st.text(max_size=40))
def test_of_a_cookie_its_name_alone_is_kept(name: str, value: str, rest: str) -> None:
    secret = f"~{value}~"
    _, kept = header_of("set-cookie", f"{name}={secret};{rest}")
    assert secret not in kept or secret in name
