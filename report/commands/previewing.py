"""Editions looked at while they are written: ``watch``."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from report import console
from report.commands.answering import CLEAN
from report.commands.asking import slugs_of
from report.errors import UsageError
from report.findings import Finding, nearest
from report.preview.messages import Target


def watch(options: argparse.Namespace) -> int:
    """Show editions in the browser, each save a moment later, until Ctrl-C; write nothing."""
    from report.preview.server import serve  # noqa: PLC0415

    project = options.project.resolve()
    briefs = slugs_of(project, [options.brief] if options.brief else [])
    first = _shown_first(project, briefs, options.locale) if options.locale else Target(briefs[0], "")

    def announce(address: str) -> None:
        console.write(f"{address}\n", sys.stdout)
        sys.stdout.flush()
        console.write("open this address; Ctrl-C ends the preview\n", sys.stderr)

    try:
        serve(project, briefs, first, options.port, announce)
    except KeyboardInterrupt:
        console.write("\n", sys.stderr)
    return CLEAN


def _shown_first(project: Path, briefs: Sequence[str], locale: str) -> Target:
    """Return the edition in a locale that is shown first: that of the first brief which has one.

    A brief that cannot be read just now may have it.

    Raises:
        UsageError: none of the briefs has an edition in that locale.
    """
    from report import production  # noqa: PLC0415 - only for who asks for a locale
    from report.localize import choose_locale  # noqa: PLC0415

    refusals: list[Finding] = []
    known: set[str] = set()
    for slug in briefs:
        reading = production.read(project, slug)
        brief = reading.brief.value
        refused = choose_locale(brief, locale, reading.shelf).findings
        if not refused or (reading.manuscript.value.brief is None and locale in reading.shelf.known()):
            return Target(slug, locale)
        refusals.append(refused[0])
        known |= {*reading.locales}
    if len(briefs) == 1:
        raise UsageError(f"{refusals[0].message}; {refusals[0].hint}")
    hint = nearest(locale, known) or f"there are {', '.join(sorted(known))}"
    raise UsageError(f"no brief has an edition in “{locale}”; {hint}")
