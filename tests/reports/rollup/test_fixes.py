from dataclasses import replace

from ideaaudit.models import Automation, Card, Cause, Evidence, Level, Outcome, Strength
from reports.rollup.fixes import Fix, fix_of, merged, ranked


def card(id: str, strength: str = "must", level: Level = Level.PAGE) -> Card:
    return Card(id, "h", id, "", Strength(strength), level, Automation.FULL, "")


def fix(
    id: str, strength: str = "must", pages: int = 1, places: int = 1, site: str = "a.gov"
) -> Fix:
    example = Evidence("https://a.gov/")
    return Fix(card(id, strength), id, Outcome.FAILED, example, pages, places, pages, (site,))


def order(*fixes: Fix) -> list[str]:
    return [one.cause for one in ranked(fixes)]


def test_what_binds_harder_comes_first_however_few_its_pages() -> None:
    legacy, must = fix("legacy", "legacy", 900), fix("must", "must", 2)
    assert order(legacy, must, fix("statute", "statute")) == ["statute", "must", "legacy"]


def test_then_what_stands_on_more_pages() -> None:
    assert order(fix("few", pages=3, places=3), fix("many", pages=800, places=800)) == [
        "many",
        "few",
    ]


def test_ten_places_a_page_count_double() -> None:
    assert fix("a", pages=10, places=100).weight == 20
    assert fix("a", pages=10, places=10).weight == 10
    assert order(fix("b", pages=15, places=15), fix("a", pages=10, places=100)) == ["a", "b"]


def test_equals_are_ordered_by_name() -> None:
    assert order(fix("b"), fix("a")) == ["a", "b"]


def test_only_failures_are_fixes_and_only_so_many() -> None:
    doubt = Fix(card("c"), "c", Outcome.CANT_TELL, Evidence(""), 9, 9, 9)
    assert order(doubt, fix("a")) == ["a"]
    assert [one.cause for one in ranked([fix("c"), fix("b"), fix("a")], 2)] == ["a", "b"]


def test_a_fault_of_the_site_reaches_every_page_that_was_read() -> None:
    cause = Cause("x", "hsts", "a.gov", Outcome.FAILED, Evidence(""), 1, 1, ())
    assert fix_of(cause, card("hsts", level=Level.SITE), 214).reach == 214
    assert fix_of(cause, card("title"), 214).reach == 1


def test_the_same_cause_on_two_sites_is_one_fix() -> None:
    one, other = fix("x", pages=2, places=3, site="b.gov"), fix("x", pages=5, places=5)
    (both,) = merged([one, other])
    assert (both.pages, both.places, both.reach, both.sites) == (7, 8, 7, ("a.gov", "b.gov"))


def test_what_only_sums_up_other_checks_is_no_fix() -> None:
    table = fix("table", "statute")
    assert order(replace(table, card=replace(table.card, sums=True)), fix("a")) == ["a"]


def test_one_rule_in_one_place_is_listed_once_though_two_checks_show_it() -> None:
    def at(cause: str, rule: str, path: str = "main > p", datum: str = "") -> Fix:
        example = Evidence("https://a.gov/", rule=rule, path=path, datum=datum)
        return replace(fix(cause), example=example)

    assert order(at("a", "color-contrast"), at("b", "color-contrast")) == ["a"]
    assert order(at("a", "color-contrast"), at("b", "image-alt")) == ["a", "b"]
    assert order(at("a", "x"), at("b", "x", "main > a")) == ["a", "b"]
    assert order(at("a", "x"), at("b", "x", datum="y")) == ["a", "b"]
    assert order(at("a", ""), at("b", "")) == ["a", "b"]
    assert order(at("a", "x"), replace(at("b", "x"), sites=("b.gov",))) == ["a", "b"]


def test_a_fix_is_named_by_what_is_wrong() -> None:
    def named(detail: str, title: str = "") -> str:
        example = Evidence("", detail=detail, title=title)
        return Fix(card("a-check"), "x", Outcome.FAILED, example, 1, 1, 1).name

    assert named("No banner; none at all.") == "No banner; none at all."
    assert named("It has no alt; nor a label", "Images must have names") == "Images must have names"
    assert named("") == "a-check"
