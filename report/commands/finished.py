"""Finished files read back: ``preflight``, ``verify`` and ``unpack``."""

from __future__ import annotations

import argparse
import shlex
import sys
from pathlib import Path

from report import console
from report.commands.answering import CLEAN, answer, print_path
from report.commands.asking import orders
from report.errors import ReportError, UsageError
from report.findings import Finding


def preflight(options: argparse.Namespace) -> int:
    """Read finished files back: those of briefs that lie in the output folder, or files by their paths."""
    from report import preflighting  # noqa: PLC0415

    project = options.project.resolve()
    wish = preflighting.Wish(options.profile or "", tuple(options.medium or ()))
    preflighting.check_wish(project, wish)
    files = [Path(target) for target in options.targets if _is_file(target)]
    options.briefs = [target for target in options.targets if not _is_file(target)]
    accounts = [preflighting.account_for_file(project, path, wish) for path in files]
    findings: list[Finding] = []
    for order, reading in orders(project, options) if options.briefs or not files else ():
        checked = preflighting.account_for_edition(order, reading, options.out or project / "dist", wish)
        accounts += checked.value
        findings += checked.findings
    findings += (finding for account in accounts for finding in account.findings)
    listed = "".join(map(preflighting.as_text, accounts))
    console.write(preflighting.as_json(accounts) if options.format == "json" else listed, sys.stdout)
    return answer(findings, options, project)


def verify(options: argparse.Namespace) -> int:
    """Say of each file which edition it is, and whether it is as it was made and published.

    One that cannot be read leaves no other unanswered; the worst of all is the exit status.
    """
    from report.verifying import Answer, Wish, verify  # noqa: PLC0415
    from report.verifying.answers import as_json, as_text  # noqa: PLC0415

    named = options.project is not None
    project = (options.project if named else options.checkout).resolve()
    if named and not (project / "content").is_dir():
        raise UsageError(f"{options.project} is no project: there is no folder content/ in it")
    answers: list[Answer] = []
    troubles: list[ReportError] = []
    for path in options.files:
        try:
            answers.append(verify(path, Wish(project, named, options.rebuild)))
        except ReportError as trouble:
            troubles.append(trouble)
    console.write(as_json(answers) if options.format == "json" else "".join(map(as_text, answers)), sys.stdout)
    for one in troubles:
        console.write(f"report: {one}\n", sys.stderr)
    return max([*(answer.status for answer in answers), *(trouble.status for trouble in troubles)])


def unpack(options: argparse.Namespace) -> int:
    """Write out what a PDF was made from, and say how it is made again."""
    from report.unpacking import unpack as unpack_file  # noqa: PLC0415
    from report.versions import made_with  # noqa: PLC0415

    unpacked = unpack_file(options.file, options.folder)
    made = unpacked.made
    for name in unpacked.names:
        print_path(unpacked.folder.resolve() / name)
    order = f"{made.brief} --locale {made.locale} --medium paged --project {shlex.quote(str(options.folder))}"
    console.write(f"“report build {order}” makes it again\n", sys.stderr)
    here = made_with()
    others = sorted(name for name in here.keys() | made.made_with.keys() if here.get(name) != made.made_with.get(name))
    if others:
        known = ", ".join(name for name in others if name in here) or "its makers"
        console.write(f"made with other versions than are installed: {known}; bytes may differ\n", sys.stderr)
    return CLEAN


def _is_file(target: str) -> bool:
    """Whether what is named is a file and no brief: it has an ending, or a folder before it."""
    return "/" in target or target.lower().endswith(".pdf")
