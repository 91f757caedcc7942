"""What the program says of a project, for tests that compare it with what it should say."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from contextlib import suppress
from datetime import date
from pathlib import Path

from report import redlining
from report.desk import Desk, Held
from report.findings import Finding, in_order
from report.freezing import Wish, freeze
from report.model.output import Medium
from report.order import Order
from report.production import prepare, produce

ROOT = Path(__file__).parents[2]
PLAIN = ROOT / "tests" / "briefs" / "plain"


def findings_of(
    project: Path, *, locale: str = "", media: tuple[Medium, ...] = (), to_publish: bool = False
) -> list[Finding]:
    """Return all that is noticed in the briefs of a project before anything is composed, or once media are made."""
    found: list[Finding] = []
    for brief in sorted(path.name for path in (project / "content").iterdir() if (path / "brief.yaml").exists()):
        desk = Desk()
        prepared = prepare(Order(project, brief, locale, media, to_publish), desk)
        if media:
            with suppress(Held):
                produce(prepared, media, desk)
        found.extend(desk.findings)
    return in_order(found)


def findings_of_freezing(project: Path, version: str) -> list[Finding]:
    """Return all that is noticed when the plain brief is frozen as a version, which is new if it is not listed."""
    wish = Wish(version, "", {}, None)
    return in_order(freeze(project, "plain", wish, date(2020, 5, 1)).findings)


def findings_of_redline(project: Path, since: str) -> list[Finding]:
    """Return all that is noticed when the plain brief is compared with an earlier text of it."""
    wish = redlining.Wish(since, "", ("screen",), project / "dist")
    return in_order(redlining.redline_brief(project, "plain", wish, lambda _: None).findings)


def lay_over_plain(overlay: Path, project: Path) -> Path:
    """Copy the plain brief, and over it the files of a folder.

    Templates and sheets are the shipped ones if the folder changes some, its own if it has an entry sheet of its own.
    """
    shutil.copytree(PLAIN, project)
    named = [name for name in ("templates", "styles") if (overlay / name).exists()]
    if (named or overlay.name.startswith(("SET", "PRS"))) and not (overlay / "styles" / "paged.css").exists():
        for name in ("templates", "styles"):
            shutil.copytree(ROOT / name, project / name)
    shutil.copytree(overlay, project, dirs_exist_ok=True, symlinks=True)
    return project


def as_text(findings: Iterable[Finding]) -> str:
    """Return findings as the program prints them into a pipe."""
    lines = []
    for one in findings:
        lines.append(f"{one.mark}: {one.severity} {one.code}: {one.message}\n")
        lines.extend([f"  hint: {one.hint}\n"] if one.hint else [])
    return "".join(lines)
