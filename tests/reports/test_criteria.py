import pytest

from ideaaudit.models import Measure, Outcome
from reports.criteria import layers


def measured(**found: str) -> list[Measure]:
    named = {f"sc:{key.replace('_', '.')[1:]}": value for key, value in found.items()}
    return [Measure(name, "x.gov", "x.gov", value) for name, value in named.items()]


def test_without_measures_there_is_no_table() -> None:
    assert layers([Measure("words", "x.gov", "x.gov", 3)]) == ()


def test_the_38_criteria_of_section_508_come_first_and_what_is_newer_apart() -> None:
    asked, added = layers(measured(_1_1_1="not tested"))
    assert (len(asked.rows), len(added.rows)) == (38, 18)
    assert {row.criterion.since for row in asked.rows} == {"2.0"}
    assert {row.criterion.since for row in added.rows} == {"2.1", "2.2"}


@pytest.mark.parametrize(
    ("found", "outcome"),
    [
        ("failed 3 of 20 pages; review 2", Outcome.FAILED),
        ("review 2 of 20 pages", Outcome.CANT_TELL),
        ("not failed on 20 pages", Outcome.CANT_TELL),
        ("not tested", Outcome.UNTESTED),
        ("absent on 20 pages", Outcome.INAPPLICABLE),
        ("always met", Outcome.INAPPLICABLE),
    ],
)
def test_no_machine_passes_a_criterion(found: str, outcome: Outcome) -> None:
    asked, _ = layers(measured(_1_1_1=found))
    assert asked.rows[0].outcome is outcome
    assert asked.rows[0].found == found


def test_the_counts_of_a_layer() -> None:
    asked, _ = layers(measured(_1_1_1="failed 1 of 2 pages", _1_4_3="not failed on 2 pages"))
    assert (asked.failed, asked.unseen) == (1, 36)
