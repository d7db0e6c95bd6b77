"""Links to sites that are not the government's, and whether a reader is told so (M-23-22 A.3d).

Told by: the classes of USWDS and of the usual content management systems ("usa-link--external",
"ext", "exit-disclaimer"), rel=external, a name, title or picture that says "external" or "exit",
at the link or right beside it. Links by which a page shows its own accounts on social platforms,
outside the main text, name the third party themselves and are left out.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from lxml.html import HtmlElement as Element

from audits.facts.document import Document
from audits.facts.hosts import host_of
from audits.facts.links import Link
from audits.facts.tree import absolute, classes, markup, name_of, normal
from ideaaudit.web import registered_domain

_OURS = (".gov", ".mil")
_CLASS = re.compile(
    r"(?:^|[-_])(?:ext|external|externo|offsite|exit)(?:$|[-_])|^(?:ext|external|exit)"
    r"(?:link|icon|disclaimer|site|url)|external-?link|exit-?(?:disclaimer|notice|icon)|launch"
)
_WORDS = re.compile(
    r"\bexternal (?:link|site|web|page|resource)|\b(?:is|an?|opens?) external\b|[(\[]external[)\]]"
    r"|\bexternal$|\bexit (?:disclaimer|site|this site|notice|[\w.]+ (?:web)?site)|[(\[]exit[)\]]"
    r"|\bexit$|\boff-?site\b|\bnon-?(?:government|federal|gov)(?:al)? (?:link|site|web)"
    r"|\bthird[- ]party (?:link|site|web)|\bleav(?:e|es|ing) (?:[\w.]+ ){0,3}(?:web ?)?site"
    r"|\benlace externo\b|\bsitio externo\b|[(\[]externo[)\]]|\bsale del? (?:este )?sitio"
)
_PICTURES = ("src", "alt", "title", "aria-label", "href", "{http://www.w3.org/1999/xlink}href",
             "xlink:href", "data-icon")  # fmt: skip
_PICTURE = re.compile(r"extern|exit|offsite|launch|open[-_]in[-_]new|box-arrow-up-right")
_SOCIAL = frozenset(
    """facebook.com twitter.com x.com youtube.com youtu.be instagram.com linkedin.com flickr.com
    pinterest.com threads.net github.com medium.com tumblr.com reddit.com vimeo.com snapchat.com
    whatsapp.com nextdoor.com bsky.app mastodon.social t.co fb.com tiktok.com""".split()  # noqa: SIM905
)
_POLICY = re.compile(
    r"\bexternal (?:web ?)?(?:links?|sites?)\b|\b(?:linking|links?) (?:policy|policies|disclaimer"
    r"|notice)\b|\b(?:exit|link|web ?site|site) disclaimers?\b|\bpol[ií]tica de enlaces\b"
    r"|\benlaces externos\b|\bdisclaimer of endorsement\b|\bendorsement disclaimer\b"
)
_GENERAL = re.compile(r"\bdisclaimers?\b|\bweb(?:site)? policies\b|\baviso legal\b|\bdescargo\b")


@dataclass(frozen=True, slots=True)
class ExternalLink:
    """A link to another's site; `marked` says whether a reader is told."""

    host: str
    marked: bool
    markup: str


@dataclass(frozen=True, slots=True)
class External:
    """All such links of a page.

    Attributes:
        policy: the link to a page about external links: "exact", "general" (a disclaimer), or "".
    """

    links: tuple[ExternalLink, ...] = ()
    policy: str = ""


def external_of(document: Document, links: Sequence[Link]) -> External:
    """The links that lead away from government, in order; those without a name are left out."""
    own = registered_domain(urlsplit(document.url).hostname or "")
    shown = [link for link in links if link.in_footer or link.region in ("header", "nav")]
    outside = {link.href for link in shown if link.href}
    found = []
    for element in document.body.iter("a"):
        href = absolute(element.get("href") or "", document.base)
        host = _foreign(href, own)
        if host and not (registered_domain(host) in _SOCIAL and href in outside):
            found.append(ExternalLink(host, _marked(element), markup(element)))
    texts = [link.text for link in links]
    policy = "exact" if any(map(_POLICY.search, texts)) else ""
    return External(tuple(found), policy or ("general" if any(map(_GENERAL.search, texts)) else ""))


def _foreign(href: str, own: str) -> str:
    """The host of a web address that is neither the government's nor the site's own, or ""."""
    if not href.startswith(("http:", "https:")):
        return ""
    host = host_of(href)
    if not host or host.endswith(_OURS) or host.endswith(".fed.us"):
        return ""
    return "" if own and registered_domain(host) == own else host


def _marked(element: Element) -> bool:
    """Whether the link itself, or what stands at once behind it, says where it leads."""
    if "external" in (element.get("rel") or "").lower().split():
        return True
    said = normal(f"{name_of(element)} {element.get('title') or ''}".strip())
    inside = [one for one in element.iter() if isinstance(one.tag, str)][:30]
    if _WORDS.search(said) or any(map(_told_by, inside)) or _tail(element):
        return True
    behind, around = element.getnext(), element.getparent()
    if behind is not None and not (element.tail or "").strip():
        return _icon_in(behind) or (behind.tag != "a" and _told_by(behind))
    return around is not None and around.tag in ("span", "li") and _told_by(around)


def _tail(element: Element) -> bool:
    """A word in brackets at once behind the link: "(external)"."""
    return bool(re.match(r"\s{0,3}[\[(][^\])]{0,40}[\])]", element.tail or "")) and bool(
        _WORDS.search(normal((element.tail or "")[:45]))
    )


def _told_by(element: Element) -> bool:
    if any(map(_CLASS.search, classes(element))):
        return True
    if element.tag not in ("img", "svg", "use", "i", "span"):
        return False
    return any(_PICTURE.search((element.get(key) or "").lower()) for key in _PICTURES)


def _icon_in(element: Element) -> bool:
    return element.tag in ("a", "span", "sup") and any(
        _told_by(one) for one in list(element.iter("img", "svg", "use", "i"))[:3]
    )
