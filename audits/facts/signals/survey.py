"""What a survey on a page asks: ("survey-asks", "trust drivers open")."""

from collections.abc import Iterator

from audits.facts.page import PageFacts

RANK = 4


def page_signals(facts: PageFacts) -> Iterator[tuple[str, str]]:
    if facts.survey_questions:
        yield "survey-asks", " ".join(facts.survey_questions)
