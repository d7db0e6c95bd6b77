"""The one place that chains the wings: `audit` is crawl, evaluate, report."""

import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from pkgutil import resolve_name
from typing import Any

import click

from ideaaudit import options
from ideaaudit.models import RunState, Strength, Target, Tier
from ideaaudit.options import Names, setting
from ideaaudit.prune import forget_pages, keep_bodies
from ideaaudit.settings import DOMAIN, HOST, PATH, PROFILES, Secrets, Settings, SettingsError
from ideaaudit.storage import RunStore, Store, StoreError
from ideaaudit.targets import TargetError, read_scope, read_targets, target_of, unique

WINGS = {
    "new_run": "crawler.session:new_run",
    "estimate": "crawler.budget:estimate",
    "crawl": "crawler.crawl:crawl",
    "evaluate": "audits.command:evaluate_run",
    "check_folder": "reports.folder:check_folder",
    "report": "reports.write:write_report",
    "write_json": "reports.write:write_json",
    "summary": "reports.terminal:print_summary",
}
ENGINES = ("playwright", "selenium")
STRENGTHS = ("statute", "must", "pending", "should", "advisory", "never")
FOUND, UNUSABLE, UNAUDITED = 1, 2, 3


class Unusable(click.ClickException):
    """One line on why there can be no audit, and what to do."""

    exit_code = UNUSABLE


@click.command()
@click.argument("urls", nargs=-1, metavar="[URL]...")
@setting(
    "--targets",
    type=click.Path(path_type=Path),
    help="A list of sites: one URL a line, or CSV with url, agency, bureau, branch, tier.",
)
@setting("--agency", default="", help="Who owns the sites that are named as URLs.")
@setting("--bureau", default="", help="The bureau that owns them.")
@setting(
    "--tier",
    type=click.Choice([tier.value for tier in Tier]),
    default="unknown",
    show_default=True,
    help="Their rank in the agency; M-23-22 asks more links of the first two.",
)
@setting(
    "--profile",
    type=click.Choice(list(PROFILES)),
    default="sample",
    show_default=True,
    help="How far to go: the home page, a sample of the site, or all of it.",
)
@setting("--pages", type=click.IntRange(1, 1_000_000), help="Walk at most N pages of a site.")
@setting("--render", type=click.IntRange(1, 1_000_000), help="Render at most N of them.")
@setting(
    "--documents", type=click.IntRange(0, 100_000), help="Read at most N PDFs and office files."
)
@setting(
    "--delay",
    type=click.FloatRange(0, 3600),
    default=1.0,
    show_default=True,
    help="Seconds between two requests to one address, at least.",
)
@setting(
    "--scope",
    type=Names(),
    multiple=True,
    metavar="NAMES",
    help="What belongs to a site: its host with www (the default), its registered domain, the "
    "path that the URL names, or other hosts: apps.agency.gov,data.agency.gov.",
)
@setting(
    "--out",
    type=click.Path(path_type=Path),
    default=Path("ideaaudit-report"),
    show_default=True,
    help="The folder of the report.",
)
@options.store
@setting(
    "--fail-on",
    type=click.Choice(STRENGTHS),
    default="must",
    show_default=True,
    help="Exit with 1 where a requirement this strong, or stronger, failed.",
)
@setting(
    "--connect-to",
    multiple=True,
    metavar="HOST:PORT:ADDR:PORT",
    help="Connect to another address instead, as curl has it. May be given again.",
)
@setting("--connect-to-only", is_flag=True, help="Reach nothing that --connect-to does not name.")
@setting("--allow-private", is_flag=True, help="Reach private addresses too.")
@setting("--ignore-robots", is_flag=True, help="For your own staging site; the report says so.")
@setting("--fresh", is_flag=True, help="Ask for every page anew, changed or not.")
@setting("--ca-file", default="", metavar="FILE", help="Trust these certificates too (PEM).")
@setting("--ciphers", is_flag=True, help="Try weak TLS cipher suites too; slower.")
@setting("--dns-server", default="", metavar="ADDR", help="Whom to ask for DNS records.")
@setting("--hsts-preload", default="", metavar="FILE", help="Chromium's HSTS preload list.")
@setting("--contact", default="", help="Whom to write to about the crawl: a URL or an address.")
@setting("--engines", type=Names(), default="", metavar="NAMES",
         help="See each page in these engines too: firefox,webkit. Slow.")  # fmt: skip
@setting("--engine", type=click.Choice(ENGINES), default="playwright", show_default=True,
         help="What renders pages; selenium checks the first, and sees less.")  # fmt: skip
@setting("--grid", default="", metavar="URL", help="A Selenium Grid for --engine selenium.")
@setting("--sites-at-once", type=click.IntRange(1, 1000), help="Visit so many sites at once.")
@setting("--tabs", type=click.IntRange(1, 64), help="Browser pages at once.")
@setting("--visited", default="", metavar="FILE",
         help="The most visited pages, one a line or CSV: some of them are rendered.")  # fmt: skip
