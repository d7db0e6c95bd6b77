import pytest

from audits.secure.tls_mixed_content import tls_mixed_content
from ideaaudit.models import PageObservation, RequestSeen
from tests.audits.build import outcome_of, page, walked

BAD = "http://other.example/a"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>No files at all", "passed", id="nothing"),
        pytest.param(f"<a href='{BAD}'>x</a><area href='{BAD}'>", "passed", id="links to follow"),
        pytest.param(f"<form action='{BAD}'><input></form>", "passed", id="a form's target"),
        pytest.param(f"<p>{BAD} <code>&lt;img src={BAD}></code>", "passed", id="only named"),
        pytest.param(f"<link rel=canonical href='{BAD}'>", "passed", id="a canonical link"),
        pytest.param(f"<link rel=dns-prefetch href='{BAD}'>", "passed", id="a name looked up"),
        pytest.param("<svg xmlns='http://www.w3.org/2000/svg'></svg>", "passed", id="a namespace"),
        pytest.param("<img src='http://localhost/a'><img src='http://127.0.0.1:8/a'>", "passed",
                     id="the visitor's own machine"),
        pytest.param("<img src='http://'>", "passed", id="no host"),
        pytest.param("<img src='//other.example/a'><img src=''>", "passed", id="the page's scheme"),
        pytest.param(f"<noscript><img src='{BAD}'></noscript>", "passed", id="without scripts"),
        pytest.param(f"<template><img src='{BAD}'></template>", "passed", id="a template"),
        pytest.param("<IMG SRC=' HTTP://other.example/a '>", "failed", id="upper case, spaces"),
        pytest.param("<img src='http&#58;//other.example/a'>", "failed", id="an entity"),
        pytest.param(f"<img srcset='/a 1x, {BAD} 2x'>", "failed", id="a larger picture"),
        pytest.param(f"<script src={BAD}></script>", "failed", id="a script"),
        pytest.param(f"<link rel='Preload Stylesheet' href={BAD}>", "failed", id="a style"),
        pytest.param(f"<iframe src={BAD}></iframe>", "failed", id="a frame"),
        pytest.param(f"<object data={BAD}></object>", "failed", id="an object"),
        pytest.param(f"<video poster={BAD}></video>", "failed", id="a poster"),
        pytest.param(f"<p style='background: URL( \"{BAD}\" )'>x", "failed", id="a style"),
        pytest.param(f"<style>p {{background:url({BAD})}}</style>", "failed", id="a style element"),
        pytest.param(f"<style>@import '{BAD}';</style>", "failed", id="an import"),
        pytest.param(f"<p style='x: {BAD}'>x</p>", "passed", id="no url in a style"),
        pytest.param("<base href='http://other.example/'><img src=a>", "failed", id="the base"),
        pytest.param(f"<div><template shadowrootmode=open><img src={BAD}></template></div>",
                     "failed", id="in a shadow root"),
        pytest.param(f"<img alt='x' src='{BAD}", "passed", id="a tag that never ends"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(tls_mixed_content, page(html)) == outcome


@pytest.mark.parametrize(
    ("request_", "outcome"),
    [
        pytest.param(RequestSeen(BAD, "image"), "failed", id="an image"),
        pytest.param(RequestSeen("HTTP://other.example/a", "xhr"), "failed", id="upper case"),
        pytest.param(RequestSeen(BAD, "document"), "passed", id="a page"),
        pytest.param(RequestSeen("https://other.example/a", "image"), "passed", id="over https"),
    ],
)
def test_requests_count_too(request_: RequestSeen, outcome: str) -> None:
    assert outcome_of(tls_mixed_content, page("<p>x", requests=(request_,))) == outcome


@pytest.mark.parametrize(
    ("policy", "outcome"),
    [
        pytest.param("upgrade-insecure-requests", "passed", id="alone"),
        pytest.param("default-src 'self'; Upgrade-Insecure-Requests;", "passed", id="among others"),
        pytest.param("block-all-mixed-content", "failed", id="blocked instead"),
        pytest.param("x-upgrade-insecure-requests", "failed", id="another word"),
    ],
)
def test_a_page_may_have_its_requests_upgraded(policy: str, outcome: str) -> None:
    html = f"<img src={BAD}>"
    headers = (("content-security-policy", policy),)
    assert outcome_of(tls_mixed_content, page(html, headers=headers)) == outcome
    meta = f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
    assert outcome_of(tls_mixed_content, page(meta + html)) == outcome
    report = (("content-security-policy-report-only", policy),)
    assert outcome_of(tls_mixed_content, page(html, headers=report)) == "failed"
    other = f'<meta name="Content-Security-Policy" content="{policy}">'
    assert outcome_of(tls_mixed_content, page(other + html)) == "failed"


SCRIPTED = "<p>" + "word " * 30 + "<script src=/a.js></script>"


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(walked("<p>x"), "passed", id="no browser, and no scripts"),
        pytest.param(walked(f"{SCRIPTED}<img src={BAD}>"), "failed", id="no browser"),
        pytest.param(walked(SCRIPTED), "cantTell", id="scripts may ask for more"),
        pytest.param(page(f"<img src={BAD}>", "http://www.agency.gov/about"), "inapplicable",
                     id="a page on http"),
    ],
)  # fmt: skip
def test_how_the_page_was_seen_matters(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(tls_mixed_content, seen) == outcome


def test_each_address_comes_once_and_its_host_is_the_cause() -> None:
    html = f"<img src={BAD}><img src={BAD}>"
    seen = page(html, requests=(RequestSeen(BAD, "image"),))
    found = tls_mixed_content.judge(seen)
    assert [(one.datum, one.markup) for one in found.evidence] == [
        ("other.example img", f'<img src="{BAD}">')
    ]
