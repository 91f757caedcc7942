"""The design is sound: sheets and templates are well-formed, use only what exists, and know each other."""

from __future__ import annotations

from pathlib import Path

from report.findings import Checked, in_order
from report.model.brief import Design
from report.validate.crossing import check_crossing
from report.validate.sheets import check_sheets
from report.validate.source import Source
from report.validate.templates import check_templates


def check_design(project: Path, design: Design) -> Checked[None]:
    """Notice every mistake of a project's templates and sheets, and of what its house changes about them."""
    written = check_templates(project, _sources(project, "templates", ".html"))
    read = check_sheets(_sources(project, "styles", ".css"), design)
    crossing = check_crossing(written.value, read.value)
    return Checked(None, tuple(in_order((*written.findings, *read.findings, *crossing))))


def _sources(project: Path, folder: str, ending: str) -> tuple[Source, ...]:
    paths = sorted((project / folder).rglob(f"*{ending}"))
    return tuple(Source(path.relative_to(project).as_posix(), path.read_text(encoding="utf-8")) for path in paths)
