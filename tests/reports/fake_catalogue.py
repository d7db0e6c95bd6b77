"""A catalogue of two checks a head and a few questions, in the words of the real one."""

import tomllib
from pathlib import Path

from ideaaudit.models import Automation, Card, Catalogue, Example, Head, Level, Strength

LAW = "Pub. L. 115-336, sec. "
HEADS = (
    Head("accessible", "Accessible", LAW + "3(a)(1)", "Accessible to people with disabilities."),
    Head("consistent", "Consistent appearance", LAW + "3(a)(2), 3(e)", "One appearance."),
    Head("unduplicated", "No overlap or duplication", LAW + "3(a)(3)", "No legacy doubles."),
    Head("search", "Search", LAW + "3(a)(4)", "A search function that finds public content."),
    Head("secure", "Secure connection", LAW + "3(a)(5)", "An industry-standard connection."),
    Head("user_centered", "Designed around user needs", LAW + "3(a)(6)", "Data about use."),
    Head("customized", "Customized experience", LAW + "3(a)(7)", "A more customized experience."),
    Head("mobile", "Mobile", LAW + "3(a)(8); 44 U.S.C. 3559", "Usable on mobile devices."),
    Head("required_links", "Required links and pages", "OMB M-23-22, III.A.9", "Named links."),
    Head("digitized", "Digitized forms and services", LAW + "4", "Paper forms in digital form."),
    Head("esignature", "Electronic signatures", LAW + "5", "Electronic signatures where possible."),
    Head("experience", "Customer experience", LAW + "6; OMB A-11, sec. 280", "Services improve."),
    Head(
        "shared_services", "Shared services and reporting", LAW + "3(b)-(d), 7", "Shared services."
    ),
)

ROWS = Path(__file__).with_name("catalogue.toml")
WHY = "A visitor who meets this fault has to go another way, or gives up."


def _machine(row: dict[str, str]) -> Card:
    return Card(
        row["id"],
        row["head"],
        row["title"],
        row["citation"],
        Strength(row["strength"]),
        Level(row["level"]),
        Automation(row["automation"]),
        question=f"{row['title']}: is it so?",
        why=row.get("why", WHY),
        remedy=row.get("remedy", "Mend the template that the pages share."),
        decided="Failed where the markup shows it; can’t tell where a machine sees only a hint.",
        examples=(Example("passed", '<html lang="en">'), Example("failed", "<html>")),
    )


def _manual(row: dict[str, str]) -> Card:
    return Card(
        row["id"],
        row["head"],
        row["question"].rstrip("?"),
        "OMB M-23-22",
        Strength(row["strength"]),
        Level(row["level"]),
        Automation.MANUAL,
        question=row["question"],
        evidence=row["evidence"],
    )


def catalogue() -> Catalogue:
    """Thirteen heads and their cards, in the order of the heads."""
    rows = tomllib.loads(ROWS.read_text(encoding="utf-8"))
    cards = [*map(_machine, rows["check"]), *map(_manual, rows["question"])]
    order = [head.id for head in HEADS]
    cards.sort(key=lambda card: (order.index(card.head), card.automation == "manual", card.id))
    return Catalogue(HEADS, tuple(cards))
