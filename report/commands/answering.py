"""What a command answers with: paths to standard output, findings to standard error, and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from report import console
from report.findings import Finding, in_order

CLEAN, HELD = 0, 1


def answer(findings: Iterable[Finding], options: argparse.Namespace, project: Path) -> int:
    """Print findings in their order, and return the exit status: held by one that is an error, else clean."""
    listed = in_order(findings)
    console.print_findings(listed, project, options.format, sys.stderr)
    if options.format == "text" and listed:
        sys.stderr.write(console.summary(listed) + "\n")
    return HELD if any(finding.holds for finding in listed) else CLEAN


def print_path(path: Path) -> None:
    """Print a path as short as it can be said from here."""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    console.write(f"{shown}\n", sys.stdout)
