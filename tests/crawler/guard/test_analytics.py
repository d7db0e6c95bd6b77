import pytest

from crawler.guard.analytics import LIST, analytics, parse


@pytest.mark.parametrize(
    "host", ["dap.digitalgov.gov", "www.google-analytics.com", "region1.analytics.google.com"]
)
def test_counters_and_all_below_them_are_on_the_list(host: str) -> None:
    assert analytics().counts(host)


@pytest.mark.parametrize("host", ["digitalgov.gov", "www.google.com", "notgoogle-analytics.com"])
def test_others_are_not(host: str) -> None:
    assert not analytics().counts(host)


def test_a_url_counts_by_its_host() -> None:
    assert analytics().counts_url("https://DAP.digitalgov.gov/Universal-Federated-Analytics-Min.js")
    assert not analytics().counts_url("https://www.usa.gov/dap.digitalgov.gov")
    assert not analytics().counts_url("https://[broken/")


def test_the_list_says_where_it_comes_from_and_names_nobody_twice() -> None:
    lines = LIST.read_text(encoding="utf-8").splitlines()
    entries = [line for line in lines if line and not line.startswith("#")]
    assert any(line.startswith("# Source:") for line in lines)
    assert len(entries) == len(set(entries))
    assert len(parse(lines).hosts) + len(parse(lines).patterns) == len(entries)
