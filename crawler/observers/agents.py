"""Whether a site answers a crawler that says its name as it answers a browser."""

from crawler.client import ProbeClient
from crawler.observers.endpoints import Door, observe_endpoint
from crawler.robots import Robots
from ideaaudit.models import AgentsSeen, Gap, Reason


async def observe_agents(
    client: ProbeClient, robots: Robots, url: str, agent: str, first: Door
) -> AgentsSeen | Gap:
    """The start page under our own name and a browser's, by turns and twice each.

    Args:
        url: the start page.
        agent: the browser's User-Agent.
        first: what our own name was answered already.
    """
    doors = [first]
    for name in (agent, "", agent):
        doors.append(await observe_endpoint(client, robots, url, agent=name))
    lost = next((door.seen.gap for door in doors if door.seen.gap), None)
    answers = [door.answer for door in doors if door.answer]
    if lost or len(answers) < len(doors):
        return Gap("agents", *((lost.reason, lost.detail) if lost else (Reason.ERROR, "no answer")))
    own, browser = answers[::2], answers[1::2]
    return AgentsSeen(
        own=tuple(one.status for one in own),
        browser=tuple(one.status for one in browser),
        own_size=len(own[-1].body),
        browser_size=len(browser[-1].body),
    )
