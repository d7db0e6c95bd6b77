from pathlib import Path

import pytest
from click.testing import CliRunner

from ideaaudit.flow import audit
from ideaaudit.settings import Secrets, Settings, SettingsError, read_config

DOCUMENT = Path(__file__).parents[1] / "docs" / "settings.md"


def test_settings_come_back_from_a_stored_run() -> None:
    settings = Settings(profile="home", connect_to=("a:1:b:2",), delay=0.5, seed=3)
    assert Settings.from_strings(settings.to_strings()) == settings


def test_a_setting_that_a_later_version_added_is_passed_over() -> None:
    assert Settings.from_strings({"profile": '"home"', "novelty": "1"}).profile == "home"


def test_no_more_is_rendered_than_walked() -> None:
    assert Settings(profile="full", pages=5).render_budget == 5
    assert Settings(profile="sample", render=3).render_budget == 3


def test_secrets_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("IDEAAUDIT_HEADER", "X-Key: a:b")
    monkeypatch.setenv("IDEAAUDIT_CREDENTIALS", "me:pass:word")
    found = Secrets.from_environment()
    assert found == Secrets(("X-Key", "a:b"), ("me", "pass:word"))
    assert "word" not in repr(found)


def test_a_secret_without_a_colon_is_refused_without_showing_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("IDEAAUDIT_HEADER", "hush")
    with pytest.raises(SettingsError, match="IDEAAUDIT_HEADER must be two parts") as caught:
        Secrets.from_environment()
    assert "hush" not in str(caught.value)


def test_the_file_may_use_the_names_as_the_flags_spell_them(tmp_path: Path) -> None:
    path = tmp_path / "ideaaudit.toml"
    path.write_text('fail-on = "should"\npages = 3\n')
    assert read_config(path, {"fail_on", "pages"}) == {"fail_on": "should", "pages": 3}


def test_a_file_that_is_no_toml_is_one_line(tmp_path: Path) -> None:
    path = tmp_path / "ideaaudit.toml"
    path.write_text("pages = = 3")
    with pytest.raises(SettingsError, match="cannot be read"):
        read_config(path, {"pages"})


def test_every_option_stands_in_the_documented_table() -> None:
    documented = DOCUMENT.read_text(encoding="utf-8")
    for option in audit.params:
        flag = option.opts[0]
        if flag.startswith("--"):
            name = flag.removeprefix("--").replace("-", "_")
            assert f"| `{flag}` | `IDEAAUDIT_{name.upper()}` |" in documented


def test_the_help_shows_the_defaults() -> None:
    shown = CliRunner().invoke(audit, ["--help"]).output
    assert "[default: must]" in " ".join(shown.split())


def test_engines_are_named_with_commas_or_spaces() -> None:
    (option,) = [option for option in audit.params if option.name == "engines"]
    assert option.type.convert("Firefox, webkit firefox", None, None) == ("firefox", "webkit")
    assert option.type.convert(["webkit"], None, None) == ("webkit",)
    settings = Settings(engines=("firefox", "webkit"))
    assert Settings.from_strings(settings.to_strings()) == settings
    assert Settings.looked_up({"IDEAAUDIT_ENGINES": "firefox,webkit"}.get) == settings  # type: ignore[arg-type]


def test_an_engine_that_is_not_there_is_refused_before_the_audit(tmp_path: Path) -> None:
    command = ["https://agency.gov", "--engines", "netscape", "--store", str(tmp_path)]
    found = CliRunner().invoke(audit, [*command, "--out", str(tmp_path / "out")])
    assert found.exit_code == 2
    assert "--engines knows firefox and webkit, and not 'netscape'." in found.output
    assert not list(tmp_path.glob("runs/*"))
