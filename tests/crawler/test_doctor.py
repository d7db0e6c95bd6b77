import asyncio
from dataclasses import replace
from pathlib import Path

import pytest

from crawler import doctor
from crawler.browser import Rendered, RenderSettings
from crawler.guard import Guard
from ideaaudit.models import AxeResult, AxeRule, Box, Layout, Rendering
from tests.crawler.namespaces import are_there


def test_on_this_machine_everything_but_the_network_is_there(tmp_path: Path) -> None:
    findings = {finding.name: finding for finding in asyncio.run(doctor.self_test(str(tmp_path)))}
    needed = ["browser", "sandbox", "axe-core", "self-test", "second engine", "fonts", "store"]
    assert list(findings) == [*needed, "DNS"]
    if not are_there():
        assert not findings["sandbox"].ok
        needed.remove("sandbox")
    assert [findings[name].detail for name in needed if not findings[name].ok] == []


def test_a_missing_browser_is_told_with_what_to_do() -> None:
    settings = RenderSettings(browser="/nowhere/at/all")
    (finding,) = asyncio.run(doctor.browser_findings(settings))
    assert (finding.name, finding.ok) == ("browser", False)
    assert "playwright install" in finding.how_to_fix


def test_an_old_axe_is_told_with_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "axe.min.js"
    old.write_text("/*! axe v3.1.1\n */")
    (finding,) = asyncio.run(doctor.browser_findings(RenderSettings(axe=str(old))))
    assert (finding.name, finding.ok) == ("axe-core", False)
    assert "3.1.1" in finding.detail
    assert "pip install" in finding.how_to_fix


@pytest.mark.parametrize("name", ["nowhere.invalid", "localhost"])
def test_dns_that_fails_or_lies_is_told(name: str) -> None:
    finding = asyncio.run(doctor.dns_finding(Guard(), name))
    assert not finding.ok
    assert finding.how_to_fix


def test_dns_that_works_is_told() -> None:
    assert asyncio.run(doctor.dns_finding(Guard(), "8.8.8.8")).ok


def test_a_frame_that_axe_did_not_see_is_told() -> None:
    blind = AxeResult("4.12.1", (), (), (), ())
    assert not doctor.frame_finding(blind, "4.12.1").ok
    assert not doctor.frame_finding(None, "4.12.1").ok


def test_letters_that_are_all_alike_are_told() -> None:
    layout = Layout("desktop", 1280, 800, False, 1280, 1280)
    box = Box("main", "", 0, 0, 80, 20)
    rendering = Rendering("http://doctor.test/", 200, "")
    alike = replace(layout, regions=(("main", box), ("search", box)))
    wider = replace(layout, regions=(("main", box), ("search", replace(box, width=120))))
    assert not doctor.fonts_finding(Rendered(replace(rendering, layouts=(alike,)))).ok
    assert not doctor.fonts_finding(Rendered(rendering)).ok
    assert doctor.fonts_finding(Rendered(replace(rendering, layouts=(wider,)))).ok


def test_two_engines_that_differ_are_told() -> None:
    ours = AxeResult("4.12.1", (), (), (), ())
    rule = AxeRule("label", "", (), "", "", 1, ())
    theirs = replace(ours, violations=(rule,))
    assert "label" in doctor.second_finding(ours, theirs).detail
