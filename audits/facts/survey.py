"""The questions that A-11 sec. 280 (second version, fiscal 2024 on) wants a survey to ask."""

import re

from audits.facts.tree import normal

# The trust statement, the drivers by name, and the open question, in English and Spanish.
_TRUST = re.compile(
    r"(?:increased|affected|improved|changed|impacted) my (?:trust|confidence)|\bi (?:now )?trust\b"
    r"|\bmy (?:trust|confidence) in\b|\btrust (?:in|and confidence)\b"
    r"|aument\w+ mi confianza|\bmi confianza en\b|\bconf[ií]o en\b"
)
_DRIVERS = {
    "effectiveness": re.compile(
        r"\beffective|my (?:need|issue|question|request)s? (?:was|were|has been|is) (?:not )?"
        r"(?:addressed|resolved|answered|met)|\bfound what i (?:needed|was looking for)"
        r"|necesidad\w* (?:fue|fueron|no fue)|\befectiv"
    ),
    "ease": re.compile(
        r"(?:was|is|were) (?:not )?(?:very )?(?:easy|simple|hard|difficult) to (?:complete|do|use"
        r"|find|understand)|\bease of use\b|\beasy to complete|f[aá]cil de (?:completar|usar)"
    ),
    "efficiency": re.compile(
        r"(?:reasonable|right|appropriate) amount of time|took too long|\befficien|tiempo razonable"
    ),
    "transparency": re.compile(
        r"understood what was (?:being )?(?:asked|needed)|what was (?:being )?asked of me"
        r"|treated fairly|\btransparen|entend[ií] lo que|trat\w+ (?:justa|con justicia)"
    ),
    "humanity": re.compile(
        r"\bhumanity\b|treated with (?:respect|dignity|care)|trat\w+ con respeto|\bhumanidad\b"
    ),
    "employee": re.compile(
        r"(?:employees?|staff|representatives?|people) (?:i interacted with |who helped me )?"
        r"(?:was|were|is|are) (?:not )?(?:very )?(?:helpful|knowledgeable|committed|courteous)"
        r"|\bemployee(?: interaction| helpfulness)|emplead\w+ (?:fue|fueron)"
    ),
}
_ENOUGH_DRIVERS = 3
_DRIVER_HEADS = re.compile(r"made the difference\?|could have been better\?")
_OPEN = re.compile(
    r"anything else|additional (?:comments?|feedback)|any other (?:comments?|feedback|thoughts)"
    r"|tell us more|share (?:more|any)|comentarios adicionales|algo m[aá]s|otros comentarios"
)
_LONGEST = 50_000


def question_families(text: str) -> tuple[str, ...]:
    """Which of "trust", "drivers" and "open" a survey's text asks."""
    read = normal(text[:_LONGEST])
    drivers = sum(bool(pattern.search(read)) for pattern in _DRIVERS.values())
    enough = drivers >= _ENOUGH_DRIVERS or (drivers and _DRIVER_HEADS.search(read))
    found = (("trust", _TRUST.search(read)), ("drivers", enough), ("open", _OPEN.search(read)))
    return tuple(name for name, there in found if there)
