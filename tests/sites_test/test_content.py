from datetime import timedelta
from pathlib import Path

from tests.sites.content import plain_text, read_page
from tests.sites.dates import today

PAGE = """+++
title = "Low water at noon"
description = "When the water is low."
updated = {{ ago(7) }}
+++
<p>Bring boots.</p>
"""


def test_a_page_is_its_matter_its_body_and_its_place(tmp_path: Path) -> None:
    (tmp_path / "tides").mkdir()
    (tmp_path / "tides" / "low.html").write_text(PAGE, "utf-8")
    page = read_page(tmp_path / "tides" / "low.html", tmp_path)
    assert page.path == "/tides/low"
    assert page.title == "Low water at noon"
    assert page.updated == today() - timedelta(days=7)
    assert page.body == "<p>Bring boots.</p>\n"


def test_home_is_served_at_the_root(tmp_path: Path) -> None:
    (tmp_path / "home.html").write_text(PAGE, "utf-8")
    assert read_page(tmp_path / "home.html", tmp_path).path == "/"


def test_plain_text_has_words_without_tags() -> None:
    assert plain_text("<h2>High</h2>\n<p>at  <b>nine</b></p>") == "High at nine"
