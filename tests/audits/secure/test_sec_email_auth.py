import pytest
from hypothesis import given
from hypothesis import strategies as st

from audits.facts.mail import mail_auth_of
from audits.secure.sec_email_auth import sec_email_auth
from ideaaudit.models import DnsSeen, SiteSummary
from tests.audits.secure.agencies import audited, mail

SPF, REJECT = "v=spf1 -all", "v=DMARC1; p=reject"
GOOD = audited(dns=mail(SPF, dmarc=REJECT))


@pytest.mark.parametrize(
    ("sites", "outcome"),
    [
        pytest.param([GOOD], "passed", id="both records"),
        pytest.param([audited("www2.agency.gov", dns=mail(SPF, dmarc=REJECT))], "passed",
                     id="told by a subdomain"),
        pytest.param([audited(dns=mail(SPF))], "failed", id="no DMARC"),
        pytest.param([audited(dns=mail(dmarc=REJECT))], "failed", id="no SPF"),
        pytest.param([audited(dns=mail(SPF, dmarc="v=DMARC1; p=none"))], "failed", id="p=none"),
        pytest.param([GOOD, audited("other.gov", dns=mail(SPF, name="other.gov"))], "failed",
                     id="the second domain"),
        pytest.param([audited("other.gov"), audited(dns=mail(SPF))], "failed", id="one unseen"),
        pytest.param([audited()], "cantTell", id="not seen"),
        pytest.param([GOOD, audited("other.gov")], "cantTell", id="one of two was seen"),
        pytest.param([audited(dns=mail(SPF, dmarc=REJECT, name="www.agency.gov"))], "cantTell",
                     id="asked of another name"),
        pytest.param([audited(dns=(DnsSeen("agency.gov", txt=(SPF,)),))], "cantTell",
                     id="DMARC was not seen"),
        pytest.param([audited(dns=(DnsSeen("agency.gov", dmarc=(REJECT,)),))], "cantTell",
                     id="SPF was not seen"),
        pytest.param([audited(dns=mail(SPF, dmarc=f"{REJECT}; sp=none"))], "cantTell",
                     id="subdomains are let through"),
    ],
)  # fmt: skip
def test_outcome(sites: list[SiteSummary], outcome: str) -> None:
    assert sec_email_auth.judge("An agency", tuple(sites)).outcome == outcome


@pytest.mark.parametrize(
    ("txt", "dmarc", "word"),
    [
        pytest.param((SPF,), (REJECT,), "reject", id="both"),
        pytest.param((" V=SPF1 include:a -ALL ",), (" v = dmarc1 ;P= Reject;; rua=x",), "reject",
                     id="odd case and spacing"),
        pytest.param((SPF, "other"), (REJECT, "other"), "reject", id="other records beside"),
        pytest.param(("v=spf10 -all",), (REJECT,), "no SPF record", id="another version of SPF"),
        pytest.param((SPF, SPF), (REJECT,), "several SPF records", id="two SPF"),
        pytest.param((SPF,), (REJECT, REJECT), "several DMARC records", id="two DMARC"),
        pytest.param((SPF,), ("p=reject",), "no DMARC record", id="no version"),
        pytest.param((SPF,), ("v=DMARC1; p=Quarantine",), "DMARC policy quarantine", id="milder"),
        pytest.param((SPF,), ("v=DMARC1",), "DMARC policy missing", id="no policy"),
        pytest.param((SPF,), ("v=DMARC1; p=none; p=reject",), "DMARC policy none", id="twice"),
        pytest.param((SPF,), (REJECT + "; sp=reject; pct=100",), "reject", id="spelt out"),
        pytest.param((SPF,), (REJECT + "; sp=none",), "weak: subdomains are not rejected", id="sp"),
        pytest.param((SPF,), (REJECT + "; pct=50",), "weak: not all mail is rejected", id="pct"),
        pytest.param(("v=spf1 +all",), (REJECT,), "weak: SPF lets everyone send", id="+all"),
        pytest.param(("v=spf1 ALL",), (REJECT,), "weak: SPF lets everyone send", id="all"),
        pytest.param(("v=spf1 ?all include:all.gov",), (REJECT,), "reject", id="neutral"),
    ],
)  # fmt: skip
def test_records(txt: tuple[str, ...], dmarc: tuple[str, ...], word: str) -> None:
    assert mail_auth_of(txt, dmarc) == word


@given(st.lists(st.text(max_size=60)), st.lists(st.text(max_size=60)))
def test_no_record_breaks_it(txt: list[str], dmarc: list[str]) -> None:
    assert mail_auth_of(tuple(txt), tuple(dmarc))
