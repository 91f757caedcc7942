"""How long four editions take in one process, against one; and whether memory grows from edition to edition."""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path

from processes import compare

from report import production
from report.desk import Desk
from report.model.output import SETTINGS
from report.order import Order

PROJECT = Path(__file__).resolve().parent.parent
SOURCE = "en-GB"
_MEBIBYTE = 1024


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brief", nargs="?", default="iran-russia-nexus", help="the slug of a brief")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the folder of the project")
    parser.add_argument("--runs", type=int, default=7, help="pairs that are counted, after one that is not")
    parser.add_argument("--memory", action="store_true", help="make editions in a row in this process instead")
    parser.add_argument("--editions", type=int, default=12, help="how many in a row")
    options = parser.parse_args()
    if options.memory:
        _in_a_row(options.project, options.brief, options.editions)
        return
    with tempfile.TemporaryDirectory() as folder:
        command = [sys.executable, "-P", "-m", "report", "build", options.brief, "--project", str(options.project)]
        command += ["--out", folder]
        print(f"all editions against one: {compare(command, [*command, '--locale', SOURCE], options.runs)}")


def _in_a_row(project: Path, brief: str, count: int) -> None:
    """Print the largest resident memory of this process after each of so many editions, in both media."""
    reading = production.read(project, brief)
    first = 0.0
    for number, locale in enumerate(islice(cycle(reading.locales), count), start=1):
        desk = Desk()
        prepared = production.prepare(Order(project, brief, locale, SETTINGS), desk, reading)
        for medium in SETTINGS:
            production.produce(prepared, (medium,), desk)
        memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / _MEBIBYTE
        first = first or memory
        print(f"after {number} editions ({locale}): {memory:.0f} MiB, {memory / first:.2f} × the first")


if __name__ == "__main__":
    main()
