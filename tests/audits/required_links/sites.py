"""Sites of agency.gov by tier, and what was seen of their links' targets."""

from dataclasses import replace

from audits.check import SiteView
from audits.facts.summary import site_summary
from ideaaudit.models import (
    LostUrl,
    PageObservation,
    PathSeen,
    SiteObservation,
    SiteSummary,
    Tier,
)
from tests.audits.build import site, target


def of_tier(tier: Tier, *pages: PageObservation) -> SiteView:
    return site(*pages, of=target(tier=tier))


def probed(
    page: PageObservation, *seen: PathSeen | LostUrl, tier: Tier = Tier.PRINCIPAL
) -> SiteView:
    """A site of one page, with what probes or the walk saw beside it."""
    paths = tuple(one for one in seen if isinstance(one, PathSeen))
    observation = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=paths)
    view = site(page, observation=observation, of=target(tier=tier))
    return replace(view, lost=tuple(one for one in seen if isinstance(one, LostUrl)))


def principal(
    *pages: PageObservation, paths: tuple[PathSeen, ...] = (), tier: Tier = Tier.PRINCIPAL
) -> SiteSummary:
    """What such a site leaves behind for agency checks."""
    observation = SiteObservation("agency.gov", "2026-11-22T08:00:00", paths=paths)
    return site_summary(site(*pages, observation=observation, of=target(tier=tier)))
