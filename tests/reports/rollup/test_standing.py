import pytest

from ideaaudit.models import Automation, Card, Level, Outcome, Strength
from reports.rollup.standing import head_standing, worst
from reports.rollup.tally import Tally

F, C, P, N, U = (
    Outcome.FAILED,
    Outcome.CANT_TELL,
    Outcome.PASSED,
    Outcome.INAPPLICABLE,
    Outcome.UNTESTED,
)


def card(
    id: str,
    strength: str = "must",
    automation: str = "full",
    level: Level = Level.SITE,
) -> Card:
    return Card(id, "h", id, "", Strength(strength), level, Automation(automation), "")


@pytest.mark.parametrize(
    ("outcomes", "stands"),
    [
        pytest.param([], U, id="nothing was asked"),
        pytest.param([P, P], P, id="all passed"),
        pytest.param([P, N], P, id="what does not apply is no hindrance"),
        pytest.param([N, N], N, id="nothing applies"),
        pytest.param([N, U], U, id="what was not seen might have applied"),
        pytest.param([P, U], C, id="passed where it was seen, not seen elsewhere"),
        pytest.param([P, C], C, id="in doubt somewhere"),
        pytest.param([P, C, U, N, F], F, id="the worst speaks"),
        pytest.param([U, U], U, id="silence is not a pass"),
    ],
)
def test_the_worst_outcome_speaks(outcomes: list[Outcome], stands: Outcome) -> None:
    assert worst(Tally.each(outcomes)) is stands


@pytest.mark.parametrize(
    ("cards", "outcomes", "stands"),
    [
        pytest.param([card("a"), card("b")], [P, P], P, id="machines see it all"),
        pytest.param([card("a"), card("b", automation="partly")], [P, P], C, id="seen in part"),
        pytest.param([card("a"), card("b", automation="partly")], [P, N], P, id="not applicable"),
        pytest.param(
            [card("a"), card("b", "should", "partly")], [P, P], C, id="guidance seen in part"
        ),
        pytest.param([card("a"), card("b", automation="manual")], [P, U], C, id="open question"),
        pytest.param([card("a"), card("b", automation="manual")], [P, P], P, id="a person said so"),
        pytest.param([card("a"), card("b", automation="manual")], [F, U], F, id="failed anyway"),
        pytest.param([card("b", automation="manual")], [U], U, id="only a question"),
        pytest.param([card("a"), card("b", "should", "manual")], [N, U], U, id="might apply"),
        pytest.param([card("a"), card("b", "should", "manual")], [N, N], N, id="does not apply"),
        pytest.param([card("a"), card("b", "should")], [P, F], P, id="guidance does not decide"),
        pytest.param([card("b", "advisory")], [F], U, id="nothing binding was judged"),
        pytest.param([card("a", "pending")], [F], F, id="a pending standard binds"),
        pytest.param([card("a", "statute")], [F], F, id="the statute binds"),
        pytest.param([], [], U, id="no check at all"),
    ],
)
def test_a_head_stands_where_its_binding_checks_do(
    cards: list[Card], outcomes: list[Outcome], stands: Outcome
) -> None:
    results = {one.id: outcome for one, outcome in zip(cards, outcomes, strict=True)}
    assert head_standing(results, cards) is stands


def test_a_question_at_another_level_keeps_a_machine_from_signing() -> None:
    asked = card("b", "should", "manual", Level.AGENCY)
    assert head_standing({"a": P}, [card("a")]) is P
    assert head_standing({"a": P}, [card("a"), asked]) is C
