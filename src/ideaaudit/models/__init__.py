"""The words that seeing, judging and telling have in common. Frozen; the standard library only."""

from ideaaudit.models.catalogue import Card, Catalogue, Example, Head
from ideaaudit.models.outcome import Automation, Level, Outcome, Reason, Strength
from ideaaudit.models.page import (
    AxeNode,
    AxeResult,
    AxeRule,
    Box,
    Cookie,
    Gap,
    Hop,
    Layout,
    PageClass,
    PageObservation,
    PageState,
    Picture,
    Rendering,
    RequestSeen,
)
from ideaaudit.models.run import Run, RunState
from ideaaudit.models.site import (
    Certificate,
    Coverage,
    Endpoint,
    NotFoundProbe,
    SiteObservation,
    TextFile,
    TlsSeen,
)
from ideaaudit.models.summary import PageRow, PageSummary, SiteSummary
from ideaaudit.models.target import Target, Tier
from ideaaudit.models.verdict import Cause, Evidence, Measure, Verdict

__all__ = [
    "Automation",
    "AxeNode",
    "AxeResult",
    "AxeRule",
    "Box",
    "Card",
    "Catalogue",
    "Cause",
    "Certificate",
    "Cookie",
    "Coverage",
    "Endpoint",
    "Evidence",
    "Example",
    "Gap",
    "Head",
    "Hop",
    "Layout",
    "Level",
    "Measure",
    "NotFoundProbe",
    "Outcome",
    "PageClass",
    "PageObservation",
    "PageRow",
    "PageState",
    "PageSummary",
    "Picture",
    "Reason",
    "Rendering",
    "RequestSeen",
    "Run",
    "RunState",
    "SiteObservation",
    "SiteSummary",
    "Strength",
    "Target",
    "TextFile",
    "Tier",
    "TlsSeen",
    "Verdict",
]
