import asyncio
from typing import Any

import pytest
from playwright.async_api import Error as PlaywrightError

from crawler.browser.steps import Lost, StepFailed, Steps
from crawler.browser.world import ScriptFailed
from ideaaudit.models import Reason


async def fails(error: Exception) -> Any:
    raise error


def test_what_is_in_time_is_handed_on_and_timed() -> None:
    steps = Steps()
    assert asyncio.run(steps.take("html", 1, asyncio.sleep(0.02, "seen"))) == "seen"
    ((name, milliseconds),) = steps.timings
    assert name == "html"
    assert milliseconds >= 20


def test_what_takes_too_long_is_lost() -> None:
    with pytest.raises(Lost) as lost:
        asyncio.run(Steps().take("axe", 0.01, asyncio.sleep(5)))
    assert lost.value.reason is Reason.TIMEOUT
    assert "'axe' took over 0.01 s" in lost.value.detail


def test_a_wait_may_end_without_what_it_waited_for() -> None:
    assert asyncio.run(Steps().wait("load", 0.01, asyncio.sleep(5))) is False
    assert asyncio.run(Steps().wait("load", 1, asyncio.sleep(0))) is True


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ("CDPSession.send: Target crashed", Reason.CRASHED),
        ("Target page, context or browser has been closed", Reason.CRASHED),
        ("Protocol error: Cannot find context with specified id", Reason.REDIRECTED),
        ("Inspected target navigated or closed", Reason.REDIRECTED),
    ],
)
def test_a_page_that_is_gone_is_lost(said: str, reason: Reason) -> None:
    with pytest.raises(Lost) as lost:
        asyncio.run(Steps().take("axe", 1, fails(PlaywrightError(said))))
    assert lost.value.reason is reason


@pytest.mark.parametrize(
    "error", [ScriptFailed("TypeError: x"), PlaywrightError("Unable to capture screenshot")]
)
def test_a_step_that_fails_by_itself_costs_itself(error: Exception) -> None:
    with pytest.raises(StepFailed):
        asyncio.run(Steps().take("axe", 1, fails(error)))
