import pytest

from audits.facts.customizing import accounts_of, controls_of, names_of
from audits.facts.page import PageFacts
from tests.audits.build import page


def found(html: str) -> tuple[list[str], list[str]]:
    facts = PageFacts(page(html))
    names = names_of(facts.document, facts.links)
    return controls_of(facts.document, facts.forms, names), accounts_of(names)


@pytest.mark.parametrize(
    ("html", "controls"),
    [
        ("<p>Sort by the date</p>", []), ("<button></button>", []),
        ("<label>Sort by</label>", ["sort"]), ("<BUTTON>  FILTER&nbsp;by year", ["filter"]),
        ("<a href=/x>Ordenar por fecha</a>", ["sort"]), ("<summary>Filtrar</summary>", ["filter"]),
        ("<button aria-label='Increase text size'>+</button>", ["text-size"]),
        ("<button>Dark mode</button>", ["theme"]), ("<a href=x>Saved searches</a>", ["saved"]),
        ("<div role=tablist></div>", ["tabs"]), ("<th aria-sort=none>", ["sort"]),
        ("<table class='x DataTable'>", ["sort"]), ("<table class='data'>", []),
        ("<form class=filter><select name=a></select></form>", ["filter"]),
        ("<a><template shadowrootmode=open><button>Filters</button></template></a>", ["filter"]),
        (f"<button>Sort {'x' * 60}</button>", []),
        ("<legend>Filterable</legend>", []), ("<a href=x>Air filter rules</a>", []),
    ],
)  # fmt: skip
def test_controls(html: str, controls: list[str]) -> None:
    assert found(html)[0] == controls


@pytest.mark.parametrize(
    ("name", "accounts"),
    [
        ("My account", ["account"]), ("Create an Account", ["account"]), ("Mi cuenta", ["account"]),
        ("mySSA", []), ("My VA", ["account"]), ("Account of the year", []),
        ("Check your application status", ["status"]), ("Track my refund", ["status"]),
        ("Where’s my refund?", ["status"]), ("Consultar el estado", ["status"]),
        ("Case law", []), ("Save & continue", ["resume"]), ("Finish later", ["resume"]),
        ("Guardar y continuar", ["resume"]), ("Save the date", []),
    ],
)  # fmt: skip
def test_accounts(name: str, accounts: list[str]) -> None:
    assert found(f"<a href=/x>{name}</a>")[1] == accounts
    assert found(f"<p>{name}</p>")[1] == []


def test_only_so_many_buttons_are_read() -> None:
    assert found("<button>x</button>" * 300 + "<button>Filters</button>")[0] == []
    assert found("<button>x</button>" * 299 + "<button>Filters</button>")[0] == ["filter"]
