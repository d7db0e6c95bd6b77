from urllib.parse import urljoin, urlsplit

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from audits.facts.document import Document
from audits.facts.links import Link, links_of
from audits.facts.required import KINDS, links_to
from audits.facts.tree import absolute


def links(html: str) -> tuple[Link, ...]:
    return links_of(Document(html, "https://www.agency.gov/a/b"))


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<a href=x> Read \n more </a>", "read more"),
        ("<a href=x><img alt='A map'></a>", "a map"),
        ("<a href=x aria-label='Label'>Text</a>", "label"),
        ("<b id=n>Named</b><a href=x aria-labelledby='n gone'>Text</a>", "named"),
        ("<a href=x title='Title'></a>", "title"),
        ("<a href=x><svg><title>Drawn</title></svg></a>", "drawn"),
        ("<a href=x>It’s&nbsp;ＯＫ</a>", "it's ok"),
        ("<a href=x></a>", ""),
    ],
)
def test_a_link_is_called_by_its_accessible_name(html: str, text: str) -> None:
    assert links(html)[0].text == text


@pytest.mark.parametrize(
    ("href", "absolute"),
    [
        ("/p?q#f", "https://www.agency.gov/p?q"),
        ("c d", "https://www.agency.gov/a/cd"),
        ("//other.gov/x", "https://other.gov/x"),
        ("#top", ""),
        ("", ""),
        ("http://[bad", ""),
        ("http://a:port/", ""),
    ],
)
def test_targets_are_absolute_or_nothing(href: str, absolute: str) -> None:
    assert links(f"<a href='{href}'>x</a>")[0].href == absolute


BASES = ["https://a.gov/b/c", "http://a.gov", "https://A.gov/", "https://a.gov:8443/b", "file:///b"]
HREFS = st.one_of(
    st.text("ab/.%~?;:", max_size=8),
    st.text("ab/.%~?;:", max_size=8).map(lambda rest: f"https://a.gov/{rest}"),
)


@given(HREFS, st.sampled_from(BASES))
@example("//", BASES[0])
@example("//?a", BASES[0])
def test_a_target_is_what_joining_by_the_standard_makes_of_it(href: str, base: str) -> None:
    found = absolute(href, base)
    assert found in ("", urljoin(base, href))
    try:
        assert bool(found) == bool(href and urlsplit(urljoin(base, href)).port != -1)
    except ValueError:
        assert found == ""


def test_an_anchor_without_a_target_is_no_link() -> None:
    assert links("<a name=x>x</a>") == ()


@pytest.mark.parametrize(
    ("html", "region"),
    [
        ("<header><a href=x></a></header>", "header"),
        ("<header><nav><a href=x></a></nav></header>", "header"),
        ("<nav><a href=x></a></nav><footer></footer>", "nav"),
        ("<main><nav><a href=x></a></nav></main>", "main"),
        ("<footer><nav><a href=x></a></nav></footer>", "footer"),
        ("<footer><div class=usa-identifier><a href=x></a></div></footer>", "identifier"),
        ("<p>1<p>2<p>3<p>4<p>5<div><a href=x></a></div>", "footer"),
        ("<div><a href=x></a></div><p>1<p>2<p>3<p>4<p>5", ""),
        ("<p>1<p>2<p>3<p>4<p>5<p>6<p>7<p>8<nav><a href=x></a></nav>", "footer"),
        ("<p>1<nav><p>2<p>3<p>4<p>5<p>6<p>7<p>8<a href=x></a></nav>", "nav"),
        ("<p>1<nav><p>2<p>3<p>4<nav><p>5<p>6<p>7<p>8<a href=x></a></nav></nav>", "nav"),
    ],
)
def test_the_region_is_the_part_of_the_page(html: str, region: str) -> None:
    assert links(html)[0].region == region


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        ("privacy", ["Privacy", "PRIVACY POLICY", "Privacy & us", "Privacidad", "Terms, Privacy"]),
        ("accessibility", ["Accessibility", "Section 508", "508", "Web accessibility statement"]),
        ("foia", ["FOIA", "FOIA requests", "Freedom of Information Act (FOIA)"]),
        ("contact", ["Contact", "Contact us", "Contáctenos"]),
    ],
)  # fmt: skip
def test_required_links_are_known_by_their_names(kind: str, words: list[str]) -> None:
    for text in words:
        assert links_to(kind, links(f"<a href='/x'>{text}</a>")), text


