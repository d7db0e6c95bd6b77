import pytest

from audits.secure.sec_form_https import sec_form_https
from tests.audits.build import outcome_of, page, walked


def form(action: str, more: str = "") -> str:
    return f'<form action="{action}" {more}><input name="q"></form>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(form("/go"), "passed", id="to the site"),
        pytest.param("<form><input></form>", "passed", id="to the page itself"),
        pytest.param(form("https://search.usa.gov/search"), "passed", id="another .gov"),
        pytest.param(form("https://af.MIL/x"), "passed", id=".mil"),
        pytest.param(form("//forms.agency.gov/"), "passed", id="another host of the domain"),
        pytest.param(form("JavaScript:void(0)"), "passed", id="a script sends it"),
        pytest.param(form("#"), "passed", id="a fragment"),
        pytest.param(form("http://www.agency.gov/go"), "failed", id="to http"),
        pytest.param(form(" HTTP://www.agency.gov/go "), "failed", id="upper case, spaces"),
        pytest.param(form("http&#58;//x.gov"), "failed", id="an entity"),
        pytest.param(form("http://x.gov", 'method="POST"') + form("/"), "failed", id="one of two"),
        pytest.param("<base href='http://x.gov/'>" + form("go"), "failed", id="by the base"),
        pytest.param(f"<x-a><template shadowrootmode=open>{form('http://x.gov')}</template></x-a>",
                     "failed", id="in a shadow root"),
        pytest.param("<form action=http://x.gov/><input>", "failed", id="never closed"),
        pytest.param(form("https://forms.example.com/"), "cantTell", id="to a company"),
        pytest.param(form("https://agency.gov.example.com/"), "cantTell", id="a name like ours"),
        pytest.param(form("mailto:help@agency.gov"), "cantTell", id="by mail"),
        pytest.param(form("http://x.gov", 'method="dialog"'), "inapplicable", id="a dialog"),
        pytest.param("<form action=http://x.gov></form>", "inapplicable", id="no fields"),
        pytest.param("<p>Formulario", "inapplicable", id="no form"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(sec_form_https, page(html)) == outcome


def test_a_form_of_a_page_on_http_goes_there_too() -> None:
    seen = page("<form><input></form>", "http://www.agency.gov/about")
    assert outcome_of(sec_form_https, seen) == "failed"


def test_browsers_may_be_told_to_upgrade() -> None:
    headers = (("content-security-policy", "upgrade-insecure-requests"),)
    ours = page(form("http://x.gov/"), headers=headers)
    assert outcome_of(sec_form_https, ours) == "passed"
    both = page(form("http://x.gov/") + form("https://x.example/"), headers=headers)
    assert outcome_of(sec_form_https, both) == "cantTell"


def test_a_page_that_no_browser_opened() -> None:
    words = "<p>" + "word " * 30
    assert outcome_of(sec_form_https, walked(f"{words}<script src=a></script>")) == "cantTell"
    assert outcome_of(sec_form_https, walked(words)) == "inapplicable"


def test_where_it_goes_is_the_cause() -> None:
    found = sec_form_https.judge(page(form("http://x.gov/a?b=1") + form("http://x.gov/c")))
    assert [one.datum for one in found.evidence] == ["http x.gov", "http x.gov"]
    assert found.evidence[0].detail == "It is sent to http://x.gov/a?b=1."
