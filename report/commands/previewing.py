"""Editions looked at while they are written: ``watch``."""

from __future__ import annotations

import argparse
import sys

from report import console
from report.commands.answering import CLEAN
from report.commands.asking import slugs_of


def watch(options: argparse.Namespace) -> int:
    """Show editions in the browser, each save a moment later, until Ctrl-C; write nothing."""
    from report.preview.server import serve  # noqa: PLC0415

    project = options.project.resolve()
    briefs = slugs_of(project, [options.brief] if options.brief else [])

    def announce(address: str) -> None:
        console.write(f"{address}\n", sys.stdout)
        sys.stdout.flush()
        console.write("open this address; Ctrl-C ends the preview\n", sys.stderr)

    try:
        serve(project, briefs, options.locale or "", options.port, announce)
    except KeyboardInterrupt:
        console.write("\n", sys.stderr)
    return CLEAN
