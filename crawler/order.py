"""In which order the sites of a run are visited: at random, and each owner's evenly apart."""

from collections.abc import Callable, Sequence
from random import Random

from ideaaudit.models import Target
from ideaaudit.web import registered_domain

# From the largest owner to the smallest: what one of them runs may stand on one machine.
OWNERS: tuple[Callable[[Target], str], ...] = (
    lambda target: target.agency,
    lambda target: target.bureau,
    lambda target: registered_domain(target.site.partition(":")[0]),
)


def visiting_order(targets: Sequence[Target], seed: int) -> list[Target]:
    """The targets in an order that hits no owner's servers in a row.

    A pure function of the set of targets and the run's seed, so that a resumed run goes on in it.
    """
    listed = sorted(targets, key=lambda target: target.site)
    return _spread(listed, OWNERS, Random(seed))


def _spread(
    targets: list[Target], owners: tuple[Callable[[Target], str], ...], random: Random
) -> list[Target]:
    """Each owner's targets at equal distances, from a random one on."""
    if not owners:
        random.shuffle(targets)
        return targets
    by_owner: dict[str, list[Target]] = {}
    for target in targets:
        by_owner.setdefault(owners[0](target), []).append(target)
    placed: list[tuple[float, str, Target]] = []
    for group in by_owner.values():
        start = random.random()
        ordered = _spread(group, owners[1:], random)
        placed += [((n + start) / len(group), one.site, one) for n, one in enumerate(ordered)]
    return [target for _, _, target in sorted(placed, key=lambda place: place[:2])]
