from audits.shared_services.shared_dap_touchpoints_uswds import shared_dap_touchpoints_uswds
from tests.audits.build import HOME, page, site

BLOCKS = "".join(f'<i class="x usa-{name}"></i>' for name in ("nav", "card", "hero", "tag", "list"))
ALL = f"""<link href="/uswds/uswds-3.8.1.min.css">{BLOCKS}<script>'G-CSLL4ZEK4L'</script>
<script src="https://touchpoints.app.cloud.gov/touchpoints/0a1b2c3d.js"></script>
<form action="https://search.usa.gov/search">
<input name=query><input type=hidden name=affiliate></form>
<a href="https://secure.login.gov/x">Sign in</a>"""


def test_a_count_is_no_judgement() -> None:
    found = shared_dap_touchpoints_uswds.judge(site(page("<p>x", HOME)))
    assert found.outcome == "passed"
    assert found.measures == (("shared-services", 0), ("shared-services-used", "none"))


def test_all_six_are_recognized() -> None:
    hosted = page(ALL, HOME, headers=(("x-server", "Cloud.gov Pages"),))
    found = shared_dap_touchpoints_uswds.judge(site(hosted))
    assert dict(found.measures) == {
        "shared-services": 6,
        "shared-services-used": "DAP, Search.gov, Touchpoints, Login.gov, USWDS, cloud.gov",
        "uswds-version": "3.8.1",
    }


def test_the_banner_alone_is_not_uswds() -> None:
    banner = '<div class="usa-banner"><header class="usa-banner__header"></header></div>'
    found = shared_dap_touchpoints_uswds.judge(site(page(banner, HOME)))
    assert dict(found.measures)["shared-services"] == 0
