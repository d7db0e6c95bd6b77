"""Real pages are hostile: no fact may raise, and none may take long."""

import random
import time
from functools import cached_property

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from audits.catalogue import load_checks
from audits.evaluate import judge_page
from audits.facts.page import PageFacts
from ideaaudit.models import PageObservation
from tests.audits.build import page, walked

FACTS = [name for name, value in vars(PageFacts).items() if isinstance(value, cached_property)]
HOSTILE = {
    "empty": "",
    "blank": " \n\t ",
    "a null byte": "<p>a\x00b</p>",
    "half a surrogate": "<p>\ud83d</p><a href='/\ud83d'>x</a>",
    "an XML declaration": '<?xml version="1.0" encoding="utf-16"?><html><body>x</body></html>',
    "a comment alone": "<!-- nothing -->",
    "an open comment": "<p>x<!-- ",
    "only brackets": "<<<>>><</>",
    "a frameset": "<frameset><frame src=a></frameset>",
    "no body": "<head><title>x</title></head>",
    "two bodies": "<body><p>a</body><body><p>b</body>",
    "deep": "<div>" * 20_000 + "x",
    "fonts never closed": "<p><font>" * 5_000 + "x",
    "an attribute of a megabyte": f"<a href='{'x' * 1_000_000}'>y</a>",
    "bad hrefs": "<a href='http://['>a</a><a href='http://a:b/'>b</a><a href='//'>c</a>"
    "<base href='http://['><form action='http://[::'><input></form>",
    "odd names": "<form><input name='\u202e' id=\"a'b\" autocomplete='\x0b'><label for=\"a'b\">",
    "numbers": "OMB 9999-9999 Exp. 99/99/9999 99999999999999999999999999",
    "a redirect to itself": "<meta http-equiv=refresh content='0'>",
    "nested templates": "<template shadowrootmode=open><template>x</template></template>",
    "a template as root": "<template shadowrootmode=open><p>x",
    "entities": "&#0;&#xD800;&#99999999;&bogus;&amp",
}


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_fact_raises_on_a_hostile_page(html: str) -> None:
    for seen in (page(html), walked(html)):
        for name in FACTS:
            getattr(PageFacts(seen), name)


def broken(judged: PageObservation) -> list[str]:
    verdicts = judge_page(judged, load_checks().values()).verdicts
    return [verdict.check for verdict in verdicts if verdict.reason == "check-error"]


@pytest.mark.parametrize("html", HOSTILE.values(), ids=HOSTILE.keys())
def test_no_check_breaks_on_a_hostile_page(html: str) -> None:
    assert broken(page(html)) == []


TAGS = ["a", "form", "input", "footer", "template", "table", "script", "main", "svg", "title", "b"]
PIECE = st.one_of(
    st.text(max_size=20),
    st.sampled_from(TAGS).map(lambda tag: f"<{tag}>"),
    st.sampled_from(TAGS).map(lambda tag: f"</{tag}"),
    st.tuples(st.sampled_from(TAGS), st.sampled_from(["href", "id", "name", "type", "for", "role"]),
              st.text(max_size=12)).map(lambda t: f'<{t[0]} {t[1]}="{t[2]}">'),
)  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECE, max_size=30).map("".join))
def test_no_check_breaks_on_any_markup(html: str) -> None:
    assert broken(page(html)) == []


def test_megabytes_are_judged_in_seconds() -> None:
    chance = random.Random(1)
    words = ["form", "privacy", "signature", "email", "of", "the", "OMB", "call", "202-555-0100"]
    rows = [
        f"<tr><td><a href='/d{n}.pdf'>{' '.join(chance.choices(words, k=8))}</a></td></tr>"
        for n in range(20_000)
    ]
    html = f"<main><table>{''.join(rows)}</table></main>"
    assert len(html) > 1_500_000
    start = time.process_time()
    assert broken(page(html)) == []
    assert time.process_time() - start < 30
