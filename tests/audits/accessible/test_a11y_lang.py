from dataclasses import replace

import pytest

from audits.accessible.a11y_lang import a11y_lang
from ideaaudit.models import AxeResult, PageObservation, RequestSeen
from tests.audits.axe import axe_of, rule
from tests.audits.build import outcome_of, page, walked

ENGLISH = "<p>" + "You can apply for the program with this form and we will answer you. " * 4
SPANISH = "<p>" + "Puede presentar su solicitud con este formulario y le daremos respuesta. " * 4
GERMAN = "<p>" + "Die Behörde bietet Hilfe für Menschen, die einen Antrag stellen wollen. " * 4
V = "html-lang-valid"


def xhtml(html: str) -> PageObservation:
    return replace(page(html), media_type="application/xhtml+xml")


@pytest.mark.parametrize(
    ("html", "outcome"),
    [
        pytest.param(f"<html lang=en>{ENGLISH}", "passed", id="English named and written"),
        pytest.param(f"<html lang=es-US>{SPANISH}", "passed", id="Spanish named and written"),
        pytest.param(f"<HTML LANG=' EN '>{ENGLISH}", "passed", id="upper case and blanks"),
        pytest.param("<html lang=en><p>Hi", "passed", id="too short to compare"),
        pytest.param(f"<html lang=en>{SPANISH}", "cantTell", id="Spanish called English"),
        pytest.param(f"<html lang=es>{ENGLISH}", "cantTell", id="English called Spanish"),
        pytest.param(f"<html lang=en>{GERMAN}", "cantTell", id="German called English"),
        pytest.param(f"<html lang=de>{GERMAN}", "passed", id="German named and written"),
        pytest.param("<html lang=en><p>" + "AAL1 AAL2 FIPS 140-2 " * 20, "passed", id="only codes"),
        pytest.param("<html lang=en><p>" + "12 345 678 " * 30, "passed", id="only figures"),
        pytest.param(f"<html>{ENGLISH}", "failed", id="no lang"),
        pytest.param("<html lang>", "failed", id="an empty lang"),
        pytest.param("<html lang=' '>", "failed", id="a blank lang"),
        pytest.param("<html lang=english>", "failed", id="a word for a tag"),
        pytest.param("<html lang=en_US>", "failed", id="an underscore"),
        pytest.param("<html lang=xx>", "failed", id="two letters that are no language"),
        pytest.param("<html lang='#!'>", "failed", id="no letters"),
        pytest.param("<html lang=e1n>", "failed", id="a digit"),
        pytest.param("<html lang=haw>", "passed", id="Hawaiian"),
        pytest.param("<html lang=lzz>", "cantTell", id="a rare language"),
        pytest.param("<html xml:lang=en>", "failed", id="xml:lang in HTML"),
        pytest.param("<body lang=en><p>Text", "failed", id="on the body"),
    ],
)
def test_outcome(html: str, outcome: str) -> None:
    assert outcome_of(a11y_lang, page(html)) == outcome


@pytest.mark.parametrize(
    ("axe", "outcome"),
    [
        pytest.param(axe_of(passes=(V,)), "passed", id="axe knows it"),
        pytest.param(AxeResult("4", (rule(V, tags=("x",)),), (), (), ()), "failed", id="unknown"),
        pytest.param(axe_of("label"), "cantTell", id="axe did not ask"),
    ],
)  # fmt: skip
def test_axe_knows_rare_languages(axe: AxeResult, outcome: str) -> None:
    assert outcome_of(a11y_lang, page("<html lang=lzz>", axe=axe)) == outcome


@pytest.mark.parametrize(
    ("seen", "outcome"),
    [
        pytest.param(walked("<script src=a></script>" + ENGLISH), "cantTell", id="scripts may add"),
        pytest.param(walked(ENGLISH), "failed", id="no scripts"),
        pytest.param(xhtml("<html xml:lang=en>"), "passed", id="xml:lang in XHTML"),
        pytest.param(xhtml("<html>"), "failed", id="neither in XHTML"),
    ],
)
def test_what_else_matters(seen: PageObservation, outcome: str) -> None:
    assert outcome_of(a11y_lang, seen) == outcome


@pytest.mark.parametrize(
    ("axe", "outcome"),
    [
        pytest.param(
            AxeResult("4", (rule("html-has-lang", tags=("x",)),), (), (), ()),
            "failed",
            id="axe found none either",
        ),
        pytest.param(axe_of("label"), "cantTell", id="axe found another fault"),
        pytest.param(None, "cantTell", id="axe did not run"),
    ],
)
def test_a_lost_script_excuses_no_page_that_axe_fails(axe: AxeResult | None, outcome: str) -> None:
    lost = RequestSeen("https://parts.agency.gov/x.js", "script", failure="net::ERR_FAILED")
    assert outcome_of(a11y_lang, page(ENGLISH, axe=axe, requests=(lost,))) == outcome


def test_both_languages_are_measured() -> None:
    found = a11y_lang.judge(page(f"<html lang=en-US>{SPANISH}"))
    assert found.measures == (("language", "en"), ("language-detected", "es"))
    assert "too little" in a11y_lang.judge(page("<html lang=en><p>Hi")).summary
    assert "its text" in a11y_lang.judge(page(f"<html lang=en>{ENGLISH}")).summary
