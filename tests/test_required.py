import pytest

from ideaaudit.required import is_unlike, leads_to


@pytest.mark.parametrize(
    ("kind", "text", "where", "how"),
    [
        pytest.param("privacy", "privacy policy", "", "name", id="a clear name"),
        pytest.param("privacy", "política de privacidad", "", "name", id="in Spanish"),
        pytest.param("privacy", "how we protect you", "//a.gov/privacy", "path", id="the target"),
        pytest.param("privacy", "privacy act requests", "//a.gov/privacy", "", id="only like it"),
        pytest.param("privacy", "more", "//a.gov/privacy-act", "", id="a target only like it"),
        pytest.param("privacy", "news", "", "", id="neither"),
        pytest.param(
            "accessibility", "soporte de accesibilidad", "", "name", id="as USWDS has it in Spanish"
        ),
        pytest.param("foia", "freedom of information act", "", "name", id="another kind"),
    ],
)
def test_a_link_is_of_a_kind_by_its_name_or_by_its_target(
    kind: str, text: str, where: str, how: str
) -> None:
    assert leads_to(kind, text, where) == how


@pytest.mark.parametrize(("text", "unlike"), [("privacy act", True), ("privacy policy", False)])
def test_a_name_that_is_like_a_kind_is_told_apart(text: str, unlike: bool) -> None:
    assert is_unlike("privacy", text) is unlike
