import pytest

from audits.mobile.mobile_no_flash_plugin import mobile_no_flash_plugin
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

WORDS = "<p>" + "word " * 30


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("<p>Text"), "passed", id="none"),
        pytest.param(page('<object data="/a.pdf" type="application/pdf">'), "passed", id="a PDF"),
        pytest.param(page('<embed type="image/svg+xml" src="a.svg">'), "passed", id="a picture"),
        pytest.param(page("<object></object>"), "passed", id="an empty object"),
        pytest.param(page('<a href="/tour.swf">The tour</a>'), "passed", id="a link to a file"),
        pytest.param(page("<p>We do not use Flash or Java"), "passed", id="only spoken of"),
        pytest.param(
            page('<embed src="/swfile.html?x=.swfx">'), "passed", id="a name that is like it"
        ),
        pytest.param(
            page('<object><param name=quality value="a.swf"></object>'),
            "passed",
            id="a parameter that names no file",
        ),
        pytest.param(walked(WORDS), "passed", id="no script"),
        pytest.param(
            page("<EMBED SRC='TOUR.SWF'></EMBED>"), "failed", id="a Flash file in upper case"
        ),
        pytest.param(page('<embed src="a.swf?v=2">'), "failed", id="a Flash file with a query"),
        pytest.param(
            page('<object type=" application/x-shockwave-flash "></object>'), "failed", id="Flash"
        ),
        pytest.param(
            page('<object><param name="Movie" value="a.swf"></object>'), "failed", id="a parameter"
        ),
        pytest.param(
            page('<object classid="CLSID:D27CDB6E-AE6D-11cf-96B8-444553540000">'),
            "failed",
            id="Flash for Internet Explorer",
        ),
        pytest.param(
            page('<object data="data:application/x-silverlight-2,">'), "failed", id="Silverlight"
        ),
        pytest.param(page("<applet code=A></applet>"), "failed", id="an applet"),
        pytest.param(page('<object codetype="application/java-vm" classid="java:A.class">'),
                     "failed", id="Java in an object"),
        pytest.param(
            page('<object classid="clsid:12345678-0000-0000-0000-000000000000">'),
            "failed",
            id="another ActiveX control",
        ),
        pytest.param(
            page("<div><template shadowrootmode=open><embed src=a.swf></template></div>"),
            "failed",
            id="in a shadow root",
        ),
        pytest.param(
            walked("<script src=a.js></script><embed src=a.swf>" + WORDS),
            "failed",
            id="before scripts ran",
        ),
        pytest.param(
            page("<script>swfobject.embedSWF ('a.swf')</script>"), "cantTell", id="a script of it"
        ),
        pytest.param(
            walked("<script>AC_FL_RunContent('movie','a')</script>" + WORDS),
            "cantTell",
            id="another script of it",
        ),
        pytest.param(
            walked("<script src=a.js></script>" + WORDS), "cantTell", id="scripts not run"
        ),
        pytest.param(page(None), "untested", id="no markup was seen"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(mobile_no_flash_plugin, seen) == outcome


@pytest.mark.parametrize(
    ("markup", "kind"),
    [
        ("<applet>", "Java"),
        ("<embed src=a.xap>", "Silverlight"),
        ("<embed src=a.dcr>", "Shockwave"),
        ("<embed type=audio/x-pn-realaudio-plugin>", "RealPlayer"),
        ("<embed type=application/x-mplayer2>", "Windows Media Player"),
        ("<embed type=video/quicktime>", "QuickTime"),
        ("<object classid=clsid:1>", "ActiveX"),
    ],
)
def test_the_player_is_named(markup: str, kind: str) -> None:
    [evidence] = mobile_no_flash_plugin.judge(page(markup)).evidence
    assert evidence.datum == kind
