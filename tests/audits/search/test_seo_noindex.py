import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.page import PageFacts
from audits.search.seo_noindex import seo_noindex
from ideaaudit.models import PageObservation
from tests.audits.build import ABOUT, HOME, outcome_of, page

NOINDEX = '<meta name="robots" content="noindex">'


def meta(content: str, name: str = "robots") -> PageObservation:
    return page(f'<head><meta name="{name}" content="{content}"></head><p>Hi')


def header(*values: str) -> PageObservation:
    return page("<p>Hi", headers=tuple(("x-robots-tag", value) for value in values))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<p>Hi"), "passed", id="nothing said"),
        pytest.param(meta("index, follow"), "passed", id="index"),
        pytest.param(meta(""), "passed", id="empty"),
        pytest.param(meta("nofollow"), "passed", id="only nofollow"),
        pytest.param(meta("max-snippet:-1, max-image-preview:large"), "passed", id="with values"),
        pytest.param(page("<p>noindex"), "passed", id="only the word"),
        pytest.param(meta("noindex", "author"), "passed", id="another element"),
        pytest.param(meta("noindex"), "failed", id="noindex"),
        pytest.param(
            page('<META NAME=" ROBOTS " CONTENT=" NoIndex , Follow">'),
            "failed",
            id="upper case and odd spacing",
        ),
        pytest.param(meta("none"), "failed", id="none"),
        pytest.param(meta("noindex", "GoogleBot"), "failed", id="one crawler by name"),
        pytest.param(header("noindex"), "failed", id="a header"),
        pytest.param(header("all", "NOINDEX, nofollow"), "failed", id="the second header"),
        pytest.param(header("googlebot: noindex, nofollow"), "failed", id="a header with a name"),
        pytest.param(header("max-snippet: 20, noindex"), "failed", id="a value and a rule"),
        pytest.param(header("unavailable_after: 25 Jun 2027 15:00:00 PST"), "passed", id="a date"),
        pytest.param(header(""), "passed", id="an empty header"),
        pytest.param(meta("noarchive"), "cantTell", id="noarchive"),
        pytest.param(header("nosnippet"), "cantTell", id="nosnippet"),
        pytest.param(page(NOINDEX, f"{HOME}search?q=x"), "cantTell", id="search results"),
        pytest.param(page("<p>x", f"{HOME}search?q=x"), "passed", id="open search results"),
        pytest.param(page(NOINDEX, f"{HOME}list?page=2"), "cantTell", id="a URL with a query"),
        pytest.param(page(NOINDEX, f"{HOME}Print/a"), "cantTell", id="a printed view"),
        pytest.param(
            page(NOINDEX, f"{HOME}research/blueprint"), "failed", id="names like a view's"
        ),
        pytest.param(
            page(f'{NOINDEX}<link rel="canonical" href="/other">'), "cantTell", id="a copy"
        ),
        pytest.param(
            page(f'{NOINDEX}<link rel="canonical" href="{ABOUT}/">'),
            "failed",
            id="its own canonical page",
        ),
        pytest.param(page(f"{NOINDEX}<input type=password>"), "inapplicable", id="a sign-in page"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(seo_noindex, seen) == outcome


def test_whom_and_how_is_what_is_wrong() -> None:
    [evidence] = seo_noindex.judge(header("googlebot: noindex")).evidence
    assert (evidence.datum, evidence.detail) == ("googlebot header", "For googlebot, by header.")
    [evidence] = seo_noindex.judge(meta("noindex")).evidence
    assert (evidence.datum, evidence.detail) == ("* meta", "For all crawlers, by meta.")


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (
            "noindex, googlebot: nofollow, bingbot: none",
            {
                "*": {"noindex"},
                "googlebot": {"nofollow"},
                "bingbot": {"none", "noindex", "nofollow"},
            },
        ),
        ("otherbot: noindex, nofollow", {"otherbot": {"noindex", "nofollow"}}),
        ("max-video-preview: 3, noarchive", {"*": {"max-video-preview", "noarchive"}}),
        (" , ,", {}),
        (":", {}),
    ],
)
def test_a_header_is_read_as_crawlers_read_it(value: str, expected: dict[str, set[str]]) -> None:
    tags = PageFacts(header(value)).robots_tags
    assert {tag.agent: set(tag.rules) for tag in tags} == expected


@given(st.lists(st.text(max_size=80), max_size=4), st.text(max_size=80))
def test_no_header_and_no_meta_breaks_it(values: list[str], content: str) -> None:
    seen = page(
        f"<meta name=robots content='{content}'>",
        headers=tuple(("x-robots-tag", value) for value in values),
    )
    for tag in PageFacts(seen).robots_tags:
        assert tag.rules
        assert all(rule == rule.lower().strip() for rule in tag.rules)


@given(
    st.sampled_from(["noindex", "none", "NOINDEX"]),
    st.lists(st.sampled_from(["nofollow", "noarchive", "max-snippet:5", "all", ""]), max_size=4),
    st.randoms(),
)
def test_noindex_is_found_wherever_it_stands(rule: str, others: list[str], shuffle: object) -> None:
    pieces = [*others, rule]
    shuffle.shuffle(pieces)  # type: ignore[attr-defined]
    for seen in (header(" , ".join(pieces)), meta(",".join(pieces)), header(*pieces)):
        assert outcome_of(seo_noindex, seen) == "failed"
