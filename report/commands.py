"""What each command does: it orders, takes the findings to the console, and answers with the exit status.

Findings go to standard error, results to standard output.
"""

from __future__ import annotations

import argparse
import gc
import sys
import time
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

from report import console, production
from report.desk import Desk, Held
from report.errors import UsageError
from report.findings import Finding, in_order, nearest
from report.model.output import Artifact, Medium, Proof
from report.order import Order
from report.publish import publish
from report.publish.write import write_whole

CLEAN, HELD = 0, 1


def version_line() -> str:
    """Return name and version of the program."""
    return f"report {version('policy-report')}"


def briefs_of(project: Path) -> list[str]:
    """Return the slugs of a project's briefs, sorted."""
    return sorted(path.parent.name for path in project.glob("content/*/brief.yaml"))


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
    for order, reading in _orders(project, options, tuple(options.medium or ()), to_publish=options.to_publish):
        desk = Desk()
        if findings or artifacts:
            _let_go()
        try:
            prepared, proofs = _proofs(order, reading, desk, progress)
            artifacts += publish(prepared.edition, proofs, prepared.cited, prepared.origin, output)
        except Held:
            pass
        finally:
            progress.clear()
        findings += desk.findings
    status = _report(findings, options, project)
    for artifact in artifacts:
        _print_path(artifact.path)
    if sys.stdout.isatty():
        print(f"{len(artifacts)} files in {time.perf_counter() - started:.1f} s")
    return status


def check(options: argparse.Namespace) -> int:
    """Notice every mistake that can be noticed without composing; write nothing."""
    project = options.project.resolve()
    findings: list[Finding] = []
    for order, reading in _orders(project, options, ()):
        desk = Desk()
        production.prepare(order, desk, reading)
        findings += desk.findings
    return _report(findings, options, project)


def cite(options: argparse.Namespace) -> int:
    """List the notes and the bibliography of editions as they will print; write nothing."""
    from report import listing  # noqa: PLC0415 - one command's needs are not another's

    project = options.project.resolve()
    findings: list[Finding] = []
    editions = []
    for order, reading in _orders(project, options, ()):
        desk = Desk()
        prepared = production.prepare(order, desk, reading)
        editions.append((prepared.edition, prepared.apparatus))
        findings += desk.findings
    listed = listing.as_json(editions) if options.format == "json" else listing.as_text(editions)
    console.write(listed, sys.stdout)
    return _report(findings, options, project)


def catalog_update(options: argparse.Namespace) -> int:
    """Bring the catalogs of the editions ordered up to their source text."""
    from report import catalogs  # noqa: PLC0415

    project = options.project.resolve()
    jobs = catalogs.jobs(project, _slugs(project, options.briefs), options.locale)
    for line in catalogs.update(project, jobs.value):
        console.write(f"{line}\n", sys.stdout)
    return _report(jobs.findings, options, project)


def catalog_review(options: argparse.Namespace) -> int:
    """Mark the current messages of a catalog, or some of them, as reviewed."""
    from report import catalogs  # noqa: PLC0415

    project = options.project.resolve()
    slugs = _slugs(project, () if options.brief == catalogs.HOUSE else (options.brief,))
    jobs = catalogs.jobs(project, slugs, options.locale)
    for job in jobs.value:
        if job.name == options.brief:
            console.write(f"{catalogs.review(project, job, options.contexts)}\n", sys.stdout)
    return _report(jobs.findings, options, project)


def catalog_status(options: argparse.Namespace) -> int:
    """Say how far the catalogs of the editions ordered are."""
    from report import catalogs  # noqa: PLC0415
    from report.localize import status  # noqa: PLC0415

    project = options.project.resolve()
    jobs = catalogs.jobs(project, _slugs(project, options.briefs), options.locale)
    accounts = catalogs.accounts(jobs.value)
    if options.format == "json":
        console.write(status.as_json(accounts, is_listed=options.list), sys.stdout)
    else:
        console.write(status.as_table(accounts) + (status.as_list(accounts) if options.list else ""), sys.stdout)
    lags = options.check and not all(account.is_complete for account in accounts)
    return _report(jobs.findings, options, project) or (HELD if lags else CLEAN)


