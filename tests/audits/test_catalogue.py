"""Nothing names the checks, so these tests hold the catalogue together."""

import json
from inspect import getsource
from pathlib import Path

import pytest

from audits.catalogue import catalogue, heads, load_checks, manual_cards
from audits.check import Check
from ideaaudit.models import Automation, Card, Level

ROOT = Path(__file__).parents[2]
DRAFT = ROOT.parent / "shared" / "catalogue.json"
GROUPS = dict(zip([f"G{i}" for i in range(1, 14)], [head.id for head in heads()], strict=True))
AMERICAN = {
    "programmes": "programs",
    "colours": "colors",
    "Personalisation": "Personalization",
    "organisation": "organization",
    "prioritisation": "prioritization",
}

checks = pytest.mark.parametrize("check", load_checks().values(), ids=lambda check: check.id)
manual = pytest.mark.parametrize("card", manual_cards(), ids=lambda card: card.id)


def test_thirteen_heads_stand_in_the_order_of_the_law() -> None:
    assert [head.id for head in heads()] == [
        "accessible", "consistent", "unduplicated", "search", "secure", "user_centered",
        "customized", "mobile", "required_links", "digitized", "esignature", "experience",
        "shared_services",
    ]  # fmt: skip
    assert all(head.title and head.citation and head.text for head in heads())


def test_every_head_has_two_checks_at_least() -> None:
    for head in heads():
        assert sum(check.card.head == head.id for check in load_checks().values()) >= 2


def test_every_level_is_used() -> None:
    assert {check.card.level for check in load_checks().values()} == set(Level)


def test_cards_are_ordered_by_head_then_id_and_no_id_comes_twice() -> None:
    order = [head.id for head in heads()]
    keys = [(order.index(card.head), card.id) for card in catalogue().cards]
    assert keys == sorted(set(keys))
    assert len({card.id for card in catalogue().cards}) == len(keys)


def test_the_twenty_four_manual_items_are_there() -> None:
    assert len(manual_cards()) == 24


@checks
def test_a_check_lives_in_the_file_that_its_id_names(check: Check) -> None:
    module = check.judge.__module__
    assert module == f"audits.{check.card.head}.{check.id.replace('-', '_')}"


@checks
def test_a_check_has_a_test_of_its_own(check: Check) -> None:
    name = f"test_{check.id.replace('-', '_')}.py"
    assert (ROOT / "tests" / "audits" / check.card.head / name).is_file()


@checks
def test_a_check_says_all_that_a_reader_needs(check: Check) -> None:
    card = check.card
    assert card.question.endswith("?")
    assert card.why
    assert card.remedy
    assert card.decided
    assert {example.outcome for example in card.examples} & {"passed", "cantTell"}
    assert "compliant" not in json.dumps([card.title, card.why, card.remedy, card.decided])


@checks
def test_a_check_that_reads_what_others_failed_names_no_fix_of_its_own(check: Check) -> None:
    source = getsource(check.judge)
    assert check.card.sums == ("view.failed" in source or "standings(" in source)


@manual
def test_a_manual_item_is_a_question_that_a_person_can_answer(card: Card) -> None:
    assert card.question.endswith("?")
    assert card.why
    assert card.remedy
    assert card.evidence
    assert card.automation is Automation.MANUAL


@pytest.mark.skipif(not DRAFT.exists(), reason="the draft catalogue is not in this checkout")
def test_cards_agree_with_the_draft_catalogue() -> None:
    rows = {row["id"]: row for row in json.loads(DRAFT.read_text())["requirements"]}
    for card in catalogue().cards:
        row = rows[card.id]
        title = row["title"]
        for british, american in AMERICAN.items():
            title = title.replace(british, american)
        assert card.title == title
        assert card.citation == row["citation"]
        assert (card.strength, card.level) == (row["strength"], row["level"])
        assert card.automation == row["automation"]
        assert card.head == GROUPS[row["group"].split()[0]]
    wanted = {row["id"] for row in rows.values() if row["automation"] == "manual"}
    assert {card.id for card in manual_cards()} == wanted
