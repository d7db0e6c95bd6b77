"""Small parsers of what other people write: robots.txt, viewports, agency names, addresses."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.agency import is_short_for
from audits.facts.contact import channels_of
from audits.facts.document import Document
from audits.facts.robots import Group, groups_of
from audits.facts.viewport import Viewport, viewport_of


def test_groups_of_one_agent_are_merged_and_rules_before_any_agent_are_nothing() -> None:
    text = "Disallow: /x\nUser-agent: A\nDisallow: /a\nUser-agent: b\nUser-agent: a\nAllow: /c"
    assert groups_of(text) == (Group(("a",), ("/c",), ("/a",)), Group(("b",), ("/c",), ()))


@given(st.text(max_size=300))
def test_no_robots_file_breaks_it(text: str) -> None:
    for group in groups_of(text + "\nUser-agent: *\nDisallow: /"):
        assert isinstance(group.closes_all, bool)
    assert any(group.agents == ("*",) for group in groups_of(text + "\nUser-agent: *\nDisallow: /"))


@pytest.mark.parametrize(
    ("content", "viewport"),
    [
        ("width=device-width, initial-scale=1", Viewport("device-width", 1.0)),
        ("WIDTH = 980;initial-scale=.5", Viewport("980", None)),
        ("initial-scale=1.0.0", Viewport("", 1.0)),
        ("", Viewport("", None)),
    ],
)
def test_viewport(content: str, viewport: Viewport) -> None:
    assert viewport_of(content) == viewport


@given(st.text(max_size=100))
def test_no_viewport_breaks_it(content: str) -> None:
    assert isinstance(viewport_of(content).width, str)


@pytest.mark.parametrize(
    ("short", "name"),
    [
        ("GSA", "General Services Administration"),
        ("HHS", "Department of Health and Human Services"),
        ("DOI", "Department of the Interior"), ("VA", "Department of Veterans Affairs"),
        ("USDA", "Department of Agriculture"), ("ED", "Department of Education"),
        ("TREAS", "Department of the Treasury"), ("DHS", "U.S. Department of Homeland Security"),
        ("USAID", "Agency for International Development"),
        ("EOP", "Executive Office of the President"), ("VA", "U.S. Department of Veterans Affairs"),
    ],
)  # fmt: skip
def test_usual_short_names_are_known(short: str, name: str) -> None:
    assert is_short_for(short, name)


@pytest.mark.parametrize(
    ("short", "name"),
    [("HHS", "Department of Labor"), ("", "Department of Labor"), ("E", "Department of Energy"),
     ("GSA", "Social Security Administration")],
)  # fmt: skip
def test_others_are_not(short: str, name: str) -> None:
    assert not is_short_for(short, name)


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("(202) 555-0100", ["phone"]), ("+1 202.555.0100", ["phone"]),
        ("1-800-FED-INFO", ["phone"]),
        ("help@agency.gov", ["email"]), ("1 Main Street, Dover, DE 19901", ["office"]),
        ("123-45-6789", []), ("2026-11-22", []), ("1234-5678", []), ("12025550100999", []),
        ("@agency", []), ("a@b", []), ("Street smart in 10000 days", []),
    ],
)  # fmt: skip
def test_channels(text: str, kinds: list[str]) -> None:
    assert channels_of(Document(f"<p>{text}", "https://a.gov/"), (), False) == kinds
