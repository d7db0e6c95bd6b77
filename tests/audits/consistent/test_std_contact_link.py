import pytest

from audits.consistent.std_contact_link import std_contact_link
from ideaaudit.models import PageObservation
from tests.audits.build import HOME, outcome_of, page, site, walked


def of(
    header: str = "", main: str = "", footer: str = "", url: str = f"{HOME}a"
) -> PageObservation:
    html = f"<header>Agency {header}</header><main>{main}</main><footer>Agency {footer}</footer>"
    return page(html, url)


def link(words: str = "Contact us", href: str = "/contact") -> str:
    return f'<a href="{href}">{words}</a>'


OTHERS = tuple(of(footer=link(), url=f"{HOME}{n}") for n in range(3))


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(of(footer=link()), "passed", id="where all have it"),
        pytest.param(of(footer=link(" &raquo; CONTACT\n US ")), "passed", id="loud, with an arrow"),
        pytest.param(of(footer=link("Contáctenos")), "passed", id="Spanish"),
        pytest.param(of(link(), link(), link()), "passed", id="there and elsewhere"),
        pytest.param(
            page(
                f'<footer class="usa-identifier">Agency {link()}</footer>', f"{HOME}a"
            ), "passed", id="in the identifier",
        ),
        pytest.param(
            page(
                "<x-footer><template shadowrootmode=open><footer>Agency "
                f"{link()}</footer></template></x-footer>", f"{HOME}a",
            ), "passed", id="in a shadow root",
        ),
        pytest.param(of(link()), "failed", id="in the header, where no other has it"),
        pytest.param(of(main=link()), "failed", id="in the text alone"),
        pytest.param(of(footer=link("Contact the agency")), "failed", id="other words"),
        pytest.param(of(link("Get in touch")), "failed", id="named by its target alone"),
        pytest.param(of(), "failed", id="none"),
        pytest.param(of(footer="Contact us"), "failed", id="words without a link"),
        pytest.param(
            page(f"<footer>Agency</footer><nav>{link()}</nav>", f"{HOME}a"), "cantTell",
            id="in a menu that stands by itself",
        ),
        pytest.param(page(f"<main>{link()}</main>", f"{HOME}a"), "cantTell", id="no landmarks"),
        pytest.param(page("<p>x", f"{HOME}a"), "cantTell", id="no landmarks and no link"),
        pytest.param(of(url=f"{HOME}contact"), "inapplicable", id="the contact page itself"),
        pytest.param(
            of(main=link(), url=f"{HOME}contact"), "failed", id="the contact page, in its text"
        ),
        pytest.param(
            walked("<header>Agency " + "word " * 30 + "</header><script src=a.js></script>"),
            "cantTell", id="a script may add it",
        ),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(std_contact_link, seen, *OTHERS) == outcome


def test_where_no_page_has_it_each_page_fails() -> None:
    assert outcome_of(std_contact_link, of(), of(url=f"{HOME}b")) == "failed"


def test_the_place_of_most_pages_decides() -> None:
    header = [of(link(), url=f"{HOME}h{n}") for n in range(4)]
    assert outcome_of(std_contact_link, of(link()), *header, *OTHERS) == "passed"
    assert outcome_of(std_contact_link, of(footer=link()), *header) == "failed"


@pytest.mark.parametrize(
    ("seen", "datum"),
    [
        pytest.param(of(), "none", id="none"),
        pytest.param(of(main=link()), "place", id="in the text"),
        pytest.param(of(footer=link("Contact the agency")), "text", id="other words"),
        pytest.param(of(link()), "elsewhere", id="in the header"),
    ],
)
def test_each_fault_is_a_cause_of_its_own(seen: PageObservation, datum: str) -> None:
    view = site(seen, *OTHERS)
    assert std_contact_link.judge(view.pages[0], view).evidence[0].datum == datum
