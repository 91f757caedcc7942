"""What a command answers with: paths to standard output, findings to standard error, and the exit status."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable
from pathlib import Path

from report import console
from report.findings import Finding, in_order
from report.incremental.bench import Failed

CLEAN, HELD, TOOL_FAILURE = 0, 1, 3


def answer(findings: Iterable[Finding], options: argparse.Namespace, project: Path) -> int:
    """Print findings in their order, and return the exit status: held by one that is an error, else clean."""
    listed = in_order(findings)
    console.print_findings(listed, project, options.format, sys.stderr)
    if options.format == "text" and listed:
        sys.stderr.write(console.summary(listed) + "\n")
    return HELD if any(finding.holds for finding in listed) else CLEAN


def tell_failures(failures: Iterable[Failed]) -> int:
    """Say which editions came to nothing; return the exit status for it, clean if none did."""
    listed = tuple(failures)
    for failed in listed:
        fault = "a fault of the program: " if failed.is_fault else ""
        console.write(f"report: {fault}{failed.reason}\n", sys.stderr)
    if any(failed.is_fault for failed in listed):
        console.write("hint: the last good output stays; REPORT_DEBUG=1 shows where it happened\n", sys.stderr)
    return TOOL_FAILURE if listed else CLEAN


def print_path(path: Path, why: str = "") -> None:
    """Print a path as short as it can be said from here, and beside it why there is something to say about it."""
    here = Path.cwd()
    shown = path.relative_to(here) if path.is_relative_to(here) else path
    console.write(f"{shown}  {why}\n" if why else f"{shown}\n", sys.stdout)
