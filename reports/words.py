"""What the closed vocabularies are called in a report."""

from ideaaudit.models import Level, Outcome, PageClass, PageState, Reason, RunState, Strength, Tier

OUTCOMES = {
    Outcome.FAILED: "Failed",
    Outcome.CANT_TELL: "Can’t tell",
    Outcome.PASSED: "Passed",
    Outcome.INAPPLICABLE: "Not applicable",
    Outcome.UNTESTED: "Untested",
}

OUTCOME_MEANINGS = {
    Outcome.FAILED: "A fault was found, and the report shows where.",
    Outcome.CANT_TELL: "A person must judge: a machine saw only a part, or only a hint.",
    Outcome.PASSED: "A machine looked and found no failure. It is not a legal finding.",
    Outcome.INAPPLICABLE: "There was nothing here to which the requirement could apply.",
    Outcome.UNTESTED: "Nobody looked: it could not be seen, or only a person can answer.",
}

STRENGTHS = {
    Strength.STATUTE: "Statute",
    Strength.MUST: "Must",
    Strength.PENDING: "Pending standard",
    Strength.SHOULD: "Should",
    Strength.DRAFT: "Draft standard",
    Strength.ADVISORY: "Good practice",
    Strength.LEGACY: "Legacy policy",
}

STRENGTH_MEANINGS = {
    Strength.STATUTE: "In the text of the Act, much of it “to the greatest extent practicable”.",
    Strength.MUST: "A duty in a memorandum, regulation or directive.",
    Strength.PENDING: "A federal website standard, binding by section 3(e) from its own date.",
    Strength.SHOULD: "Encouraged by a memorandum or other guidance.",
    Strength.DRAFT: "A federal website standard in draft; for information.",
    Strength.ADVISORY: "Good practice that no federal text demands.",
    Strength.LEGACY: "From policy that has been rescinded; for information.",
}

REASONS: dict[str, str] = {
    Reason.ROBOTS: "robots.txt asks crawlers to stay away",
    Reason.BUDGET: "the page budget of this run was used up",
    Reason.BLOCKED: "the site refused the auditor",
    Reason.CHALLENGED: "the site asked for proof that the visitor is human",
    Reason.TIMEOUT: "there was no answer in time",
    Reason.DNS: "the host name could not be resolved",
    Reason.REFUSED: "the connection was refused",
    Reason.TLS: "no secure connection could be made",
    Reason.PRIVATE_ADDRESS: "the host name leads to a private address",
    Reason.OFF_SITE: "the address leads off the site",
    Reason.REDIRECT_LOOP: "the redirects never end",
    Reason.REDIRECTED: "the address redirects to another page",
    Reason.DUPLICATE: "another address has the same page",
    Reason.TRAP: "without an end: calendars, combined filters, paths that repeat, copies",
    Reason.NOT_HTML: "the answer is not a web page",
    Reason.TOO_LARGE: "the answer was too large to read",
    Reason.NOT_FOUND: "the server has no page at that address",
    Reason.HTTP_ERROR: "the server answered with an error",
    Reason.CRASHED: "the browser crashed on the page",
    Reason.INTERRUPTED: "the run was interrupted",
    Reason.NOT_SAMPLED: "not in the sample of this run",
    Reason.UNSUPPORTED: "this run cannot see that part",
    Reason.ERROR: "the connection broke off, or the auditor made an error",
    "check-error": "the check itself broke; this says nothing about the site",
    "excluded": "it was left out of the audit",
    "queued": "the run ended before its turn came",
    "manual": "only a person can answer",
    "no-page": "no page of the site was seen",
    "inapplicable": "not applicable there",
}

LEVELS = {
    Level.PAGE: "Judged page by page",
    Level.SITE: "Judged for the site as a whole",
    Level.AGENCY: "Judged for the agency as a whole",
}

TIERS = {
    Tier.PRINCIPAL: "Principal website",
    Tier.SUB_AGENCY: "Principal website of a sub-agency",
    Tier.SECONDARY: "Secondary website",
    Tier.UNKNOWN: "Tier not stated",
}

PAGE_CLASSES = {
    PageClass.HOME: "Home page",
    PageClass.CONTENT: "Content page",
    PageClass.FORM: "Page with a form",
    PageClass.LOGIN: "Sign-in page",
    PageClass.SEARCH: "Search results",
    PageClass.ERROR: "Error page",
    PageClass.DOCUMENT: "Document",
}

FOUND_BY = {
    "canonical": "named as canonical",
    "certificate": "named in the certificate",
    "cname": "behind the site’s name",
    "link": "linked",
    "redirect": "redirected to",
    "required": "a required link",
    "script": "linked by a script",
    "sitemap": "in a sitemap",
    "start": "named for the audit",
}

PAGE_STATES = {
    PageState.QUEUED: "Known, not visited",
    PageState.WALKED: "Read",
    PageState.SKIPPED: "Skipped",
    PageState.LOST: "Lost",
}

RUN_STATES = {
    RunState.CRAWLING: "The run had not ended when this report was written.",
    RunState.CRAWLED: "The sites were visited but not judged.",
    RunState.INTERRUPTED: "The run was interrupted: it shows what was seen until then.",
    RunState.JUDGED: "",
}

NO_AGENCY = "Agency not stated"


def reason(value: str) -> str:
    """A reason in plain words; a word that is not known stands for itself."""
    return REASONS.get(value, value or "no reason was recorded")