def new(options: argparse.Namespace) -> int:
    """Start a brief."""
    from report.starting import start_brief  # noqa: PLC0415

    for path in start_brief(options.project.resolve(), options.name, datetime.now().astimezone().date()):
        _print_path(path)
    return CLEAN


def locale_new(options: argparse.Namespace) -> int:
    """Begin a locale pack of the house, filled from the Unicode CLDR."""
    from report.load.packs import load_packs  # noqa: PLC0415
    from report.locales import Shelf  # noqa: PLC0415
    from report.packs.draft import begin_pack  # noqa: PLC0415

    project = options.project.resolve()
    _print_path(begin_pack(project, options.tag, Shelf.of(load_packs(project))))
    return CLEAN


def locale_check(options: argparse.Namespace) -> int:
    """Print the specimen of a locale pack, and say what is to be mended in it."""
    from report.packs.checking import check_pack  # noqa: PLC0415

    project = options.project.resolve()
    checked = check_pack(project, options.tag, options.format)
    console.write(checked.value, sys.stdout)
    return _report(checked.findings, options, project)


def schema(options: argparse.Namespace) -> int:
    """Write the JSON Schemas beside the content."""
    from report.validate.schema import schema_files  # noqa: PLC0415

    for name, body in schema_files().items():
        path = options.project.resolve() / name
        write_whole(path, body)
        _print_path(path)
    return CLEAN


def doctor(_options: argparse.Namespace) -> int:
    """Say what is installed and what is missing."""
    from report.doctor import examine  # noqa: PLC0415

    examination = examine()
    print("\n".join(examination.lines))
    return CLEAN if examination.is_healthy else HELD


def test(checkout: Path, arguments: Sequence[str]) -> int:
    """Run the tests in place of this program."""
    from report.setup.testing import run_tests  # noqa: PLC0415

    run_tests(checkout, arguments)


def lock(checkout: Path) -> int:
    """Renew the locks."""
    from report.setup.locking import renew_lock  # noqa: PLC0415

    return renew_lock(checkout)


def _orders(
    project: Path, options: argparse.Namespace, media: tuple[Medium, ...], *, to_publish: bool = False
) -> Iterator[tuple[Order, production.Reading]]:
    """Yield an order for every edition that the options ask for, each with its brief as it was read.

    Raises:
        UsageError: a brief is ordered that does not exist, or there is none at all.
    """
    for slug in _slugs(project, options.briefs):
        reading = production.read(project, slug)
        for locale in (options.locale,) if options.locale else reading.locales:
            yield Order(project, slug, locale, media, to_publish), reading


def _slugs(project: Path, asked: Sequence[str]) -> Sequence[str]:
    """Return the briefs that are asked for, all of them if none is named.

    Raises:
        UsageError: a brief is named that does not exist, or there is none at all.
    """
    known = briefs_of(project)
    if not known:
        raise UsageError(f"there are no briefs in {project / 'content'}; “report new NAME” starts one")
    for slug in asked:
        if slug not in known:
            hint = nearest(slug, known) or f"there are {', '.join(known)}"
            raise UsageError(f"no brief is called “{slug}”; {hint}")
    return asked or known


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


def _report(findings: Iterable[Finding], options: argparse.Namespace, project: Path) -> int:
    listed = in_order(findings)
    console.print_findings(listed, project, options.format, sys.stderr)
    if options.format == "text" and listed:
        sys.stderr.write(console.summary(listed) + "\n")
    return HELD if any(finding.holds for finding in listed) else CLEAN


def _print_path(path: Path) -> None:
    """Print a path as short as it can be said from here."""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    console.write(f"{shown}\n", sys.stdout)
