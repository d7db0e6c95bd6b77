import pytest

from audits.unduplicated.content_external_links import content_external_links
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page, walked

OUT = "https://example.org/"
PLAIN = f'<a href="{OUT}">A study</a>'
MARKED = f'<a class="usa-link--external" href="{OUT}">A study</a>'


def link(attributes: str = "", inside: str = "A study", behind: str = "") -> PageObservation:
    return page(f'<main><a href="{OUT}" {attributes}>{inside}</a>{behind}</main>')


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(link('class="usa-link--external"'), "passed", id="USWDS"),
        pytest.param(link('CLASS="EXT"'), "passed", id="Drupal's class in upper case"),
        pytest.param(link('rel="noopener external"'), "passed", id="rel"),
        pytest.param(link(inside="A study (external link)"), "passed", id="a word in the name"),
        pytest.param(link(inside="Un estudio (enlace externo)"), "passed", id="Spanish"),
        pytest.param(link('title="Leaving the agency website"'), "passed", id="a title"),
        pytest.param(
            link(inside="A <svg><use href='/i.svg#external-link'/></svg>"),
            "passed",
            id="an icon inside",
        ),
        pytest.param(
            link(behind="<a href='/exit'><img src='e.gif' alt='Exit'></a>"),
            "passed",
            id="an exit icon behind",
        ),
        pytest.param(
            link(behind="<i class='fa-external-link'></i>"), "passed", id="an icon behind"
        ),
        pytest.param(link(behind=" [exit]"), "passed", id="a word in brackets behind"),
        pytest.param(page(f"<span class=ext>{PLAIN}</span>"), "passed", id="a class around"),
        pytest.param(link(), "failed", id="no mark"),
        pytest.param(link(inside=""), "failed", id="no name"),
        pytest.param(link(inside="External Affairs"), "failed", id="a near miss"),
        pytest.param(link('class="text next"'), "failed", id="classes that are like it"),
        pytest.param(
            link(behind=" and <i class='fa-external-link'></i>"),
            "failed",
            id="an icon behind other words",
        ),
        pytest.param(link(behind=" (2024)"), "failed", id="other words in brackets"),
        pytest.param(page(MARKED * 19 + PLAIN), "passed", id="nineteen of twenty"),
        pytest.param(page(MARKED * 18 + PLAIN), "cantTell", id="eighteen of nineteen"),
        pytest.param(
            page(PLAIN + '<footer><a href="/p">External Links Policy</a></footer>'),
            "passed",
            id="a policy",
        ),
        pytest.param(
            page(PLAIN + '<a href="/p">Política de enlaces</a>'), "passed", id="a policy in Spanish"
        ),
        pytest.param(
            page(PLAIN + '<a href="/p">Disclaimer</a>'), "cantTell", id="a general disclaimer"
        ),
        pytest.param(
            walked(f"{'word ' * 30}{PLAIN}<script>go()</script>"),
            "cantTell",
            id="scripts may mark them",
        ),
        pytest.param(page(""), "inapplicable", id="no links"),
        pytest.param(
            page('<a href="https://www.USA.gov/">x</a><a href="https://navy.mil">y</a>'),
            "inapplicable",
            id="government links",
        ),
        pytest.param(
            page('<a href="https://x.fs.fed.us/">x</a><a href="http:///x">y</a>'),
            "inapplicable",
            id="fed.us, and no host",
        ),
        pytest.param(
            page('<a href="mailto:a@example.org">x</a><a href="/y">y</a>'),
            "inapplicable",
            id="no web address, and the site's own",
        ),
        pytest.param(
            page(PLAIN, "https://study.example.org/"),
            "inapplicable",
            id="the site's own domain outside .gov",
        ),
        pytest.param(
            page('<footer><a href="https://www.facebook.com/a">Facebook</a></footer>'),
            "inapplicable",
            id="its own account in the footer",
        ),
        pytest.param(
            page('<main><a href="https://www.facebook.com/a">Facebook</a></main>'),
            "failed",
            id="a platform in the text",
        ),
        pytest.param(
            page('<footer><a href="https://example.org/a">Maker</a></footer>'),
            "failed",
            id="another site in the footer",
        ),
        pytest.param(page(None), "untested", id="not read"),
    ],
)
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(content_external_links, seen) == outcome


def test_each_host_is_one_fix() -> None:
    html = f'{PLAIN}{PLAIN}<a href="https://b.com/x">B</a>{MARKED}'
    found = content_external_links.judge(page(html))
    assert [one.datum for one in found.evidence] == ["b.com", "example.org"]
    assert dict(found.measures) == {"external-links": 4, "external-links-marked": 1}
