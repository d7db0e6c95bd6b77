"""What runs the site and signs visitors in: content management, login, search."""

import re
from collections.abc import Iterator

from audits.facts.page import facts_of
from audits.measures import Named
from ideaaudit.models import PageObservation

# From what each product writes by itself into markup or headers, in the order of telling.
CMS = (
    (
        "Drupal",
        r"/(?:sites|modules|themes|core)/(?:default|all|contrib|custom|misc)/"
        r"|drupal-settings-json|data-drupal-|content=.drupal \d",
        "x-drupal-|x-generator: drupal",
    ),
    ("WordPress", r"/wp-(?:content|includes)/|content=.wordpress", "rel=.https://api.w.org/"),
    ("Adobe Experience Manager", r"/etc\.clientlibs/|/content/dam/|/etc/designs/", "x-dispatcher"),
    (
        "SharePoint",
        r"content=.microsoft sharepoint|/_layouts/15/|_sppagecontextinfo",
        "microsoftsharepointteamservices|sprequestguid",
    ),
    ("Joomla", r"content=.joomla|/media/jui/|/components/com_", ""),
    ("DNN", r"/desktopmodules/|dnn_(?:ctr|ctl)\d|content=.dotnetnuke", "dnnoutputcache"),
    ("Sitecore", r"/-/media/[\w./-]+\.ashx|/sitecore/shell", "sc_analytics_global_cookie"),
    ("Silverstripe", r"content=.silverstripe", ""),
    ("Percussion", r"content=.percussion|/rx_resources/", ""),
    ("Hugo", r"content=.hugo \d", ""),
    ("Jekyll", r"content=.jekyll v?\d", ""),
    ("Cloud.gov Pages", "", r"x-server: cloud\.gov pages"),
)
_CMS = tuple(
    (name, re.compile(html, re.IGNORECASE) if html else None, re.compile(head, re.IGNORECASE))
    for name, html, head in CMS
)
LOGIN = (
    'type="password"', ">sign in<", 'id="new_user"', "forgot_your_password",
    "forgot your password?", ">show password</a>", '"user_password"', '"user_email"',
    ">forgot password</a>", ">forgot user id</a>", "showpassword", "create account", '"userid"',
    '"password"',
)  # fmt: skip


def of_page(page: PageObservation) -> Iterator[Named]:
    if page.html is None:
        return
    facts = facts_of(page)
    folded = (page.served_html or page.html).lower()
    yield "cms", _cms(page)
    yield "login", ",".join(sign for sign in LOGIN if sign in folded)
    yield "login_provider", ",".join(x for x in facts.sign_in if x not in ("own", "unknown"))
    yield "site_search", bool(facts.search.how)
    yield "search_dot_gov", facts.search.how == "search.gov"


def _cms(page: PageObservation) -> str:
    headers = "\n".join(f"{name}: {value}" for name, value in page.headers)
    html = page.served_html or page.html or ""
    for name, in_html, in_headers in _CMS:
        if (in_html and in_html.search(html)) or (
            in_headers.pattern and in_headers.search(headers)
        ):
            return name
    return ""
