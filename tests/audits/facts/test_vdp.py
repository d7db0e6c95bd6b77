import pytest

from audits.facts.document import Document
from audits.facts.vdp import PARTS, is_vdp, vdp_of

WHOLE = """<title>Vulnerability Disclosure Policy</title><main>
<h1>Vulnerability disclosure policy</h1><p>Issued: March 1, 2021.</p><h2>Authorization</h2>
<p>If you act in good faith we will consider your research to be authorized, and we will not
recommend legal action.</p><h2>Scope</h2><p>This policy applies to all systems of the agency.</p>
<p>Stop your test if you find personally identifiable information.</p><h2>Reporting</h2>
<p>Report a vulnerability to security@agency.gov. Reports may be submitted anonymously.
We will acknowledge receipt within three business days.</p><p>{}</p></main>"""
FILL = "More words on it. " * 20
URL = "https://agency.gov/vulnerability-disclosure-policy"


def said(text: str) -> str:
    return vdp_of(Document(f"<main>{text}</main>", URL))


def test_a_whole_policy_says_all_and_limits_nobody() -> None:
    assert said(WHOLE).split() == sorted(PARTS)


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("Alcance", "scope"), ("Safe harbour", "authorization"), ("autorizada", "authorization"),
        ("Submit it by the form", "report"), ("Send it to https://x.gov", "report"),
        ("sensitive data", "data"), ("PII", "data"), ("datos personales", "data"),
        ("within 3 days", "acknowledgment"), ("acuse de recibo", "acknowledgment"),
        ("Last updated May 2, 2024", "issued"), ("Vigente desde 2022", "issued"),
        ("anonymous", "anonymous"), ("de forma anónima", "anonymous"),
        ("Only U.S. citizens may report", "no-citizens"), ("US persons", "no-citizens"),
        ("You must provide your full name", "no-name"), ("Deberá indicar su nombre", "no-name"),
        ("only the following domains", "no-list"), ("solo los siguientes sistemas", "no-list"),
    ],
)  # fmt: skip
def test_words(text: str, part: str) -> None:
    assert part in said(text).split()


@pytest.mark.parametrize(
    "text",
    ["", "microscope", "report it", "within reason", "updated", "the following domains",
     "your name", "citizens of the world", "you may provide your name"],
)  # fmt: skip
def test_near_misses(text: str) -> None:
    assert said(text) == ""


@pytest.mark.parametrize(
    ("url", "html", "found"),
    [
        pytest.param("https://a.gov/x", WHOLE.format(FILL), True, id="by its title"),
        pytest.param(URL, f"<p>{FILL}{FILL}", True, id="by its address"),
        pytest.param("https://a.gov/vdp", f"<p>{FILL}{FILL}", True, id="by a short address"),
        pytest.param("https://a.gov/x", f"<h2>Divulgación de vulnerabilidades</h2>{FILL}{FILL}",
                     True, id="by a heading in Spanish"),
        pytest.param(URL, "<p>See our policy.", False, id="a line that leads to one"),
        pytest.param("https://a.gov/vdpx", f"<p>{FILL}{FILL}", False, id="another address"),
        pytest.param("https://a.gov/x", f"<title>Vulnerability management</title>{FILL}{FILL}",
                     False, id="another title"),
    ],
)  # fmt: skip
def test_which_page_is_one(url: str, html: str, found: bool) -> None:
    assert is_vdp(url, Document(html, url)) is found
