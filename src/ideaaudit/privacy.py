"""What of a site's own secrets is never kept: passwords, tokens and session ids, wherever they
stand."""

import re
from collections.abc import Callable, Collection, Iterable, Sequence
from functools import lru_cache
from string import ascii_uppercase
from typing import Any, TypeVar
from urllib.parse import unquote

import msgspec

T = TypeVar("T")
MASK = "***"
# The value of a parameter or field with such a name is a secret, or says who somebody is.
NAMES = re.compile(
    r"[\w.:\[\]$-]{0,40}(?:token|secret|passw(?:or)?d|passphrase|api[_-]?key|access[_-]?key|"
    r"signature|authorization|authenticity|jwt|samlresponse|csrf|xsrf|session[_-]?(?:id|key))"
    r"[\w.:\[\]$-]{0,40}|pwd|sig|otp|ssn|bearer|(?:user[_-]?)?e-?mail(?:[_-]?addr(?:ess)?)?|"
    r"phpsessid|jsessionid|aspsessionid\w*|sid",
    re.IGNORECASE,
)
# These name a secret only where the value looks like one: `?code=541511` is a page about a code.
PERHAPS = re.compile(
    r"code|key|auth|pass|nonce|ticket|hash|session|credential|x-(?:amz|goog)-credential|assertion",
    re.IGNORECASE,
)
# Drawn by a machine: twelve letters and digits together, or a UUID; words and years between hyphens
# are none. It is looked for from the value's beginning, whatever follows it (see `encoded`).
DRAWN = re.compile(
    r"[\w./+~%:-]*?(?<![A-Za-z0-9])(?:(?=[A-Za-z]*\d)(?=\d*[A-Za-z])[A-Za-z0-9]{12,}"
    r"|[0-9a-fA-F]{8}-(?:[0-9a-fA-F]{4}-){3}|[A-Za-z0-9]{32,})",
    re.ASCII,
)
# A name as in a query or a fragment, plain or escaped in HTML; then in JSON; then in a query.
PLAIN = re.compile(r"[?&#](?:amp;|#0?38;)?([\w.:\[\]$%-]{2,80}+)=")
ESCAPED = re.compile(r"\\u0026([\w.:\[\]$%-]{2,80}+)(?:=|\\u003d)", re.IGNORECASE)
NESTED = re.compile(r"%(?:25)?(?:3F|26)([\w.-]{2,80}+)%(?:25)?3D", re.IGNORECASE)
VALUE = re.compile(r"(?:(?!\\u0026)[^&#\"'<>\s\\`=)(]){1,4000}+={0,2}")
NESTED_VALUE = re.compile(r"(?:(?!%(?:25)?26)[^&#\"'<>\s\\`)(]){1,4000}+", re.IGNORECASE)
IN_PATH = re.compile(r"(;(?:jsessionid|phpsessid|sid)=)[^/?#;\"'<>\s]+", re.IGNORECASE)
USER = re.compile(r"://[^/?#@\s\"'<>:]{1,200}:[^/?#@\s\"'<>]{1,200}@")
JWT = re.compile(r"(?<![\w-])eyJ[\w-]{8,}+\.eyJ[\w-]{8,}+\.[\w-]*")
# Without their first letter, which may be a capital: a fixed beginning is found fast.
SCHEMES = {
    word: re.compile(rf"({word}\s{{1,3}})(?=[A-Za-z+/._~=-]*\d)[\w+/.~=-]{{12,}}")
    for word in ("earer", "asic", "igest")
}
TAG = re.compile(r"<(?:input|meta)\b[^<>]{0,4000}+>", re.IGNORECASE)
TAG_NAME = re.compile(
    r"\b(?:name|id|property|http-equiv)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|([^\s\"'>]+))",
    re.IGNORECASE,
)
TAG_PASSWORD = re.compile(r"\btype\s*=\s*[\"']?password\b", re.IGNORECASE)
TAG_VALUE = re.compile(
    r"(\b(?:value|content)\s*=\s*)(?:\"[^\"]*\"|'[^']*'|[^\s\"'>]+)", re.IGNORECASE
)
FIELD = re.compile(r"[\w-]{0,40}[\"']?\s?[:=]\s?([\"'])([^\"'\\\s<>]{8,4000}+)(?=\1)")
# By what they have in common.
FIELD_WORDS = {
    "api": ("apikey", "api_key", "api-key"),
    "srf": ("csrf", "xsrf"),
    **{word: (word,) for word in ("token", "secret", "passw", "jwt")},
}
LOWER = {ord(letter): letter.lower() for letter in ascii_uppercase}
COOKIE = re.compile(r"(?=.*\d)(?=.*[A-Za-z])\S{8,}|\S{12,}")
LEAST = 6
_hidden: set[str] = set()


@lru_cache(maxsize=4096)
def _named(name: str) -> bool | None:
    """Whether the name makes any value a secret; None where the value must look like one."""
    if NAMES.fullmatch(name):
        return True
    return None if PERHAPS.fullmatch(name) else False


