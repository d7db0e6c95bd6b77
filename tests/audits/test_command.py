"""The judge_run tests hold `evaluate`; these hold `checks`."""

import json

import pytest
from click.testing import CliRunner

from audits.catalogue import catalogue
from audits.command import checks


def lines(*arguments: str) -> list[str]:
    result = CliRunner().invoke(checks, arguments)
    assert result.exit_code == 0, result.output
    return result.output.splitlines()


def test_every_check_stands_under_its_head_on_one_line() -> None:
    found = lines()
    heads = [index for index, line in enumerate(found) if line.startswith("Accessible")]
    assert found[heads[0] + 1].startswith("  a11y-axe-wcag20 ")
    listed = [line.split()[0] for line in found if line.startswith("  ")]
    assert listed == [card.id for card in catalogue().cards]


def test_a_piped_list_has_no_colors() -> None:
    assert "\x1b" not in "".join(lines())


@pytest.mark.parametrize("key", ["brand-banner-present", "esign-plan"])
def test_a_check_is_explained_whole(key: str) -> None:
    text = "\n".join(lines(key))
    card = next(card for card in catalogue().cards if card.id == key)
    for part in (card.title, card.question, card.citation, card.why, card.remedy, card.decided):
        assert part in text
    for example in card.examples:
        assert " ".join(example.markup.split()) in text


def test_json_is_whole_and_parses() -> None:
    heads = json.loads("\n".join(lines("--json")))
    assert [len(head["checks"]) for head in heads] != []
    assert sum(len(head["checks"]) for head in heads) == len(catalogue().cards)
    one = json.loads("\n".join(lines("mobile-viewport", "--json")))
    assert (one["id"], one["strength"], one["level"]) == ("mobile-viewport", "must", "page")


def test_an_unknown_id_is_one_line_with_the_nearest_and_exit_two() -> None:
    result = CliRunner().invoke(checks, ["brand-baner"])
    assert result.exit_code == 2
    assert len(result.output.strip().splitlines()) == 1
    assert "brand-banner-present" in result.output
