"""Whose a host is, by its name alone."""

from urllib.parse import urlsplit

_GOVERNMENT = (".gov", ".mil")
# Platforms where M-23-22 A.2 lets agencies be present: social media, code, vulnerability reports.
_PLATFORMS = (
    "facebook.com x.com twitter.com youtube.com youtu.be instagram.com linkedin.com flickr.com "
    "pinterest.com threads.net threads.com medium.com tumblr.com reddit.com vimeo.com bsky.app "
    "tiktok.com nextdoor.com giphy.com github.com github.io githubusercontent.com gitlab.com "
    "gitlab.io bitbucket.org hackerone.com bugcrowd.com synack.com intigriti.com "
    "apps.apple.com play.google.com"
)
# Government hosts that are older than the rule, or kept by another registry.
_OLDER = (".fed.us", ".edu", ".us", ".int")


def host_of(url: str) -> str:
    """The host of a URL, lower case; "" where there is none."""
    try:
        return urlsplit(url).hostname or ""
    except ValueError:
        return ""


def is_government(url: str) -> bool:
    """Whether a URL is on .gov or .mil."""
    return host_of(url).rstrip(".").endswith(_GOVERNMENT)


def platform_of(url: str) -> str:
    """The third-party platform that a URL is on, or ""."""
    host = host_of(url)
    return next((name for name in _PLATFORMS.split() if f".{host}".endswith(f".{name}")), "")


def is_older(url: str) -> bool:
    """Whether a URL is on a suffix that federal sites use by right of age or of another registry:
    fed.us, edu, us, int."""
    return host_of(url).endswith(_OLDER)
