import io
import json
from typing import Any

import pytest

from reports.json import PLACES, URLS
from reports.write import write_json
from tests.reports.fiction import fictional_store
from tests.reports.hostile import hostile_store


def document(store: Any) -> dict[str, Any]:
    out = io.StringIO()
    write_json(store, out)
    found: dict[str, Any] = json.loads(out.getvalue())
    return found


@pytest.fixture(scope="module")
def told() -> dict[str, Any]:
    return document(fictional_store())


def site(told: dict[str, Any], key: str) -> dict[str, Any]:
    return next(one for one in told["sites"] if one["site"] == key)


def test_it_names_its_form_and_version(told: dict[str, Any]) -> None:
    assert (told["format"], told["version"]) == ("ideaaudit-report", 1)
    assert list(told) == [
        "format", "version", "run", "heads", "checks", "sites", "agencies", "government"
    ]  # fmt: skip
    assert told["run"]["notes"] == list(fictional_store().run.notes)


def test_it_counts_as_the_pages_do(told: dict[str, Any]) -> None:
    assert told["government"]["counts"] == {
        "failed": 13, "cantTell": 24, "passed": 86, "inapplicable": 1, "untested": 77
    }  # fmt: skip
    assert (told["government"]["sites"], told["government"]["audited"]) == (6, 5)
    assert [head["id"] for head in told["heads"]][:2] == ["accessible", "consistent"]


def test_every_rate_has_its_denominator_and_what_was_left_out(told: dict[str, Any]) -> None:
    checks = {one["id"]: one for one in site(told, "pollination.orchards.gov")["checks"]}
    axe = checks["a11y-axe-wcag20"]
    assert axe["rate"] == {
        "failed": 6, "judged": 24, "leftOut": [{"reason": "not-sampled", "count": 96}]
    }  # fmt: skip
    assert axe["ofAllPages"]["drawn"] == 20
    assert checks["tls-hsts"]["ofAllPages"] is None


def test_a_cause_lists_some_urls_and_counts_all(told: dict[str, Any]) -> None:
    cause = next(c for c in site(told, "orchards.gov")["causes"] if c["id"] == "c1f0a2")
    assert (cause["pages"], len(cause["urls"]), len(cause["examples"])) == (214, URLS, PLACES)
    assert cause["examples"][0]["selector"] == "header > a.logo"


def test_questions_say_what_evidence_to_give(told: dict[str, Any]) -> None:
    questions = site(told, "orchards.gov")["questions"]
    assert all(one["question"] and one["evidence"] for one in questions)
    assert {one["outcome"] for one in questions} == {"untested"}


def test_a_blocked_site_has_its_reason(told: dict[str, Any]) -> None:
    blocked = site(told, "weather.kites.gov")
    assert blocked["audited"] is False
    assert blocked["gap"]["reason"] == "blocked"


def test_hostile_strings_are_data_and_the_text_is_ascii() -> None:
    out = io.StringIO()
    write_json(hostile_store(), out)
    assert out.getvalue().isascii()
    assert "\x1b" not in out.getvalue()
    assert "<script>alert(1)</script>" in json.loads(out.getvalue())["run"]["startedAt"]
