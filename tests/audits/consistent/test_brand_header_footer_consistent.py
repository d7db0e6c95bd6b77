import pytest

from audits.consistent.brand_header_footer_consistent import brand_header_footer_consistent
from ideaaudit.models import PageObservation
from tests.audits.build import page, site, walked

WORDS = ["About", "Services", "News", "Forms", "Careers", "Contact", "Data", "Reports", "Offices"]


def html(name: str, words: list[str], lang: str = "en") -> str:
    links = "".join(f'<li><a href="/{word.lower()}">{word}</a></li>' for word in words)
    return (
        f'<html lang="{lang}"><header><ul>{links}</ul></header><main>{name}</main>'
        f"<footer>{links} Agency for Examples, Washington</footer></html>"
    )


def pages(usual: int, other: int) -> list[PageObservation]:
    strange = [word[::-1] for word in WORDS]
    return [
        page(html(str(n), WORDS if n < usual else strange), f"https://www.agency.gov/{n:03}")
        for n in range(usual + other)
    ]


@pytest.mark.parametrize(
    ("usual", "other", "outcome"),
    [
        (20, 0, "passed"),
        (19, 1, "passed"),
        (18, 2, "cantTell"),
        (14, 6, "cantTell"),
        (13, 7, "failed"),
    ],
)
def test_the_share_of_pages_decides(usual: int, other: int, outcome: str) -> None:
    judgement = brand_header_footer_consistent.judge(site(*pages(usual, other)))
    assert judgement.outcome == outcome
    assert judgement.measures == (("header-footer-share", round(usual / (usual + other), 4)),)


def test_a_menu_that_marks_the_current_page_is_the_same_menu() -> None:
    marked = [
        page(
            html("x", WORDS).replace(f'<a href="/{word.lower()}">', '<a aria-current="page">'),
            f"https://www.agency.gov/{word}",
        )
        for word in WORDS
    ]
    assert brand_header_footer_consistent.judge(site(*marked)).outcome == "passed"


def test_another_language_is_compared_with_itself() -> None:
    spanish = ["Acerca", "Servicios", "Noticias", "Formularios", "Empleos", "Contacto", "Datos"]
    both = [page(html("a", WORDS), f"https://www.agency.gov/{n}") for n in range(5)]
    both += [page(html("b", spanish, "es"), f"https://www.agency.gov/es/{n}") for n in range(5)]
    assert brand_header_footer_consistent.judge(site(*both)).outcome == "passed"


def test_one_page_has_nothing_to_be_compared_with() -> None:
    one = page(html("x", WORDS))
    assert brand_header_footer_consistent.judge(site(one, complete=True)).outcome == "inapplicable"
    assert brand_header_footer_consistent.judge(site(one)).outcome == "cantTell"


def test_pages_whose_scripts_were_not_run_are_left_out() -> None:
    shells = [
        walked("<header>Loading</header><script src=a.js></script>", f"https://www.agency.gov/s{n}")
        for n in range(9)
    ]
    judgement = brand_header_footer_consistent.judge(site(*pages(2, 0), *shells))
    assert judgement.summary.startswith("2 of 2 pages")