@pytest.mark.parametrize(
    ("kind", "words"),
    [
        (
            "privacy",
            [
                "Privacy Act",
                "Privacy Impact Assessments",
                "Privacy Program",
                "Private",
                "APP-36: Pre-installed apps invading privacy",
            ],
        ),
        ("accessibility", ["Accessible parking", "Facilities accessibility", "1508 Main St"]),
        ("foia", ["Foiano", "FOIA annual report", "Information"]),
        ("contact", ["Contact lenses", "Contractors", "Subcontact"]),
    ],
)
def test_near_misses_are_not(kind: str, words: list[str]) -> None:
    for text in words:
        assert not links_to(kind, links(f"<a href='/x'>{text}</a>")), text


def test_a_target_tells_where_a_name_does_not() -> None:
    assert links_to("foia", links("<a href='https://www.foia.gov'>Records</a>"))
    assert not links_to("foia", links("<a href='/foiano'>Records</a>"))
    for path in (
        "/protecting-your-privacy",
        "/privacy.html",
        "/privacy/index.html",
        "/site/privacy/our_policy",
        "//privacy.agency.gov/x",
        "/Privacy_Policy/",
    ):
        assert links_to("privacy", links(f"<a href='{path}'>Words</a>")), path
    for path in ("/privacy-threats/PRI-0.html", "/privacy/people", "/private"):
        assert not links_to("privacy", links(f"<a href='{path}'>Words</a>")), path
    assert {"privacy", "accessibility", "foia", "contact"} < set(KINDS)


NAMES = {
    "privacy": ["Aviso de privacidad", "Privacy"],
    "accessibility": ["Accesibilidad", "508"],
    "foia": ["FOIA", "Freedom of Information"],
    "contact": ["Contacto", "Contáctenos", "Contact us"],
    "about": ["About us", "Who we are", "Acerca de", "Sobre nosotros", "Quiénes somos"],
    "vdp": ["VDP", "Report a vulnerability"],
    "no-fear": ["No FEAR Act Data", "Equal Employment Opportunity Data Posted"],
    "privacy-program": ["Privacy program", "Programa de privacidad"],
    "inspector-general": ["OIG", "Office of the Inspector General"],
    "performance": ["Budget", "Performance reports", "Informes de desempeño",
                    "Presupuesto y desempeño"],
    "usa-gov": ["USA.gov", "USAGov"],
    "plain-language": ["Plain writing", "Lenguaje claro"],
    "developer": ["Developers", "APIs", "Open API", "Desarrolladores"],
}  # fmt: skip


@pytest.mark.parametrize(("kind", "names"), NAMES.items())
def test_every_kind_is_known_by_its_names(kind: str, names: list[str]) -> None:
    for name in names:
        assert links_to(kind, links(f"<a href='/x'>{name}</a>")), name


@pytest.mark.parametrize(
    ("kind", "href"),
    [
        ("vdp", "/.well-known/security.txt"),
        ("inspector-general", "https://oig.agency.gov/"),
        ("performance", "https://www.performance.gov"),
        ("privacy-program", "/privacy/index.html"),
        ("developer", "https://developer.agency.gov/"),
        ("no-fear", "/nofear"),
        ("about", "/about-agency"),
        ("plain-language", "/plainwriting"),
    ],
)
def test_and_by_its_address(kind: str, href: str) -> None:
    assert links_to(kind, links(f"<a href='{href}'>Here</a>"))


def test_all_kinds_are_tried() -> None:
    assert set(NAMES) == set(KINDS)


@given(st.lists(st.tuples(st.text(max_size=60), st.text(max_size=30)), max_size=5), st.text())
def test_no_reference_name_or_base_breaks_it(written: list[tuple[str, str]], base: str) -> None:
    html = f'<base href="{base}">' + "".join(f'<a href="{u}">{text}</a>' for u, text in written)
    for link in links(html):
        assert link.href == "" or ":" in link.href
        assert link.where == "" or link.href.startswith(("http:", "https:"))
        assert {kind for kind in KINDS if link in links_to(kind, [link])} <= set(KINDS)
