import pytest

from audits.facts.page import PageFacts
from audits.facts.security_headers import headers_of
from audits.secure.sec_headers import sec_headers
from ideaaudit.models import PageObservation
from tests.audits.build import ABOUT, HOME, outcome_of, page, site

ALL = (
    ("content-security-policy", "default-src 'self'"),
    ("x-content-type-options", "nosniff"),
    ("referrer-policy", "same-origin"),
    ("x-frame-options", "DENY"),
)


def having(
    headers: tuple[tuple[str, str], ...], url: str = HOME, html: str = "<p>x"
) -> PageObservation:
    return page(html, url, headers=headers)


@pytest.mark.parametrize(
    ("pages", "outcome"),
    [
        pytest.param([having(ALL), having(ALL, ABOUT)], "passed", id="on both pages"),
        pytest.param([having(ALL), having(ALL[1:], ABOUT)], "failed", id="one lacks one"),
        pytest.param([having((("server", "x"),))], "failed", id="none at all"),
        pytest.param([having(())], "cantTell", id="no headers were seen"),
        pytest.param([having(ALL), page("x", ABOUT, headers=ALL[1:], status=404)], "passed",
                     id="an error page is none of the site's"),
    ],
)  # fmt: skip
def test_outcome(pages: list[PageObservation], outcome: str) -> None:
    assert outcome_of(sec_headers, site(*pages)) == outcome


def test_each_header_is_a_cause_with_its_share_of_pages() -> None:
    found = sec_headers.judge(site(having(ALL), having(ALL[2:], ABOUT)))
    assert [(one.datum, one.url, one.detail) for one in found.evidence] == [
        ("csp", ABOUT, "Missing on 1 of 2 pages."), ("nosniff", ABOUT, "Missing on 1 of 2 pages."),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("headers", "html", "found"),
    [
        pytest.param(ALL, "", ["csp", "frames", "nosniff", "referrer"], id="all"),
        pytest.param([("content-security-policy", "x; Frame-Ancestors 'none'")], "",
                     ["csp", "frames"], id="a policy on frames"),
        pytest.param([("content-security-policy", "x-frame-ancestors 'none'")], "", ["csp"],
                     id="another directive"),
        pytest.param([("content-security-policy", " ")], "", [], id="an empty policy"),
        pytest.param([("content-security-policy-report-only", "x")], "", [], id="only reported"),
        pytest.param([], "<meta http-equiv=' Content-Security-Policy' content=x>", ["csp"],
                     id="a policy in the markup"),
        pytest.param([], "<meta http-equiv=Content-Security-Policy content=' '>", [],
                     id="an empty policy in the markup"),
        pytest.param([], "<meta name=Content-Security-Policy content=x>", [], id="a meta name"),
        pytest.param([], "<meta name=Referrer content=no-referrer>", ["referrer"],
                     id="a referrer policy in the markup"),
        pytest.param([("referrer-policy", "no-referrer, Strict-Origin")], "", ["referrer"],
                     id="several referrer policies"),
        pytest.param([("referrer-policy", "never")], "", [], id="no such referrer policy"),
        pytest.param([("x-frame-options", " SameOrigin ")], "", ["frames"], id="spacing"),
        pytest.param([("x-frame-options", "ALLOWALL")], "", [], id="all may frame it"),
        pytest.param([("x-content-type-options", "NoSniff, nosniff")], "", ["nosniff"], id="twice"),
        pytest.param([("x-content-type-options", "sniff")], "", [], id="sniff"),
    ],
)  # fmt: skip
def test_headers_of_a_page(headers: list[tuple[str, str]], html: str, found: list[str]) -> None:
    seen = page(html, headers=tuple(headers))
    assert headers_of(seen, PageFacts(seen).document) == found
