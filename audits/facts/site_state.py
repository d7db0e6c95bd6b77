"""Whether a site is alive, sends its visitors elsewhere, stands empty, or is silent."""

import re

from audits.check import SiteView
from audits.facts.tree import normal
from ideaaudit.models import PageClass
from ideaaudit.web import site_of

# Titles of pages that a server or a registrar shows where nobody has put a site.
_PARKED = re.compile(
    r"^(?:apache2? (?:\w+ )?default page|welcome to nginx|iis (?:windows server|\d)|test page for "
    r"|it works!?$|default (?:web site|parallels|page)|domain (?:default page|parked|for sale)"
    r"|.*\bdomain (?:is|may be) (?:for sale|parked)|index of /$|http server test page"
    r"|.*\bparked (?:domain|page)|placeholder page|site (?:not )?(?:found|configured)$"
    r"|microsoft azure app service|your azure|welcome to (?:centos|openresty|caddy)"
    r"|under construction$|coming soon$|future home of|account suspended|website is no longer)"
)


def state_of(view: SiteView) -> str:
    """ "live", "redirect", "parked", "dead" (nothing answered), or "unseen"."""
    doors = view.observation.endpoints
    answered = [door for door in doors or () if door.live and door.hops]
    elsewhere = [door for door in answered if site_of(door.hops[-1].url) != view.target.site]
    if answered and len(elsewhere) == len(answered):
        return "redirect"
    homes = [page for page in view.pages if page.page_class is PageClass.HOME]
    if any(is_parked(page.title) for page in homes):
        return "parked"
    if view.pages or any(200 <= door.hops[-1].status < 300 for door in answered):
        return "live"
    if doors and not any(door.live for door in doors):
        return "dead"
    return "unseen"


def is_parked(title: str) -> bool:
    return bool(_PARKED.search(normal(title)))
