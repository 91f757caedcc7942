"""Editions made and written, checked, or listed: ``build``, ``check``, ``cite``."""

from __future__ import annotations

import argparse
import sys
import time

from report import console
from report.commands.answering import answer, print_path, tell_failures
from report.commands.asking import orders, wish_of
from report.findings import Finding
from report.incremental.building import build_editions


def build(options: argparse.Namespace) -> int:
    """Make what is not as it would be made now, and write it; an edition that is held keeps its last good output.

    What was noticed about the others is said again: a build says the same, whatever was to be done.
    """
    started = time.perf_counter()
    wish = wish_of(options, options.medium or ())
    progress = console.Progress()
    try:
        built = build_editions(wish, progress.say)
    finally:
        progress.clear()
    status = answer(built.findings, options, wish.project)
    for path, why in built.files:
        print_path(path, why)
    if sys.stdout.isatty():
        print(f"{len(built.files)} files in {time.perf_counter() - started:.1f} s")
    return tell_failures(built.failures) or status


def check(options: argparse.Namespace) -> int:
    """Notice every mistake that can be noticed without composing; write nothing."""
    from report import production  # noqa: PLC0415
    from report.desk import Desk  # noqa: PLC0415

    project = options.project.resolve()
    findings: list[Finding] = []
    for order, reading in orders(project, options):
        desk = Desk()
        production.prepare(order, desk, reading)
        findings += desk.findings
    return answer(findings, options, project)


def cite(options: argparse.Namespace) -> int:
    """List the notes and the bibliography of editions as they will print; write nothing."""
    from report import listing, production  # noqa: PLC0415
    from report.desk import Desk  # noqa: PLC0415

    project = options.project.resolve()
    findings: list[Finding] = []
    editions = []
    for order, reading in orders(project, options):
        desk = Desk()
        prepared = production.prepare(order, desk, reading)
        editions.append((prepared.edition, prepared.apparatus))
        findings += desk.findings
    listed = listing.as_json(editions) if options.format == "json" else listing.as_text(editions)
    console.write(listed, sys.stdout)
    return answer(findings, options, project)
