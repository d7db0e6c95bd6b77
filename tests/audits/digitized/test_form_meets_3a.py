import pytest

from audits.catalogue import load_checks
from audits.digitized.form_meets_3a import form_meets_3a
from audits.evaluate import judge_among
from audits.facts.binding import NOT_BINDING, binding
from audits.facts.summary import summarise
from ideaaudit.models import Level, Strength
from tests.audits.build import ABOUT, outcome_of, page, site
from tests.audits.papers import paper

FORM = '<form method="post"><label>Full name <input></label><label>Claim <input></label></form>'


@pytest.mark.parametrize(
    ("html", "failures", "outcome"),
    [
        pytest.param(FORM, ["mobile-viewport"], "failed", id="no viewport"),
        pytest.param(FORM, ["a11y-axe-wcag20", "seo-sitemap"], "failed", id="axe, and other"),
        pytest.param(FORM, ["sec-form-https"], "failed", id="not over HTTPS"),
        pytest.param(FORM, ["tls-mixed-content"], "failed", id="mixed content"),
        pytest.param(FORM, ["mobile-tap-targets"], "cantTell", id="advice alone"),
        pytest.param(FORM, ["brand-banner-present"], "cantTell", id="another head"),
        pytest.param(FORM, [], "cantTell", id="nothing failed"),
        pytest.param("<p>x", ["mobile-viewport"], "inapplicable", id="no form"),
        pytest.param(
            "<form role=search><input name=q></form>", ["a11y-lang"], "inapplicable", id="search"),
    ],
)  # fmt: skip
def test_outcome(html: str, failures: list[str], outcome: str) -> None:
    seen = page(html)
    view = site(seen)
    view = type(view)(
        view.target, view.observation, view.pages, view.complete,
        failed={ABOUT: frozenset(failures)} if failures else {},
    )  # fmt: skip
    [verdict], _ = judge_among(summarise(seen), view, [form_meets_3a], {})
    assert verdict.outcome == outcome


def test_a_document_and_a_page_unseen_are_no_subject() -> None:
    assert outcome_of(form_meets_3a, paper()) == "inapplicable"
    assert outcome_of(form_meets_3a, page(None)) == "untested"


def test_the_list_of_what_does_not_bind_agrees_with_the_catalogue() -> None:
    strong = (Strength.STATUTE, Strength.MUST, Strength.PENDING)
    for check in load_checks().values():
        if check.card.level is Level.PAGE and binding([check.id, *NOT_BINDING]):
            assert check.card.strength in strong, check.id
        if check.id in NOT_BINDING:
            assert check.card.strength not in strong, check.id