@setting("--seed", type=click.IntRange(0, 2**31), default=0, help="Of the random sample.")
@setting("--json", is_flag=True, help="Print report.json on standard output.")
@options.quiet
@keep_bodies
@setting("--resume", is_flag=True, help="Go on with the newest unfinished run.")
@click.pass_context
def audit(ctx: click.Context, /, **given: Any) -> None:
    """Audit sites: visit them, judge what was seen, and write the report.

    Exits with 0 where nothing at or above --fail-on failed, 1 where something did, 2 where the
    usage or the configuration is wrong, 3 where a site could not be audited.
    """
    try:
        secrets = Secrets.from_environment()
        _wing("check_folder")(given["out"])
        store = Store.open(given["store"])
        if store.passed_over and not store.runs():
            click.echo(store.passed_over, err=True)
        run = _resumed(store, given) if given["resume"] else _begun(store, given)
        with run.held():
            _crawl(run, secrets, quiet=given["quiet"] or given["json"])
            _tell(run, given)
        for problem in forget_pages(store, given["keep_bodies"])[1]:
            click.echo(f"Old pages could not be removed: {problem}", err=True)
    except (SettingsError, TargetError, StoreError, ValueError) as error:
        raise Unusable(str(error)) from error
    ctx.exit(exit_code(run, given["fail_on"]))


def _wing(name: str) -> Callable[..., Any]:
    found: Callable[..., Any] = resolve_name(WINGS[name])
    return found


def _begun(store: Store, given: dict[str, Any]) -> RunStore:
    """A new run with its targets stored."""
    targets = _targets(given)
    settings = _settings(given)
    if len(targets) > 1 and set(settings.scope) - {HOST, DOMAIN, PATH}:
        raise SettingsError("--scope names the hosts of one site: audit one site at a time.")
    run = store.create(_wing("new_run")(settings))
    run.add_targets(targets)
    return run


def _resumed(store: Store, given: dict[str, Any]) -> RunStore:
    """The newest run that is not judged yet, set to go on."""
    for one in store.runs():
        if one.state is not RunState.JUDGED and not one.pruned_at:
            run = store.run(one.id)
            known = {target.site for target in run.targets()}
            strange = [url for url in given["urls"] if target_of(url).site not in known]
            if strange:
                raise SettingsError(f"Run {one.id} does not have {strange[0]}: leave --resume out.")
            if one.state is RunState.INTERRUPTED:
                run.save_run(replace(one, state=RunState.CRAWLING))
            return run
    raise SettingsError("There is no unfinished run to resume: see `ideaaudit runs`.")


def _targets(given: dict[str, Any]) -> tuple[Target, ...]:
    owner = {name: given[name] for name in ("agency", "bureau", "tier")}
    for url in given["urls"]:
        if _is_file(url):
            raise SettingsError(f"{url!r} is a file: give a list of sites as --targets {url}")
    named = [target_of(url, **owner) for url in given["urls"]]
    listed = read_targets(given["targets"]) if given["targets"] else ()
    if not named and not listed:
        raise SettingsError("Name a site to audit, as in: ideaaudit audit https://www.agency.gov")
    return unique([*named, *listed])


def _is_file(name: str) -> bool:
    with suppress(OSError):  # too long for a file's name, as a URL may be
        return Path(name).is_file()
    return False


def _settings(given: dict[str, Any]) -> Settings:
    ca_file = given["ca_file"]
    if ca_file and not Path(ca_file).is_file():
        raise SettingsError(f"There is no file {ca_file} (--ca-file).")
    known = Settings.__dataclass_fields__
    values = {name: value for name, value in given.items() if name in known and value is not None}
    values["scope"] = read_scope(name for names in given["scope"] for name in names)
    return Settings(**values)


def _crawl(run: RunStore, secrets: Secrets, *, quiet: bool) -> None:
    """What is still to be visited, where anything is."""
    settings = Settings.from_strings(run.run.settings)
    if run.run.state not in (RunState.CRAWLING, RunState.INTERRUPTED):
        return
    if not quiet:
        _announce(run, settings)
    _wing("crawl")(run, settings, secrets, quiet=quiet)


def _announce(run: RunStore, settings: Settings) -> None:
    count = len(run.targets())
    seconds = int(_wing("estimate")(settings, count))
    pages = "1 page" if settings.page_budget == 1 else f"{settings.page_budget:,} pages"
    click.echo(
        f"Run {run.run.id}: {count} {'site' if count == 1 else 'sites'}, each at most "
        f"{pages} walked and {settings.render_budget:,} rendered; "
        f"at most about {max(1, round(seconds / 60))} min.",
        err=True,
    )
    if not settings.contact:
        click.echo("Nobody is named to the sites' owners: give --contact URL-or-mail.", err=True)


def _tell(run: RunStore, given: dict[str, Any]) -> None:
    quiet = given["quiet"] or given["json"]
    _wing("evaluate")(run, quiet=True)
    written = _wing("report")(run, given["out"])
    if given["json"]:
        _wing("write_json")(run, sys.stdout)
    elif given["quiet"]:
        click.echo(written)
    if not quiet:
        _wing("summary")(run, written)
    if run.run.state is RunState.INTERRUPTED:
        click.echo("This audit was stopped; go on with: ideaaudit audit --resume", err=True)


def exit_code(run: RunStore, fail_on: str) -> int:
    """3 where a site could not be audited, else 1 where a strong enough check failed, else 0.

    A site whose turn had not come when the audit was stopped was not audited either; one that its
    list excludes was not meant to be.
    """
    meant = [target.site for target in run.targets() if not target.excluded]
    if not meant or any(_unaudited(run, site) for site in meant):
        return UNAUDITED
    order = list(Strength)
    strict = order[: order.index(Strength(fail_on)) + 1] if fail_on != "never" else []
    strengths = {card.id: card.strength for card in run.catalogue().cards}
    return FOUND if any(strengths.get(one) in strict for one in run.failed_checks()) else 0


def _unaudited(run: RunStore, site: str) -> bool:
    """Whether a site was not reached, its turn never came, or the browser showed none of it."""
    coverage = run.coverage(site)
    blind = coverage.sampled > 0 and coverage.rendered == 0
    return blind or run.site_gap(site) is not None or run.site_state(site) == "new"
