"""The facts of brand, whatever the page."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.check import SiteView
from audits.facts.banner import banner_of
from audits.facts.document import Document
from audits.facts.identity import is_named, names_of, parent_of
from audits.facts.namesakes import namesake_of
from audits.facts.notices import alarms_of
from audits.facts.survey import question_families
from audits.facts.timely import timely_of
from audits.facts.tree import normal
from ideaaudit.models import PageClass, PageSummary, SiteObservation, Target

PARTS = (
    "<usa-banner>|<section class=usa-banner>|</section>|<template shadowrootmode=x>"
    "|An official website of the |United States government|<b>|</b>|<footer>"
    "|<img src=flag.png>|<svg><title>flag|<i style='background:url(' class=flag>|\x00"
    "|<div class='usa-identifier'>|Department of |<h1>|<main>|\U0001f1fa\U0001f1f8"
    "|<a href='http://[::1'>|<script type=ld+json>{|Here’s how you know|<p"
)
PIECES = st.lists(st.sampled_from(PARTS.split("|")), max_size=30)


@given(PIECES)
def test_no_markup_breaks_them(pieces: list[str]) -> None:
    document = Document("".join(pieces), "https://www.agency.gov/news/a-b-c")
    banner = banner_of(document)
    assert banner.flag in ("", "image", "background", "unnamed")
    assert banner.there or not banner.found
    parent_of(document)
    names_of(document)
    assert timely_of(document).kind


@given(st.text())
def test_no_text_breaks_them(text: str) -> None:
    alarms_of(normal(text))
    question_families(text)
    is_named([text], text)
    document = Document(f"<header>{text}</header>", f"https://www.agency.gov/{text}")
    assert len(names_of(document)) <= 4


@pytest.mark.parametrize(
    ("name", "owner", "named"),
    [
        ("U.S. Department of Labor", "Department of Labor", True),
        ("Department of Labor and others", "Department of Labor", True),
        ("Department of the Interior", "Department of Labor", False),
        ("Department of Labor", "", False),
    ],
)
def test_a_name_is_that_of_a_list(name: str, owner: str, named: bool) -> None:
    assert is_named([name], owner) is named


def test_ten_thousand_namesakes_are_compared_in_moments() -> None:
    pages = tuple(
        PageSummary(
            f"https://a.gov/{n:05}", f"https://a.gov/{n:05}", 200, PageClass.CONTENT, rendered=True,
            title="Same", words=100, text_hash=f"{n % 5000:016x}", simhash=1 + (n % 3),
        )
        for n in range(10_000)
    )  # fmt: skip
    target = Target("https://a.gov/", "a.gov")
    view = SiteView(target, SiteObservation("a.gov", ""), pages, complete=True)
    found = [namesake_of(page, view, "title") for page in pages]
    assert all(count == 10_000 for _, count in found)
    assert not any(url for url, _ in found)  # all are nearly the same
