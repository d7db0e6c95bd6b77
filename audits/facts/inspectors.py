"""Which agencies have an inspector general of their own (5 U.S.C. 401 and 415, and others)."""

import re

# Establishments and designated Federal entities, by the words that name them.
_WITH = re.compile(
    r"\bdepartment of (?:the )?(?:agriculture|commerce|defense|war|education|energy"
    r"|health and human services|homeland security|housing and urban development|interior|justice"
    r"|labor|state|transportation|treasury|veterans affairs|army|navy|air force)\b"
    r"|\b(?:interior|justice|labor|state|treasury|agriculture|commerce|defense|education|energy"
    r"|transportation|veterans affairs|homeland security|housing and urban development), department"
    r"|\bagency for international development\b|\benvironmental protection agency\b"
    r"|\bexport-import bank\b|\bfederal deposit insurance corporation\b"
    r"|\bfederal housing finance agency\b|\bgeneral services administration\b"
    r"|\bnational aeronautics and space administration\b|\bnuclear regulatory commission\b"
    r"|\boffice of personnel management\b|\brailroad retirement board\b"
    r"|\bsmall business administration\b|\bsocial security administration\b"
    r"|\bamericorps\b|\bcorporation for national and community service\b|\bamtrak\b"
    r"|\bappalachian regional commission\b|\bcommodity futures trading commission\b"
    r"|\bconsumer product safety commission\b|\bcorporation for public broadcasting\b"
    r"|\bequal employment opportunity commission\b|\bfarm credit administration\b"
    r"|\bfederal communications commission\b|\bfederal election commission\b"
    r"|\bfederal labor relations authority\b|\bfederal maritime commission\b|\bfederal reserve\b"
    r"|\bconsumer financial protection bureau\b|\bfederal trade commission\b"
    r"|\bgovernment accountability office\b|\bgovernment publishing office\b"
    r"|\blibrary of congress\b"
    r"|\blegal services corporation\b|\bnational archives\b"
    r"|\bnational credit union administration\b"
    r"|\bnational endowment for the (?:arts|humanities)\b|\bnational labor relations board\b"
    r"|\bnational science foundation\b|\bpeace corps\b|\bpension benefit guaranty corporation\b"
    r"|\bpostal regulatory commission\b|\bpostal service\b|\bsecurities and exchange commission\b"
    r"|\bsmithsonian institution\b|\binternational trade commission\b|\bdenali commission\b"
    r"|\belection assistance commission\b|\btennessee valley authority\b"
    r"|\bnational reconnaissance office\b|\bcentral intelligence agency\b"
    r"|\boffice of the director of national intelligence\b|\barchitect of the capitol\b"
)
_BRANCHES_WITHOUT = frozenset({"judicial"})


def has_inspector(agency: str, branch: str = "") -> bool | None:
    """Whether an agency has an inspector general; None where we do not know it.

    The federal courts have none. An agency that the list does not name may have one by another
    law, or be watched over by another agency's.
    """
    if branch.strip().casefold() in _BRANCHES_WITHOUT:
        return False
    name = " ".join(re.sub(r"\bu\.?s\.?\b|\bunited states\b", " ", agency.casefold()).split())
    return True if _WITH.search(name) else None
