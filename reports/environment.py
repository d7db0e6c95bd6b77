"""The templates' world: everything escaped, everything neutralized, no name left undefined."""

import json
import re
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from ideaaudit.models import Outcome, Run
from reports import words
from reports.address import agency_slugs, anchor, page_file, site_home, site_slug, urls_file
from reports.rollup.bar import bar
from reports.rollup.failures import cause_anchor
from reports.rollup.tally import ORDER
from reports.text import counted, cut, line, neutral

HERE = Path(__file__).parent
POLICY = "default-src 'none'; style-src 'self'; img-src 'self'; base-uri 'none'; form-action 'none'"


def environment() -> Environment:
    """Jinja with autoescape always on and StrictUndefined; whatever is printed is neutralized."""
    made = Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_printed,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "anchor": anchor,
        "bar": bar,
        "cause_anchor": cause_anchor,
        "contact": _contact,
        "counted": counted,
        "cut": cut,
        "line": line,
        "number": _number,
        "page_file": page_file,
        "plain": _setting,
        "reason": words.reason,
        "site_home": site_home,
        "site_slug": site_slug,
        "urls_file": urls_file,
        "web": _web,
    }
    made.globals |= {
        "POLICY": POLICY,
        "words": words,
        "ORDER": ORDER,
        "Outcome": Outcome,
        "agency_slugs": agency_slugs,
    }
    return made


def _printed(value: Any) -> Any:
    """What a template prints: strangers' text made safe to look at; markup of ours as it is."""
    return neutral(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def _number(value: int) -> str:
    return f"{value:,}"


def _web(url: str) -> str:
    """The URL where it is one that a link may lead to, else ""."""
    return url if url.lower().startswith(("http://", "https://")) else ""


def _setting(value: str) -> str:
    """A stored setting as a person would write it."""
    try:
        decoded = json.loads(value)
    except ValueError:
        return value
    if isinstance(decoded, bool):
        return "yes" if decoded else "no"
    if isinstance(decoded, list):
        return ", ".join(map(str, decoded)) or "none"
    return str(decoded) or "none"


def _contact(run: Run) -> str:
    """Where to write to whoever made the audit: a URL or a mail address as a link, or ""."""
    given = _setting(run.settings.get("contact", '""'))
    if re.fullmatch(r"[^@\s:/]+@[^@\s:/]+\.[a-z]+", given, re.IGNORECASE):
        return f"mailto:{given}"
    return given if _web(given) else ""
