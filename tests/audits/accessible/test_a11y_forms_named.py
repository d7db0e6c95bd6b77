import pytest

from audits.accessible.a11y_forms_named import a11y_forms_named
from ideaaudit.models import AxeResult, PageObservation
from tests.audits.axe import axe_of
from tests.audits.build import outcome_of, page, walked

BARE = "<form><input name=q></form>"
REST = "<script src=a></script>" + "word " * 30


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(BARE, "failed", id="no name"),
        pytest.param("<label for=q>Name</label><input id=q>", "cantTell", id="a label"),
        pytest.param("<LABEL FOR=q>Nombre</LABEL><INPUT ID=q>", "cantTell", id="upper case"),
        pytest.param("<label for=p>Name</label><input id=q>", "failed", id="another's label"),
        pytest.param("<label for=q></label><input id=q>", "failed", id="an empty label"),
        pytest.param("<label>Name <input></label>", "cantTell", id="a label around it"),
        pytest.param("<label><input></label>", "failed", id="an empty label around it"),
        pytest.param("<input aria-label=Name>", "cantTell", id="aria-label"),
        pytest.param("<input aria-label=' '>", "failed", id="a blank aria-label"),
        pytest.param("<input title=Name>", "cantTell", id="a title"),
        pytest.param("<input placeholder=Name>", "cantTell", id="a placeholder"),
        pytest.param("<b id=a>Name</b><input aria-labelledby='x a'>", "cantTell", id="by another"),
        pytest.param("<input aria-labelledby=a>", "failed", id="by one that is not there"),
        pytest.param("<select><option>1</select>", "failed", id="a list"),
        pytest.param("<textarea></textarea>", "failed", id="a text area"),
        pytest.param("<input type=button>", "failed", id="a button that says nothing"),
        pytest.param("<input type=BUTTON value=Go>", "cantTell", id="a button with a value"),
        pytest.param("<input type=text value=Go>", "failed", id="a value is no name of a field"),
        pytest.param("<div role=textbox>Words</div>", "failed", id="a role without a name"),
        pytest.param("<div role=checkbox>Yes</div>", "cantTell", id="a role named by its content"),
        pytest.param("<div role=checkbox></div>", "failed", id="a role without content"),
        pytest.param("<input role=switch>", "failed", id="an input in another role"),
        pytest.param("<input type=hidden>", "inapplicable", id="a hidden value"),
        pytest.param("<input type=submit>", "inapplicable", id="a button that names itself"),
        pytest.param("<select role=None disabled><option>1", "inapplicable", id="marked as none"),
        pytest.param("<select role=none><option>1", "failed", id="no control, yet it is one"),
        pytest.param("<select disabled><option>1", "failed", id="disabled for now"),
        pytest.param(
            "<input role=Combobox aria-label=Tag aria-controls='b l'><ul role=listbox id=l>",
            "cantTell",
            id="the list of a combobox",
        ),
        pytest.param(
            "<input role=combobox aria-label=Tag aria-owns=l><ul role=listbox id=l>",
            "cantTell",
            id="the list that a combobox owns",
        ),
        pytest.param(
            "<button aria-controls=l>Tags</button><ul role=listbox id=l>",
            "failed",
            id="the list of a button",
        ),
        pytest.param(
            "<input role=combobox aria-label=Tag aria-owns=l><div role=textbox id=l>",
            "failed",
            id="a combobox's field is no list",
        ),
        pytest.param("<p hidden><input>", "inapplicable", id="in a hidden box"),
        pytest.param("<button></button>", "inapplicable", id="a button is no field"),
        pytest.param(
            "<x-a><template shadowrootmode=open><input></template></x-a>",
            "failed", id="in a shadow root",
        ),
        pytest.param(BARE + "<style>input{display:none}</style>", "cantTell", id="styles may hide"),
        pytest.param("<link rel=StyleSheet href=a>" + BARE, "cantTell", id="a sheet may hide it"),
        pytest.param("<link rel=icon href=a>" + BARE, "failed", id="an icon hides nothing"),
        pytest.param("<p>Text", "inapplicable", id="no control"),
    ],
)  # fmt: skip
def test_outcome_by_markup(html: str, outcome: str) -> None:
    assert outcome_of(a11y_forms_named, page(html)) == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(page("x", axe=axe_of("label")), "failed", id="axe found one"),
        pytest.param(page(BARE, axe=axe_of(passes=("label",))), "cantTell", id="axe found none"),
        pytest.param(page(BARE, axe=axe_of("image-alt")), "failed", id="its rules did not run"),
        pytest.param(
            page("x", axe=axe_of(review=("form-field-multiple-labels",), passes=("label",))),
            "cantTell", id="two labels, in a frame",
        ),
        pytest.param(page("x", axe=axe_of(inapplicable=("label",))), "inapplicable", id="none"),
        pytest.param(walked(BARE + REST), "cantTell", id="scripts may add a name"),
        pytest.param(walked(REST), "cantTell", id="scripts may add a control"),
    ],
)  # fmt: skip
def test_outcome_by_axe_and_scripts(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_forms_named, seen) == outcome


def test_controls_are_counted() -> None:
    found = a11y_forms_named.judge(page("<input><select></select><div role=slider></div>"))
    assert found.measures == (("controls", 3),)
    assert len(found.evidence) == 3


def test_two_labels_are_shown_for_review() -> None:
    axe: AxeResult = axe_of(review=("form-field-multiple-labels",), passes=("label",))
    found = a11y_forms_named.judge(page("<input title=x>", axe=axe))
    assert [one.rule for one in found.evidence] == ["form-field-multiple-labels"]
