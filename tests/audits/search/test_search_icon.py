import pytest

from audits.search.search_icon import search_icon
from ideaaudit.models import PageObservation
from tests.audits.build import outcome_of, page


def form(inside: str, around: str = "") -> PageObservation:
    return page(f'<form role="search"><input name="q">{inside}</form>{around}')


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(form("<button>Search</button>"), "passed", id="the word"),
        pytest.param(form("<BUTTON>SEARCH</BUTTON>"), "passed", id="upper case"),
        pytest.param(form("<button>&nbsp;Buscar&nbsp;</button>"), "passed", id="Spanish"),
        pytest.param(form("<button aria-label='Search'></button>"), "passed", id="a name"),
        pytest.param(form("<img src='/i/magnifier.png' alt=''>"), "passed", id="a picture"),
        pytest.param(form("<svg><use href='/s.svg#search'></use></svg>"), "passed", id="an SVG"),
        pytest.param(form("<i class='fa fa-search'></i>"), "passed", id="a font's icon"),
        pytest.param(form("<button>🔍</button>"), "passed", id="a character"),
        pytest.param(
            form("<span class='material-icons'>search</span>"), "passed", id="Material icons"
        ),
        pytest.param(form("<input type=image src=search.gif>"), "passed", id="an image button"),
        pytest.param(page('<a href="/search">Search</a>'), "passed", id="a link"),
        pytest.param(
            page("<div><template shadowrootmode=open><form role=search><input name=q>"
                 "<button>Search</button></form></template></div>"),
            "passed", id="in a shadow root"),
        pytest.param(form("<button>Go</button>"), "cantTell", id="neither"),
        pytest.param(form("<button>Research</button>"), "cantTell", id="a near miss"),
        pytest.param(form("", "<p>Search and rescue</p>"), "cantTell", id="a word elsewhere"),
        pytest.param(page('<a href="/search">Find</a>'), "cantTell", id="a link without the word"),
        pytest.param(page("<p>Search and rescue"), "inapplicable", id="no search"),
        pytest.param(page(""), "inapplicable", id="an empty page"),
        pytest.param(page(None), "untested", id="not read"),
    ],
)  # fmt: skip
def test_outcome(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(search_icon, seen) == outcome


def test_icon_and_word_are_told_apart() -> None:
    assert "glass" in search_icon.judge(form("<i class='icon-search'></i>")).summary
    assert "name" in search_icon.judge(form("<button>Search</button>")).summary