def is_secret(name: str, value: str) -> bool:
    """Whether a parameter, a field or a header of this name holds a secret, or held one.

    Args:
        name: as it is written; percent-encoding is undone.
    """
    named = _named(unquote(name) if "%" in name else name)
    if named is None:
        return value == MASK or DRAWN.match(value) is not None
    return named and bool(value)


def masked(text: str) -> str:
    """The text with every secret in a URL, a form field, a `meta`, a script's field or a header's
    words replaced by `***`; in time linear in its length."""
    for value in _hidden:
        text = text.replace(value, MASK)
    if "=" in text:
        text = _pairs(text, PLAIN, VALUE)
    # One letter is found, or not, in no time.
    if "\\" in text and "\\u0026" in text:
        text = _pairs(text, ESCAPED, VALUE)
    if "%" in text and any(sign in text for sign in ("%3D", "%3d", "%253")):
        text = _pairs(text, NESTED, NESTED_VALUE)
    if ";" in text:
        text = IN_PATH.sub(rf"\1{MASK}", text)
    if "@" in text:
        text = USER.sub(f"://{MASK}@", text)
    if "eyJ" in text:
        text = JWT.sub(MASK, text)
    for word, scheme in SCHEMES.items():
        if word in text:
            text = scheme.sub(rf"\1{MASK}", text)
    if "<" in text:
        text = TAG.sub(_without_content, text)
    return _fields(text) if '"' in text or "'" in text else text


def _pairs(text: str, start: re.Pattern[str], value: re.Pattern[str]) -> str:
    kept, done, at = [], 0, 0
    while found := start.search(text, at):
        at = found.end()
        held = value.match(text, at)
        if held and is_secret(found[1], held.group()):
            kept += [text[done:at], MASK]
            done = at = held.end()
    return "".join([*kept, text[done:]]) if kept else text


def _without_content(found: re.Match[str]) -> str:
    tag = found.group()
    names = ("".join(groups) for groups in TAG_NAME.findall(tag))
    if not (TAG_PASSWORD.search(tag) or any(_named(name) for name in names)):
        return tag
    return TAG_VALUE.sub(rf'\1"{MASK}"', tag)


def _fields(text: str) -> str:
    """Without what scripts assign to names such as `csrfToken`."""
    lower = text.lower()
    if len(lower) != len(text):  # "İ" becomes two letters, and places would not agree
        lower = text.translate(LOWER)
    spans = []
    there = [word for part, words in FIELD_WORDS.items() if part in lower for word in words]
    for word in there:
        at = lower.find(word)
        while at >= 0:
            if found := FIELD.match(text, at + len(word)):
                spans.append(found.span(2))
            at = lower.find(word, at + len(word))
    kept, done = [], 0
    for start, end in sorted(spans):
        if start >= done:
            kept += [text[done:start], MASK]
            done = end
    return "".join([*kept, text[done:]]) if kept else text


def changed(value: T, change: Callable[[str], str]) -> T:
    """The same text, tuple, list or mapping, with every text in it changed."""
    if isinstance(value, str):
        return change(value)  # type: ignore[return-value]
    if isinstance(value, (tuple, list)):
        return type(value)(changed(one, change) for one in value)
    if isinstance(value, dict):
        return {k: changed(one, change) for k, one in value.items()}  # type: ignore[return-value]
    return value


def encoded(value: Any) -> bytes:
    """A value of the models as MessagePack, with every text in it masked."""
    [data] = all_encoded([value])
    return data


def all_encoded(values: Sequence[Any]) -> list[bytes]:
    """The same of each of some values."""
    data = [msgspec.msgpack.encode(value) for value in values]
    # One look at all of it is far cheaper than one at each text; where a text holds nothing
    # secret, the whole holds nothing either.
    whole = b"".join(data).decode("latin-1")
    if masked(whole) == whole and all(one.isascii() for one in _hidden):
        return data
    if len(data) > 1:
        return [encoded(value) for value in values]
    return [msgspec.msgpack.encode(changed(msgspec.msgpack.decode(one), masked)) for one in data]


def hide(values: Iterable[str]) -> None:
    """From now on `masked` finds these too, wherever they stand: the operator's own secrets.

    Args:
        values: those shorter than six letters are left, for they stand everywhere by chance.
    """
    _hidden.update(value for value in values if len(value) >= LEAST)


def without_cookies(text: str, values: Collection[str]) -> str:
    """The text without the values of cookies; words that are no secret ("accepted") stay."""
    for value in values:
        if COOKIE.fullmatch(value) and value in text:
            text = text.replace(value, MASK)
    return text


def all_without_cookies(value: T, values: Collection[str]) -> T:
    """The same of every text in a word of the models."""
    data = msgspec.msgpack.encode(value)
    there = [one for one in values if COOKIE.fullmatch(one) and one.encode() in data]
    if not there:
        return value
    plain = changed(msgspec.msgpack.decode(data), lambda text: without_cookies(text, there))
    return msgspec.convert(plain, type(value))
