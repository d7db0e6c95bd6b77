from dataclasses import replace

import pytest

from audits.experience.cx_hisp_designated import cx_hisp_designated
from tests.audits.build import HOME, outcome_of, page, site, target


@pytest.mark.parametrize(
    ("hisp", "outcome"),
    [
        pytest.param("Passport renewal", "passed", id="the list names a service"),
        pytest.param("", "inapplicable", id="the list names none"),
        pytest.param(None, "cantTell", id="no list says"),
    ],
)
def test_outcome(hisp: str | None, outcome: str) -> None:
    view = site(page("<p>x", HOME), of=replace(target(), hisp=hisp))
    assert outcome_of(cx_hisp_designated, view) == outcome


def test_the_service_is_measured() -> None:
    found = cx_hisp_designated.judge(site(of=replace(target(), hisp="Passport renewal")))
    assert found.measures == (("hisp-service", "Passport renewal"),)
