"""The observations that `benchmarks.judge` judges: rendered pages of 40 KB with all their parts.

40 KB hold 1,500 words, 90 links and 470 elements here. On ten federal sites (640 pages, those of
`precision.csv`) they hold 100 to 1,700 words, 7 to 150 links and 280 to 770 elements, but for one
site of small texts; icons, attributes and scripts are the rest.
"""

import random

from ideaaudit.models import (
    AxeNode,
    AxeResult,
    AxeRule,
    Box,
    Cookie,
    Hop,
    KeyboardWalk,
    Layout,
    PageObservation,
    Parity,
    Rendering,
    RequestSeen,
    Strain,
    Styles,
    TabStop,
    Vitals,
)

TEXT = (
    "agency apply benefit citizen contact data date deadline eligible federal file form grant "
    "health help home inform justice known law letter medical month notice office online order "
    "page pay people policy privacy program public question record report request rule safety "
    "school search section service state status travel update veteran visit water website year"
)
# Two words in five of English are of these; a text without them is in no language.
SMALL = (
    "the of and to in a is that for it as with be by on or are at from have you your we can will"
)
WORDS = TEXT.split() + SMALL.split() * 2
WHEN = "2026-11-22T08:00:00Z"


def observation(site: str, number: int, pages: int, draw: random.Random) -> PageObservation:
    """A page that was walked and rendered, the same for the same number."""
    url = f"https://{site}/" if number == 0 else f"https://{site}/topics/{number}"
    html = page(number, pages, draw)
    return PageObservation(
        site=site,
        url=url,
        hops=(Hop(url, 200),),
        headers=(("content-type", "text/html; charset=utf-8"), ("content-encoding", "gzip")),
        media_type="text/html",
        served_html=html,
        fetched_at=WHEN,
        found_by="link" if number else "start",
        depth=min(number, 3),
        rendering=_rendering(url, html, draw),
    )


def page(number: int, pages: int, draw: random.Random, sections: int = 44) -> str:
    """About 40 KB of HTML in the manner of an agency's site."""
    links = "".join(f'<li><a href="/topics/{n}">Topic {n}</a></li>' for n in range(24))
    parts = "".join(_part(n, pages, draw) for n in range(sections))
    return (
        '<!DOCTYPE html><html lang="en"><head><meta charset="utf-8">'
        f"<title>{_words(draw, 5).title()} | Bench Agency {number}</title>"
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="description" content="{_words(draw, 15)}">'
        '<link rel="stylesheet" href="/uswds/css/uswds.min.css"><script src="/app.js"></script>'
        '</head><body><a class="usa-skipnav" href="#main">Skip to main content</a>'
        '<section class="usa-banner" aria-label="Official website of the United States government">'
        '<header class="usa-banner__header"><p>An official website of the United States government'
        '</p><button class="usa-banner__button" aria-expanded="false">Here’s how you know</button>'
        "</header><div>Official websites use .gov. Secure .gov websites use HTTPS</div></section>"
        f'<header class="usa-header" role="banner"><nav><ul>{links}</ul></nav>'
        '<form role="search" action="/search"><label for="q">Search</label>'
        '<input id="q" type="search" name="query"><button>Search</button></form></header>'
        f'<main id="main"><h1>{_words(draw, 6)}</h1><p>Last updated: November 2, 2026</p>{parts}'
        '</main><footer><ul><li><a href="/about">About</a></li><li><a href="/accessibility">'
        'Accessibility</a></li><li><a href="/foia">FOIA</a></li><li><a href="/privacy">Privacy '
        'policy</a></li><li><a href="/vulnerability-disclosure-policy">Vulnerability disclosure '
        "policy</a></li></ul></footer></body></html>"
    )


def _part(number: int, pages: int, draw: random.Random) -> str:
    link = f'<a href="/topics/{draw.randrange(pages)}">{_words(draw, 3)}</a>'
    away = '<a href="https://example.org/x">Example</a>' if number % 7 == 0 else ""
    image = '<img src="/i.png" alt="A drawing of a form">' if number % 5 == 0 else ""
    field = (
        '<form action="/send" method="post"><label>Email <input name="email" type="email">'
        "</label><button>Send</button></form>"
        if number == 20
        else ""
    )
    paper = f'<a href="/forms/{draw.randrange(99)}.pdf">Form (PDF)</a>' if number % 9 == 0 else ""
    text = ". ".join(_words(draw, 12).capitalize() for _ in range(2))
    heading = f"<h2>{_words(draw, 4)}</h2>"
    inner = (
        f'{heading}<p class="usa-intro">{text}. {link} {away}{paper}</p>{_icon(draw)}{image}{field}'
    )
    return (
        f'<section class="usa-section usa-section--light" id="section-{number}"><div class="'
        f'grid-container"><div class="grid-row grid-gap tablet:grid-col-8">{inner}</div></div>'
        "</section>"
    )


def _icon(draw: random.Random) -> str:
    strokes = " ".join(f"{draw.choice('MLC')}{draw.uniform(0, 24):.3f}" for _ in range(50))
    return (
        f'<svg class="usa-icon" aria-hidden="true" viewBox="0 0 24 24"><path d="{strokes}"/></svg>'
    )


def _words(draw: random.Random, count: int) -> str:
    return " ".join(draw.choices(WORDS, k=count))


def _rendering(url: str, html: str, draw: random.Random) -> Rendering:
    layouts = tuple(
        Layout(name, width, 800, name != "desktop", width, width, targets=60, characters=9_000)
        for name, width in (("desktop", 1280), ("phone", 390), ("narrow", 320))
    )
    requests = tuple(
        RequestSeen(f"{url}asset/{n}.js", "script", status=200, encoding="gzip", size=9_000)
        for n in range(30)
    )
    box = Box("a.x", "<a class=x>", 0, 0, 20, 20)
    return Rendering(
        url=url,
        status=200,
        rendered_at=WHEN,
        title="Page",
        html=html,
        axe=_axe(draw),
        layouts=layouts,
        requests=requests,
        cookies=(Cookie("a", "example.gov", True, True, "Lax", True),),
        widths=((360, 360), (412, 412), (768, 768)),
        overlays=(),
        keyboard=KeyboardWalk(60, True, 60, (TabStop("a", "<a>", True),) * 60, (box,), 1),
        strains=(Strain("text-spacing"), Strain("zoom-200"), Strain("landscape")),
        parity=Parity((900, 890), (80, 80), (2, 2), (5, 5), (1, 1)),
        passwords=(),
        vitals=Vitals(900.0, 0.01, 80.0, 400_000, 30, 0.5),
        styles=Styles(sheets=("/uswds/css/uswds.min.css",), marks=("uswds",)),
    )


def _axe(draw: random.Random) -> AxeResult:
    rules = tuple(
        AxeRule(rule, "serious", ("wcag2aa", tag), "Help", "https://example.org", 6, _nodes(draw))
        for rule, tag in (("color-contrast", "wcag143"), ("link-name", "wcag244"))
    )
    return AxeResult("4.12.1", rules, rules[:1], ("document-title", "html-has-lang"), ())


def _nodes(draw: random.Random) -> tuple[AxeNode, ...]:
    return tuple(
        AxeNode(
            (f"#p{n} > a",),
            f"html > body > main > section:nth-child({n}) > p > a",
            '<a class="usa-link" href="/topics/1">A link</a>',
            "Element has insufficient color contrast of 3.6",
            f"#{draw.randrange(9):06d} on #ffffff",
        )
        for n in range(6)
    )
