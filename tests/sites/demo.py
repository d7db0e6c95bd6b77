"""`python -m tests.sites.demo [--out DIR]`: audits the samples, with a few faults planted."""

import subprocess
import sys

import click

from tests.sites.server import Samples, serve

PLANTED = (
    "input-unlabeled",
    "frame-alt-missing",
    "not-found-is-200",
    "foia-link-gone",
    "search-gone",
    "viewport-fixed",
    "button-unnamed",
    "banner-gone",
    "contrast-low",
    "dap-gone",
    "http-answers",
)


def command(samples: Samples, out: str) -> list[str]:
    """The audit of the samples, as one would type it."""
    connect_to = [word for entry in samples.connect_to for word in ("--connect-to", entry)]
    files = ["--targets", str(samples.targets_csv), "--ca-file", str(samples.ca_file)]
    audit = [sys.executable, "-m", "ideaaudit", "audit", *files, *connect_to]
    manners = ["--connect-to-only", "--delay", "0", "--fail-on", "never"]
    return [*audit, *manners, "--out", out]


@click.command()
@click.option("--out", default="report", show_default=True, help="Where the report goes.")
def main(out: str) -> None:
    """Audit three fictional agencies on loopback, and leave with the audit's own exit code."""
    with serve(PLANTED) as samples:
        code = subprocess.run(command(samples, out), check=False).returncode
    sys.exit(code)


if __name__ == "__main__":
    main()
