import pytest

from audits.secure.sec_third_party_static import sec_third_party_static
from ideaaudit.models import RequestSeen
from tests.audits.build import outcome_of, page, walked

JQUERY = "https://code.jquery.com/jquery-3.7.1.min.js"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param("<p>None", "passed", id="nothing"),
        pytest.param("<script src=/a.js></script><link rel=stylesheet href=a.css>", "passed",
                     id="its own"),
        pytest.param("<script src=//cdn.agency.gov/a.js></script>", "passed", id="of its domain"),
        pytest.param("<script src=https://dap.digitalgov.gov/a.js></script>", "passed", id=".gov"),
        pytest.param("<script src=https://www.google.com/recaptcha/api.js></script>", "passed",
                     id="a captcha"),
        pytest.param("<script src=https://www.googletagmanager.com/gtm.js></script>", "passed",
                     id="analytics"),
        pytest.param(f"<a href={JQUERY}>x</a><img src={JQUERY}>", "passed", id="no script"),
        pytest.param("<script src=''></script><script>x</script><link rel=stylesheet>", "passed",
                     id="no address"),
        pytest.param("<script src='data:text/javascript,x'></script>", "passed", id="inline data"),
        pytest.param("<link rel=preconnect href=https://fonts.gstatic.com>", "passed",
                     id="only connected"),
        pytest.param("<link rel=preload as=image href=https://unpkg.com/a.png>", "passed",
                     id="an image beforehand"),
        pytest.param("<script src='https://notunpkg.gov/a.js'></script>", "passed", id="near miss"),
        pytest.param(f"<SCRIPT SRC=' {JQUERY} '></SCRIPT>", "failed", id="upper case, spaces"),
        pytest.param("<script src='//CDN.JSDELIVR.NET/npm/a@1/b.js'></script>", "failed",
                     id="the page's scheme"),
        pytest.param("<link rel='Alternate Stylesheet' href=https://unpkg.com/a.css>", "failed",
                     id="a style"),
        pytest.param("<link rel=modulepreload href=https://esm.sh/a>", "failed", id="a module"),
        pytest.param("<link rel=preload as=Font href=https://fonts.gstatic.com/a>", "failed",
                     id="a font beforehand"),
        pytest.param(f"<x-a><template shadowrootmode=open><script src={JQUERY}></script>"
                     "</template></x-a>", "failed", id="in a shadow root"),
        pytest.param(f"<script src={JQUERY} integrity=sha256-x></script>", "failed", id="pinned"),
        pytest.param("<link rel=stylesheet href=https://fonts.googleapis.com/css2?a>", "cantTell",
                     id="styles made for the page"),
        pytest.param("<script src=https://kit.fontawesome.com/1.js></script>", "cantTell",
                     id="a kit"),
        pytest.param("<script src=https://d1.cloudfront.net/a.js></script>", "cantTell",
                     id="a delivery network"),
        pytest.param("<script src=https://other.example/a.js></script>", "cantTell",
                     id="an unknown host"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(sec_third_party_static, page(html)) == outcome


@pytest.mark.parametrize(
    ("url", "kind", "outcome"),
    [
        pytest.param(JQUERY, "script", "failed", id="a script"),
        pytest.param("https://unpkg.com/a.WOFF2?v=1#x", "other", "failed", id="a font by its name"),
        pytest.param("https://unpkg.com/a.png", "image", "passed", id="an image"),
        pytest.param("https://unpkg.com/a.json", "xhr", "passed", id="data"),
        pytest.param("https://[", "script", "passed", id="no host"),
    ],
)
def test_what_the_browser_asked_for_counts_too(url: str, kind: str, outcome: str) -> None:
    seen = page("<p>x", requests=(RequestSeen(url, kind),))
    assert outcome_of(sec_third_party_static, seen) == outcome


def test_a_page_that_no_browser_opened() -> None:
    scripted = "<p>" + "word " * 30 + "<script src=/a.js></script>"
    assert outcome_of(sec_third_party_static, walked(scripted)) == "cantTell"
    seen = walked(f"{scripted}<script src={JQUERY}></script>")
    assert outcome_of(sec_third_party_static, seen) == "failed"
    assert sec_third_party_static.judge(seen).measures == ()


def test_the_file_is_the_cause_and_what_is_made_is_its_host() -> None:
    html = (
        f"<script src={JQUERY} integrity='sha256-x'></script><script src={JQUERY}></script>"
        "<script src=https://unpkg.com/a?b=1 integrity=' '></script>"
    )
    found = sec_third_party_static.judge(page(html)).evidence
    assert [one.datum for one in found] == ["code.jquery.com/jquery-3.7.1.min.js", "unpkg.com/a"]
    assert found[0].detail == (
        f"script {JQUERY}; its path shows that it never changes; held to one content by its "
        "integrity attribute."
    )
    assert found[1].detail == "script https://unpkg.com/a."
    made = sec_third_party_static.judge(page("<script src=https://other.example/a.js></script>"))
    assert made.evidence[0].datum == "other.example"
    assert "on another's host" in made.evidence[0].detail


@pytest.mark.parametrize(
    ("path", "versioned"),
    [
        ("/jquery/3.6.0/jquery.js", True), ("/bootstrap@5.1.3/a.css", True),
        ("/a@5/b.js", True), ("/a.min.css", True), ("/jquery-3.7.1.js", True), ("/v2/a.js", False),
        ("/a.js", False), ("/2026/a.js", False), ("/min.js/a", False),
    ],
)  # fmt: skip
def test_a_version_in_the_path_is_noted(path: str, versioned: bool) -> None:
    html = f"<script src=https://unpkg.com{path}></script>"
    detail = sec_third_party_static.judge(page(html)).evidence[0].detail
    assert ("never changes" in detail) is versioned


def test_hosts_that_were_asked_are_counted() -> None:
    asked = tuple(
        RequestSeen(url, kind)
        for url, kind in [
            ("https://b.example/a", "image"), ("https://a.example/b", "xhr"),
            ("https://a.example/c", "xhr"), ("https://www.agency.gov/", "image"),
            ("https://frame.example/", "document"), ("data:x", "image"),
        ]
    )  # fmt: skip
    found = sec_third_party_static.judge(page("<p>", requests=asked))
    assert found.measures == (
        ("third-party-count", 2), ("third-party-domains", "a.example, b.example"),
    )  # fmt: skip


def test_files_of_one_host_are_told_apart() -> None:
    html = f"<script src={JQUERY}></script><script src={JQUERY.replace('min', 'slim')}></script>"
    titles = [one.title for one in sec_third_party_static.judge(page(html)).evidence]
    assert titles == [
        "From code.jquery.com: jquery-3.7.1.min.js",
        "From code.jquery.com: jquery-3.7.1.slim.js",
    ]
