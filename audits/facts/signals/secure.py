"""How a site is secured, for site and agency checks.

Of a page: ("sec-headers", what of csp, frames, nosniff and referrer its answer has, or "none");
("vdp", what the policy on this page says). Of a site: ("vdp", the same) and ("vdp-path",
"missing") by the addresses that were asked for; and of its registered domain, as "domain word":
("hsts-base", "ready" or what is lacking), ("preload", "listed", "absent" or "old"), ("mail-auth",
"reject" or what is wrong).
"""

from collections.abc import Iterator
from datetime import date

from audits.check import SiteView
from audits.facts.base_domains import registered
from audits.facts.document import Document
from audits.facts.hosts import host_of
from audits.facts.hsts import Hsts, hsts_of
from audits.facts.mail import mail_auth_of
from audits.facts.page import PageFacts
from audits.facts.security_headers import headers_of
from audits.facts.vdp import is_vdp, vdp_of
from ideaaudit.models import Preload

RANK = 6
_OLD_DAYS = 60
Signals = Iterator[tuple[str, str]]


def page_signals(facts: PageFacts) -> Signals:
    if facts.page.headers:
        yield "sec-headers", " ".join(headers_of(facts.page, facts.document)) or "none"
    if is_vdp(facts.page.final_url, facts.document):
        yield "vdp", vdp_of(facts.document)


def site_signals(view: SiteView) -> Signals:
    yield from _policies(view)
    domain = registered(view.target.site)
    for name, word in (
        ("hsts-base", _hsts(view, domain)),
        ("preload", _preload(view.observation.preload, view.observation.observed_at)),
        ("mail-auth", _mail(view, domain)),
    ):
        if word:
            yield name, f"{domain} {word}"


def _policies(view: SiteView) -> Signals:
    """The policy at the address that the directive names, and where the site's link leads."""
    for name in ("vdp", "link:vdp"):
        seen = view.observation.path(name)
        if seen is None or seen.status is None:
            continue
        if seen.status in (404, 410) or seen.soft_404:
            if name == "vdp":
                yield "vdp-path", "missing"
        elif seen.status < 300 and seen.text:
            url = seen.hops[-1].url if seen.hops else seen.url
            document = Document(seen.text, url)
            if is_vdp(url, document):
                yield "vdp", vdp_of(document)


def _hsts(view: SiteView, domain: str) -> str:
    """What the bare https door of a registered domain asks for, where it was seen."""
    for door in view.observation.endpoints or ():
        secure = door.url.startswith("https:") and host_of(door.url) == domain
        if secure and door.hops and door.verified and door.hops[0].status < 400:
            return _lacking(hsts_of(door.hsts))
    return ""


def _lacking(policy: Hsts) -> str:
    if not policy.on:
        return "none"
    if not policy.strong:
        return "short"
    if not policy.subdomains:
        return "without includeSubDomains"
    return "ready" if policy.preload else "without preload"


def _preload(seen: Preload | None, observed_at: str) -> str:
    if seen is None:
        return ""
    try:
        age = date.fromisoformat(observed_at[:10]) - date.fromisoformat(seen.dated[:10])
    except ValueError:
        return "old"
    return "old" if age.days > _OLD_DAYS else "listed" if seen.listed else "absent"


def _mail(view: SiteView, domain: str) -> str:
    for one in view.observation.dns or ():
        if one.name == domain and one.txt is not None and one.dmarc is not None:
            return mail_auth_of(one.txt, one.dmarc)
    return ""
