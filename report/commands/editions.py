"""Editions made and written, checked, or listed: ``build`` and ``publish``, ``check``, ``cite``."""

from __future__ import annotations

import argparse
import gc
import sys
import time

from report import console, production
from report.commands.answering import answer, print_path
from report.commands.asking import orders
from report.desk import Desk, Held
from report.findings import Finding
from report.model.output import Artifact, Proof
from report.order import Order
from report.publish import publish


def build(options: argparse.Namespace) -> int:
    """Make the editions ordered and write them; one that is held keeps its last good output.

    What is made to be published is held, as its plan says, while its translation lags.
    """
    project = options.project.resolve()
    output = (options.out or project / "dist").resolve()
    progress = console.Progress()
    findings: list[Finding] = []
    started = time.perf_counter()
    artifacts: list[Artifact] = []
    for order, reading in orders(project, options, tuple(options.medium or ()), to_publish=options.to_publish):
        desk = Desk()
        if findings or artifacts:
            _let_go()
        try:
            prepared, proofs = _proofs(order, reading, desk, progress)
            artifacts += publish(prepared.edition, proofs, prepared.cited, prepared.origin, output, prepared.profile)
        except Held:
            pass
        finally:
            progress.clear()
        findings += desk.findings
    status = answer(findings, options, project)
    for artifact in artifacts:
        print_path(artifact.path)
    if sys.stdout.isatty():
        print(f"{len(artifacts)} files in {time.perf_counter() - started:.1f} s")
    return status


def check(options: argparse.Namespace) -> int:
    """Notice every mistake that can be noticed without composing; write nothing."""
    project = options.project.resolve()
    findings: list[Finding] = []
    for order, reading in orders(project, options, ()):
        desk = Desk()
        production.prepare(order, desk, reading)
        findings += desk.findings
    return answer(findings, options, project)


def cite(options: argparse.Namespace) -> int:
    """List the notes and the bibliography of editions as they will print; write nothing."""
    from report import listing  # noqa: PLC0415

    project = options.project.resolve()
    findings: list[Finding] = []
    editions = []
    for order, reading in orders(project, options, ()):
        desk = Desk()
        prepared = production.prepare(order, desk, reading)
        editions.append((prepared.edition, prepared.apparatus))
        findings += desk.findings
    listed = listing.as_json(editions) if options.format == "json" else listing.as_text(editions)
    console.write(listed, sys.stdout)
    return answer(findings, options, project)


def _proofs(
    order: Order, reading: production.Reading, desk: Desk, progress: console.Progress
) -> tuple[production.Prepared, tuple[Proof, ...]]:
    """Take one order down the line in each of its media.

    Raises:
        Held: an error lies on the desk.
    """
    progress.say(f"{order.brief} {order.locale}: reading")
    prepared = production.prepare(order, desk, reading)
    media = order.media or production.media_of(prepared.edition)
    progress.say(f"{order.brief} {order.locale}: setting {', '.join(media)}")
    proofs = production.produce(prepared, media, desk)
    desk.hold()
    return prepared, proofs


def _let_go() -> None:
    """Free what the editions before were made of; what is left is not looked through again.

    The boxes of a page lead to each other, and a run does not look for garbage by itself (``__main__``).
    """
    gc.collect()
    gc.freeze()
