"""A second engine, run in the page's own world, agrees with ours in the isolated one."""

from typing import Any

from crawler.browser.second_engine import disagreement, second_opinion


def test_axe_selenium_python_finds_what_we_find(
    bench: Any, pages: Any, pool: Any, render: Any, html: Any
) -> None:
    pages["agency.test/"] = html(
        "<h2>Start</h2><p style='color:#999'>pale</p><img src=x.png><input><a href=/></a>"
        "<ul><div>x</div></ul><div role=banana>y</div>"
    )
    ours = render("/", senses=frozenset({"axe"})).rendering.axe

    async def second() -> Any:
        browser = await pool.driver.browser()
        return await second_opinion(browser, bench.guard(), "http://agency.test/", pool.axe)

    theirs = bench.run(second())
    assert len(ours.violations) >= 6
    assert disagreement(ours, theirs) == []
    missing = {**theirs, "violations": theirs["violations"][1:]}
    assert disagreement(ours, missing) == [theirs["violations"][0]["id"]]
