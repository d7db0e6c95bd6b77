"""What belongs to a site, and what is made of the links that its pages and files have."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from urllib.parse import urlsplit

from crawler.documents.read import offers_document
from crawler.observers.page import is_document
from crawler.traps import OWNER_NAMED, trap_of
from ideaaudit.models import Reason, SiteObservation, Target
from ideaaudit.settings import DOMAIN, HOST, PATH, Settings
from ideaaudit.storage import Known, RunStore
from ideaaudit.web import registered_domain, site_of

# More hosts than any registered domain was seen to have: 2,203.
MOST_HOSTS = 3_000


def scope_of(target: Target, settings: Settings) -> Callable[[str], bool]:
    """Says whether a URL belongs to the site's walk."""
    sites = {target.site, *(set(settings.scope) - {HOST, DOMAIN, PATH})}
    domain = _domain(target.site) if DOMAIN in settings.scope else ""
    folders = _folders(target) if PATH in settings.scope else ()

    def admits(url: str) -> bool:
        site = site_of(url)
        if site == target.site and folders:
            return any((urlsplit(url).path + "/").startswith(folder) for folder in folders)
        return site in sites or (bool(domain) and _domain(site) == domain)

    return admits


def _folders(target: Target) -> tuple[str, ...]:
    """The folders that the named URLs stand in: of "/a/b.html" and of "/a/" it is "/a/"."""
    return tuple(urlsplit(url).path.rpartition("/")[0] + "/" for url in target.starts)


def _domain(site: str) -> str:
    return registered_domain(site if site.endswith("]") else site.rpartition(":")[0] or site)


class Intake:
    """Sorts the links of one site: into its walk, out of it, and into the list of hosts.

    Attributes:
        admits: says whether a URL belongs to the walk.
    """

    def __init__(self, store: RunStore, target: Target, settings: Settings) -> None:
        self.admits = scope_of(target, settings)
        self._store = store
        self._site = target.site
        self._domain = _domain(target.site)
        self._today = date.fromisoformat(store.run.started_at[:10])
        self._hosts = len(store.hosts(target.site))

    def take(self, links: Iterable[Known]) -> list[Known]:
        """The links into the site's walk, documents set apart and traps named; other hosts of the
        domain are noted."""
        ours: list[Known] = []
        others: dict[tuple[str, str], str] = {}
        for known in links:
            if self.admits(known.url):
                ours.append(self._sorted(known))
            if (name := site_of(known.url)) != self._site and _domain(name) == self._domain:
                others.setdefault((name, known.found_by), known.url)
        self._note(others)
        return ours

    def note_names(self, seen: SiteObservation) -> None:
        """Notes the hosts that the site's own names lead to, or share a certificate with."""
        cnames = [name for dns in seen.dns or () for name in dns.cname or ()]
        shared = [
            name
            for tls in seen.tls or ()
            for name in (tls.certificate.names if tls.certificate else ())
            if "*" not in name
        ]
        passed = [hop.url for door in seen.endpoints or () for hop in door.hops]
        links = [Known(f"https://{name.rstrip('.').lower()}/", "cname", 0) for name in cnames]
        links += [Known(f"https://{name.lower()}/", "certificate", 0) for name in shared]
        links += [Known(url, "redirect", 0) for url in passed]
        self.take(links)

    def _sorted(self, known: Known) -> Known:
        if is_document(known.url):
            document = offers_document(known.url)
            return replace(known, skip=Reason.NOT_HTML.value, document=document)
        if known.found_by not in OWNER_NAMED and (why := trap_of(known.url, self._today)):
            return replace(known, skip=Reason.TRAP.value, detail=why)
        return known

    def _note(self, others: dict[tuple[str, str], str]) -> None:
        if others and self._hosts < MOST_HOSTS:
            found = ((name, how, url) for (name, how), url in others.items())
            self._hosts += self._store.add_hosts(self._site, found)
