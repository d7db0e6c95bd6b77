"""What a domain's DNS says of who may send mail in its name (RFC 7208, RFC 7489)."""

import re


def mail_auth_of(txt: tuple[str, ...], dmarc: tuple[str, ...]) -> str:
    """ "reject" where SPF is there and DMARC rejects all; else what is wrong, in a phrase.

    What only weakens it begins with "weak: ". Never raises.
    """
    spf = [one for one in txt if re.match(r"\s*v=spf1(?:\s|$)", one, re.IGNORECASE)]
    rules = [tags for one in dmarc if (tags := _tags(one)).get("v", "").upper() == "DMARC1"]
    for what, records in (("SPF", spf), ("DMARC", rules)):
        if len(records) != 1:
            return f"no {what} record" if not records else f"several {what} records"
    [rule], [sender] = rules, spf
    policy = rule.get("p", "").lower()
    if policy != "reject":
        return f"DMARC policy {policy[:20] or 'missing'}"
    if rule.get("sp", "reject").lower() != "reject":
        return "weak: subdomains are not rejected"
    if rule.get("pct", "100") != "100":
        return "weak: not all mail is rejected"
    if re.search(r"(?:^|\s)\+?all(?:\s|$)", sender, re.IGNORECASE):
        return "weak: SPF lets everyone send"
    return "reject"


def _tags(record: str) -> dict[str, str]:
    pairs = (part.partition("=") for part in record.split(";"))
    tags: dict[str, str] = {}
    for name, _, value in pairs:
        tags.setdefault(name.strip().lower(), value.strip())
    return tags
