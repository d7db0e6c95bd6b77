"""The probes of one site of a run, and what becomes of the site where they break."""

import logging
from functools import lru_cache

from crawler.client import verifying
from crawler.frontier import Frontier
from crawler.items import Probed
from crawler.observers.dns import DnsObserver
from crawler.observers.page import now
from crawler.observers.senses import Senses
from crawler.observers.site import SiteProbe
from crawler.observers.tls import TlsObserver
from crawler.reasons import words_of
from crawler.robots import Robots
from crawler.session import Session
from ideaaudit.models import Gap, Reason, SiteObservation, Target

logger = logging.getLogger(__name__)
# To read the system's store takes longer than all handshakes of a site.
for_tls = lru_cache(maxsize=1)(verifying)


async def probe(
    session: Session, target: Target, robots: Robots, frontier: Frontier
) -> Probed | None:
    """What the probes see of a site; None where the network is gone, and the audit stops."""
    settings = session.settings
    tls = TlsObserver(
        session.turns, session.guard, for_tls(settings.ca_file), ciphers=settings.ciphers
    )
    senses = Senses(
        dns=DnsObserver(session.guard, session.turns, settings.dns_server),
        agent=session.browser_agent,
        preloads=session.preloads,
        pages=frontier.meter.budget.pages,
        delay=settings.delay,
    )
    seeing = SiteProbe(session.client, robots, tls, settings.seed, frontier.admits, senses)
    try:
        found = Probed(*await seeing.observe(target))
        cut_off = found.gap and await session.is_cut_off(found.gap.reason)
        return None if cut_off else found
    except Exception as error:
        logger.debug("the probes broke", exc_info=True)
        gap = Gap("site", Reason.ERROR, f"its probes broke: {words_of(error)}")
        return Probed(SiteObservation(target.site, now()), target.url, gap)
