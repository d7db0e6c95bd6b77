import pytest

from audits.accessible.a11y_text_alternatives import a11y_text_alternatives
from ideaaudit.models import AxeResult, PageObservation
from tests.audits.axe import axe_of
from tests.audits.build import outcome_of, page, walked

IMG = "<main><img src=a.png></main>"


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(IMG, "failed", id="no alt"),
        pytest.param('<IMG SRC="a.png" ALT>', "cantTell", id="an empty alt marks decoration"),
        pytest.param('<img src=a.png alt="  ">', "failed", id="an alt of blanks"),
        pytest.param("<img src=a.png alt=&nbsp;>", "failed", id="an alt of a no-break space"),
        pytest.param("<img src=a.png alt='Mapa del parque'>", "cantTell", id="a name in Spanish"),
        pytest.param("<img src=a.png title=Map>", "cantTell", id="a title names it"),
        pytest.param("<img src=a.png aria-label=Map>", "cantTell", id="a label names it"),
        pytest.param("<img src=a.png aria-labelledby=x>", "cantTell", id="named by another"),
        pytest.param("<img src=a.png role=Presentation>", "cantTell", id="marked as decoration"),
        pytest.param("<img src=a.png role=none>", "cantTell", id="marked as none"),
        pytest.param("<img src=a.png hidden>", "inapplicable", id="hidden"),
        pytest.param("<p aria-hidden=true><img src=a>", "inapplicable", id="hidden with its box"),
        pytest.param("<p style='DISPLAY : none'><img src=a>", "inapplicable", id="not displayed"),
        pytest.param("<p style='visibility:hidden'><img src=a>", "inapplicable", id="invisible"),
        pytest.param("<p aria-hidden=false><img src=a>", "failed", id="said not to be hidden"),
        pytest.param("<input type=IMAGE src=a>", "failed", id="an image button"),
        pytest.param("<input type=image src=a alt=''>", "failed", id="a button is no decoration"),
        pytest.param("<input type=image src=a alt=Go>", "cantTell", id="a named image button"),
        pytest.param("<input type=text>", "inapplicable", id="a field is no image"),
        pytest.param("<svg role=img><path/></svg>", "failed", id="an SVG that says it is an image"),
        pytest.param("<svg role=img><title>Map</title></svg>", "cantTell", id="an SVG's title"),
        pytest.param("<svg><path/></svg>", "inapplicable", id="an SVG that says nothing"),
        pytest.param("<span role=img></span>", "failed", id="an element in the role of an image"),
        pytest.param("<span role=img aria-label=Map></span>", "cantTell", id="such a one named"),
        pytest.param("<noscript><img src=a></noscript>", "inapplicable", id="for no browser"),
        pytest.param(
            "<x-a><template shadowrootmode=open><img src=a></template></x-a>",
            "failed", id="in a shadow root",
        ),
        pytest.param("<main><img src='http://[bad' alt=x>", "cantTell", id="a broken address"),
        pytest.param("<main><p>Text", "inapplicable", id="no image"),
        pytest.param("", "inapplicable", id="an empty page"),
    ],
)  # fmt: skip
def test_outcome_by_markup(html: str, outcome: str) -> None:
    assert outcome_of(a11y_text_alternatives, page(html)) == outcome


@pytest.mark.parametrize(
    ("html", "axe", "outcome"),
    [
        pytest.param("x", axe_of("image-alt"), "failed", id="axe found one, in a frame"),
        pytest.param(IMG, axe_of(passes=("image-alt",)), "cantTell", id="axe knows it is hidden"),
        pytest.param(IMG, axe_of("label"), "failed", id="axe's rules for images did not run"),
        pytest.param("x", axe_of("label", inapplicable=("image-alt",)), "inapplicable", id="none"),
        pytest.param(IMG, axe_of(review=("image-alt",)), "cantTell", id="axe leaves it open"),
    ],
)
def test_outcome_by_axe(html: str, axe: AxeResult, outcome: str) -> None:
    assert outcome_of(a11y_text_alternatives, page(html, axe=axe)) == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(walked("<script src=a></script>" + "word " * 30), "cantTell", id="no image"),
        pytest.param(walked(IMG + "<script src=a></script>" + "w " * 30), "cantTell", id="no alt"),
        pytest.param(page(None, media_type="application/pdf"), "inapplicable", id="a file"),
    ],
)
def test_absence_proves_nothing_where_scripts_did_not_run(
    seen: PageObservation, outcome: str
) -> None:
    assert outcome_of(a11y_text_alternatives, seen) == outcome


@pytest.mark.parametrize(
    ("alt", "doubt"),
    [
        ("IMG_1234.JPG", "file's name"),
        ("dsc0012", "file's name"),
        ("some_map", "file's name"),
        ("word " * 40, "150 characters"),
        ("--", "no word"),
        ("Map of the park", ""),
        ("some map", ""),
    ],
)
def test_odd_alternatives_are_listed(alt: str, doubt: str) -> None:
    found = a11y_text_alternatives.judge(page(f'<main><img src="/x/some_map.png" alt="{alt}">'))
    assert [doubt in one.detail for one in found.evidence] == ([True] if doubt else [])


def test_images_alike_in_one_place_have_one_place() -> None:
    found = a11y_text_alternatives.judge(page("<main><p class=a><img src=1><img src=2></p></main>"))
    assert {one.path for one in found.evidence} == {"main > p.a > img"}
    assert found.measures == (("images", 2),)
