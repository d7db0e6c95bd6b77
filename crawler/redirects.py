"""Chains of redirects: how each is called, and where one has gone on for too long."""

from ideaaudit.models import Gap, Reason
from ideaaudit.storage import RunStore

SENDS_ON = {
    "http": "redirects",
    "meta": "redirects by a meta refresh",
    "script": "redirects by a script",
}
# As many as browsers follow (Fetch, HTTP-redirect fetch).
MOST_REDIRECTS = 20


class Redirects:
    """The redirects of one site; those that the store knows count from the start."""

    def __init__(self, store: RunStore, site: str) -> None:
        self._before = {to: url for url, to in store.leads(site).items()}

    def follow(self, url: str, to: str) -> Gap | None:
        """Notes a redirect. Why it is not followed, or None where it is."""
        self._before.setdefault(to, url)
        chain = [to]
        while len(chain) <= MOST_REDIRECTS + 1 and (before := self._before.get(chain[-1])):
            chain.append(before)
        if len(chain) <= MOST_REDIRECTS + 1:
            return None
        said = f"the last of more than {MOST_REDIRECTS} redirects in a row"
        return Gap("page", Reason.REDIRECT_LOOP, said)
