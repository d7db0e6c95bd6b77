import pytest

from crawler.progress import Progress


def test_a_site_that_wants_long_pauses_is_named_once_and_waited_for(
    capsys: pytest.CaptureFixture[str],
) -> None:
    progress = Progress(5.0, 1)
    for pause in (0.5, 10.0, 10.0):
        progress.paced("agency.gov", pause)
    said = capsys.readouterr().err
    assert said.count("robots.txt of agency.gov asks for 10 s between requests") == 1
    assert progress.expected > 300


def test_a_quiet_audit_does_not_say_it(capsys: pytest.CaptureFixture[str]) -> None:
    progress = Progress(5.0, 1, quiet=True)
    progress.paced("agency.gov", 10.0)
    assert capsys.readouterr().err == ""
