import pytest

from crawler.observers.required import required_targets

HOME = "https://agency.gov/"
FOOTER = '<footer><a href="/privacy">Privacy Policy</a></footer>'


def privacy(html: str) -> str:
    return required_targets(html, HOME).get("privacy", "")


@pytest.mark.parametrize(
    ("html", "target"),
    [
        pytest.param(FOOTER, "https://agency.gov/privacy", id="in the footer"),
        pytest.param(
            '<a href="https://dept.gov/privacy">Privacy policy</a>' + FOOTER,
            "https://agency.gov/privacy",
            id="the footer's before another",
        ),
        pytest.param(
            '<div role="contentinfo"><a href="/p">Our rules</a><a href="/privacy-x">More</a>'
            '<a href="/b">Privacy</a></div>',
            "https://agency.gov/b",
            id="a clear name before a clear address",
        ),
        pytest.param(
            '<div class="usa-identifier x"><a href="/a">Privacy policy</a></div>'
            '<a href="/b">Privacy policy</a>',
            "https://agency.gov/a",
            id="in the identifier",
        ),
        pytest.param(
            '<a href="/a">PRIVACY&nbsp; POLICY</a><a href="/b">Privacy policy</a>',
            "https://agency.gov/a",
            id="the first of two, in capitals and oddly spaced",
        ),
        pytest.param(
            '<a href="/a" aria-label="Privacy policy"><img src="x"></a>',
            "https://agency.gov/a",
            id="by its label",
        ),
        pytest.param(
            '<a href="/a"><img alt="Política de privacidad"></a>',
            "https://agency.gov/a",
            id="by its picture, in Spanish",
        ),
        pytest.param('<a href="/a" title="Privacy policy"></a>', HOME + "a", id="by its title"),
        pytest.param(
            '<base href="https://dept.gov/x/"><a href="privacy">Privacy policy</a>',
            "https://dept.gov/x/privacy",
            id="from another base",
        ),
        pytest.param('<a href="/privacy-act">Privacy Act</a>', "", id="only like it"),
        pytest.param('<a href="#privacy">Privacy policy</a>', "", id="into the page itself"),
        pytest.param('<a href="mailto:privacy@a.gov">Privacy</a>', "", id="mail"),
        pytest.param('<a href="http://[bad">Privacy policy</a>', "", id="no URL"),
        pytest.param("<a>Privacy policy</a>", "", id="no address"),
        pytest.param(
            '<base href="http://[bad"><a href="/p">Privacy</a>', HOME + "p", id="bad base"
        ),
        pytest.param("", "", id="nothing"),
    ],
)
def test_the_target_of_a_required_link_is_found(html: str, target: str) -> None:
    assert privacy(html) == target


def test_every_kind_has_its_own() -> None:
    html = FOOTER + '<a href="https://foia.gov/">FOIA</a><a href="/contact">Contact us</a>'
    found = required_targets(html, HOME)
    assert {kind: found.get(kind) for kind in ("privacy", "foia", "contact", "vdp")} == {
        "privacy": "https://agency.gov/privacy",
        "foia": "https://foia.gov/",
        "contact": "https://agency.gov/contact",
        "vdp": None,
    }
