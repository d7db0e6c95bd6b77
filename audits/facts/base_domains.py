"""What was seen of an agency's registered domains, for checks that are about these."""

from collections.abc import Iterable

from ideaaudit.models import SiteSummary
from ideaaudit.web import registered_domain


def registered(site: str) -> str:
    """The registered domain of a site's key."""
    return registered_domain(site.partition(":")[0])


def domains_of(sites: Iterable[SiteSummary], signal: str) -> dict[str, str]:
    """Each registered domain of the sites, sorted, and what a signal says of it; "" where it was
    not seen. The signal's values are the domain, a space, and the word."""
    every = list(sites)
    said = {
        domain: word
        for site in every
        for domain, _, word in (value.partition(" ") for value in site.all(signal))
    }
    domains = sorted({registered(site.target.site) for site in every})
    return {domain: said.get(domain, "") for domain in domains}
