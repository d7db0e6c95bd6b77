import pytest

from audits.facts.doctype import doctype_of
from audits.mobile.mobile_doctype_standards import mobile_doctype_standards
from ideaaudit.models import PageObservation, Styles
from tests.audits.build import outcome_of, page, showing

TEXT = "<title>A</title><p>Text</p>"
HTML4 = '<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 4.01{}//EN"{}>' + TEXT
STRICT = ' "http://www.w3.org/TR/html4/strict.dtd"'
XHTML = (
    '<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Transitional//EN"'
    ' "http://www.w3.org/TR/xhtml1/DTD/xhtml1-transitional.dtd">' + TEXT
)


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<!doctype html>" + TEXT), "passed", id="today's"),
        pytest.param(page("<!DOCTYPE  HTML >" + TEXT), "passed", id="upper case, odd spaces"),
        pytest.param(page("\ufeff <!-- a-b -->\n<!doctype html>" + TEXT), "passed", id="a comment"),
        pytest.param(
            page('<?xml version="1.0"?><!doctype html>' + TEXT), "passed", id="an XML declaration"
        ),
        pytest.param(
            page('<!doctype html SYSTEM "about:legacy-compat">' + TEXT), "passed", id="legacy"
        ),
        pytest.param(
            page("<!doctype html>" + TEXT, served=""), "passed", id="only the rendering was seen"
        ),
        pytest.param(page(TEXT, media_type="application/xhtml+xml"), "cantTell", id="XML"),
        pytest.param(page(TEXT), "failed", id="none"),
        pytest.param(page("x <!doctype html>" + TEXT), "failed", id="it comes too late"),
        pytest.param(page("<!-- never closed <!doctype html>"), "failed", id="in a comment"),
        pytest.param(page("<!doctype>" + TEXT), "failed", id="without a name"),
        pytest.param(page("<!doctype svg>" + TEXT), "failed", id="of another language"),
        pytest.param(page(HTML4.format(" Transitional", "")), "failed", id="no system identifier"),
        pytest.param(
            page('<!DOCTYPE HTML PUBLIC "-//W3C//DTD HTML 3.2 Final//EN">'), "failed", id="old"
        ),
        pytest.param(page("<!doctype html>" + TEXT, served=TEXT), "failed", id="as it was served"),
        pytest.param(
            page("<!doctype html><frameset><frame src=a></frameset>"), "failed", id="frames"
        ),
        pytest.param(
            showing("<!doctype html>" + TEXT, styles=Styles(quirks=True)),
            "failed",
            id="the browser says quirks",
        ),
        pytest.param(
            showing(TEXT, styles=Styles(quirks=False)), "cantTell", id="the browser says standards"
        ),
        pytest.param(page(HTML4.format("", STRICT)), "cantTell", id="HTML 4 in standards mode"),
        pytest.param(page(HTML4.format(" Transitional", STRICT)), "cantTell", id="almost standard"),
        pytest.param(page(XHTML), "cantTell", id="XHTML 1"),
        pytest.param(
            page("<!doctype html><CENTER>x</CENTER><font>y</font>"), "cantTell", id="obsolete"
        ),
        pytest.param(
            page("<!doctype html><p>&lt;font&gt;<!-- <font> --><code>center</code>"),
            "passed",
            id="obsolete elements only spoken of",
        ),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_doctype_standards, seen) == outcome


def test_each_obsolete_element_is_one_fix_with_its_number() -> None:
    html = "<!doctype html><font>a</font><font>b</font><tt>c</tt>"
    judgement = mobile_doctype_standards.judge(page(html))
    assert [(one.datum, one.count) for one in judgement.evidence] == [("font", 2), ("tt", 1)]
    assert judgement.measures == (("obsolete-elements", 3),)


@pytest.mark.parametrize(
    ("markup", "html5", "quirks"),
    [
        ("<!doctype html>", True, False),
        ("<!doctype html SYSTEM 'about:legacy-compat'>", True, False),
        ("<!doctype html system \"x.dtd\">", False, False),
        ('<!DOCTYPE html PUBLIC "html">', False, True),
        ("<!DOCTYPE html PUBLIC '-//IETF//DTD HTML 2.0//EN'>", False, True),
        ('<!DOCTYPE html PUBLIC "-//W3C//DTD HTML 4.01 Frameset//EN" "x">', False, False),
        ('<!DOCTYPE html PUBLIC "" "http://www.ibm.com/data/dtd/v11/ibmxhtml1-transitional.dtd">',
         False, True),
        ("<!doctype html", True, False),
        ("<!doctypehtml>", False, True),
        ("", False, True),
        ("<!doc", False, True),
    ],
)  # fmt: skip
def test_doctype(markup: str, html5: bool, quirks: bool) -> None:
    found = doctype_of(markup)
    assert (found.html5, found.quirks) == (html5, quirks)


def test_a_doctype_that_is_not_there_is_said_to_be_none() -> None:
    details = [
        mobile_doctype_standards.judge(page(html)).evidence[0].detail
        for html in (TEXT, "<!doctype svg>" + TEXT)
    ]
    assert details == ["No doctype.", "The doctype puts the page into quirks mode."]
