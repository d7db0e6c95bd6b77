import pytest

from audits.consistent.brand_identifier import brand_identifier
from tests.audits.build import outcome_of, page, site


def identifier(text: str) -> str:
    return f'<div class="usa-identifier"><p>{text}</p></div>'


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(
            identifier("An official website of the <a href=/>National Parks Office</a>"), "passed",
            id="USWDS's identifier",
        ),
        pytest.param(
            identifier("UN SITIO WEB OFICIAL DE LA <a>Oficina de Parques</a>"), "passed",
            id="Spanish, upper case",
        ),
        pytest.param(
            f"<x-a><template shadowrootmode=open>{identifier('Official site of the X')}</template>",
            "passed", id="in a shadow root",
        ),
        pytest.param(
            "<footer>© U.S.&nbsp;General Services\n Administration 2026</footer>", "passed",
            id="the agency of the list in the footer",
        ),
        pytest.param(
            '<header><img alt="General Services Administration home"></header>', "passed",
            id="the agency of the list in a logo",
        ),
        pytest.param(
            "<header>THE General Services Administration</header>", "passed", id="with an article"
        ),
        pytest.param("<footer>GSA</footer>", "cantTell", id="initials alone are not recognized"),
        pytest.param(
            "<footer>Department of Fictional Affairs</footer>", "cantTell", id="another agency"
        ),
        pytest.param("<main>General Services Administration</main>", "cantTell", id="in the text"),
        pytest.param(
            identifier("An official website of the [Parent agency]"), "cantTell",
            id="a placeholder",
        ),
        pytest.param(identifier(""), "cantTell", id="an empty identifier"),
        pytest.param(
            "<footer>An official website of the United States government</footer>", "cantTell",
            id="the country is no agency",
        ),
        pytest.param("", "cantTell", id="nothing"),
    ],
)  # fmt: skip
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(brand_identifier, page(html)) == outcome


def test_names_that_no_list_confirms_are_shown() -> None:

    view = site(page("<footer>Bureau of Land and the Sea</footer>"))
    found = brand_identifier.judge(view.pages[0], view)
    assert found.evidence[0].detail == "Bureau of Land and the Sea"


def test_the_parent_is_named_without_the_links_below_it() -> None:
    links = "<ul><li><a href=/a>About GSA</a></ul>"
    masthead = (
        "<p class='usa-identifier__identity-domain'>domain.gov</p>"
        "<p class='usa-identifier__identity-disclaimer'>An official website of the "
        "<a href=/>General Services Administration</a></p>"
    )
    view = site(page(f"<div class=usa-identifier>{masthead}{links}</div>"))
    found = brand_identifier.judge(view.pages[0], view)
    assert [one.detail for one in found.evidence] == ["General Services Administration"]
