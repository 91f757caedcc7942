"""Texts compared: ``redline``."""

from __future__ import annotations

import argparse

from report.commands.answering import answer, print_path
from report.commands.asking import slugs_of
from report.findings import Finding


def redline(options: argparse.Namespace) -> int:
    """Typeset what changed in the editions ordered since an earlier text, and tell editors and translators of it."""
    from report import console  # noqa: PLC0415
    from report.redlining import Wish, redline_brief  # noqa: PLC0415

    project = options.project.resolve()
    output = (options.out or project / "dist").resolve()
    media = tuple(dict.fromkeys(options.medium or ("paged", "screen")))
    wish = Wish(options.since or "", options.locale or "", media, output)
    progress = console.Progress()
    findings: list[Finding] = []
    paths = []
    for slug in slugs_of(project, options.briefs):
        try:
            made = redline_brief(project, slug, wish, progress.say)
        finally:
            progress.clear()
        findings += made.findings
        paths += [artifact.path for artifact in made.value]
    status = answer(findings, options, project)
    for path in paths:
        print_path(path)
    return status
