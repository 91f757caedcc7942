"""An earlier text as it was at a commit, made by what the project had then."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from report import production
from report.desk import Desk
from report.errors import UsageError
from report.findings import Finding, Mark
from report.load.commits import Commit, read_commit, write_project
from report.model.frozen import units_of_text
from report.model.redline import Printing
from report.order import Order
from report.redlining.texts import Earlier, Now

_BRIEF = re.compile(r"content/[^/]+/brief\.yaml")
_OF_LOOKS = ("CMP", "STY", "PRE", "PRS", "REV")
"""Findings about an earlier project that have nothing to do with its text."""


def at_commit(now: Now, reference: str) -> Earlier:
    """Return the printings of the brief as it was at a commit, made by its own templates' words and catalogs.

    Raises:
        UsageError: there is no such commit, or it has no such brief, under its name of now or an earlier one.
        ReportError: git cannot give out what it has.
    """
    commit = _with_brief(read_commit(now.project, reference), now, reference)
    printings: dict[str, Printing] = {}
    findings: list[Finding] = []
    with _folder() as folder:
        write_project(commit, folder)
        reading = production.read(folder, now.slug)
        for locale in now.editions:
            if locale not in reading.locales:
                message = f"there was no edition in “{locale}” at “{reference}”"
                findings.append(Finding("REV-030", now.listed, message, "compare it with a later commit"))
                continue
            desk = Desk()
            prepared = production.prepare(Order(folder, now.slug, locale, ()), desk, reading)
            errors = [one for one in desk.findings if one.holds and one.code[:3] not in _OF_LOOKS]
            if errors:
                findings.append(_unsound(errors, locale, reference, now.listed))
                continue
            revision = replace(prepared.edition.revision, version=commit.name)
            printings[locale] = Printing(replace(prepared.edition, revision=revision), prepared.apparatus)
        units = {unit.context: unit.source for unit in units_of_text(reading.brief.value)}
    return Earlier(commit.name, printings, units, tuple(findings))


def _with_brief(commit: Commit, now: Now, reference: str) -> Commit:
    """Return a commit in which the folder of the brief is called what it is called now."""
    briefs = sorted(path.split("/")[1] for path in commit.files if _BRIEF.fullmatch(path))
    there = next((one for one in (now.slug, *now.source.former_slugs) if one in briefs), "")
    if there == now.slug:
        return commit
    if there:
        before = f"content/{there}/"
        files = {
            f"content/{now.slug}/{path.removeprefix(before)}" if path.startswith(before) else path: body
            for path, body in commit.files.items()
        }
        return replace(commit, files=files)
    has = f"it has {', '.join(briefs)}" if briefs else "it has no briefs in this place"
    hint = "; if it is one of them, write “formerly: …” with that name in brief.yaml" if briefs else ""
    raise UsageError(f"“{now.slug}” is not in the project at “{reference}”: {has}{hint}")


def _unsound(errors: Sequence[Finding], locale: str, reference: str, listed: Mark) -> Finding:
    first = errors[0]
    message = (
        f"the text of “{locale}” had mistakes at “{reference}” and cannot be compared: {first.message} ({first.mark})"
    )
    return Finding("REV-030", listed, message, "compare it with another commit")


@contextmanager
def _folder() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="report-redline-") as name:
        yield Path(name).resolve()
