import pytest

from audits.secure.net_ipv6 import net_ipv6
from ideaaudit.models import DnsSeen, SiteObservation
from tests.audits.build import outcome_of, site

V4, V6 = ("192.0.2.1",), ("2001:db8::1",)


def name(
    aaaa: tuple[str, ...] | None, *, a: tuple[str, ...] | None = V4, at: str = "agency.gov",
    reached: bool | None = True,
) -> DnsSeen:  # fmt: skip
    return DnsSeen(at, a=a, aaaa=aaaa, reached_v6=reached)


WWW = "www.agency.gov"


@pytest.mark.parametrize(
    ("names", "outcome"),
    [
        pytest.param([name(V6), name(V6, at=WWW)], "passed", id="both names"),
        pytest.param([name(V6), name(V6, at=WWW, reached=None)], "passed", id="one was reached"),
        pytest.param([name(V6, a=())], "passed", id="nothing but IPv6"),
        pytest.param([name(V6), name((), a=(), at=WWW)], "passed", id="no such twin"),
        pytest.param([name(()), name((), at=WWW)], "failed", id="on neither name"),
        pytest.param([name(()), name(V6, at="sub.agency.gov")], "failed", id="another host's"),
        pytest.param([name(V6), name((), at=WWW)], "cantTell", id="on one of two"),
        pytest.param([name(()), name(None, at=WWW)], "cantTell", id="the twin was not seen"),
        pytest.param([name(None)], "cantTell", id="not seen"),
        pytest.param([name(V6), name(None, at=WWW)], "cantTell", id="one of two was seen"),
        pytest.param([name((), a=())], "cantTell", id="no address at all"),
        pytest.param([name(V6, reached=None)], "cantTell", id="this machine has no IPv6"),
        pytest.param([name(V6, reached=False)], "cantTell", id="no connection was made"),
        pytest.param([], "cantTell", id="no name"),
        pytest.param(None, "untested", id="no DNS"),
    ],
)
def test_outcome(names: list[DnsSeen] | None, outcome: str) -> None:
    dns = None if names is None else tuple(names)
    view = site(observation=SiteObservation("agency.gov", "", dns=dns))
    assert outcome_of(net_ipv6, view) == outcome


@pytest.mark.parametrize(
    ("names", "measures"),
    [
        ([name(V6)], (("ipv6", True),)),
        ([name(())], (("ipv6", False),)),
        ([name(None)], ()),
        ([], ()),
    ],
)
def test_whether_there_is_an_address_is_a_measure(
    names: list[DnsSeen], measures: tuple[object, ...]
) -> None:
    view = site(observation=SiteObservation("agency.gov", "", dns=tuple(names)))
    assert net_ipv6.judge(view).measures == measures
