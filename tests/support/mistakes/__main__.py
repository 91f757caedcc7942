"""A campaign from the command line: ``python -m tests.support.mistakes --seed 7 --count 40 --misses``."""

from __future__ import annotations

import argparse
import tempfile
from collections import Counter
from pathlib import Path

from tests.support.mistakes.campaign import Bench, mutants
from tests.support.mistakes.kinds import FORMS


def main() -> None:
    """Judge so many mutants of each form and print a table, and every miss where asked."""
    parser = argparse.ArgumentParser(prog="python -m tests.support.mistakes")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--count", type=int, default=20, help="mutants of each form")
    parser.add_argument("--only", default="", help="forms whose name contains this")
    parser.add_argument("--misses", action="store_true", help="print every mutant that was not found")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        bench = Bench(Path.cwd(), Path(folder))
        total: Counter[str] = Counter()
        print(f"{'form':52} {'made':>5} {'found':>5} {'silent':>6} {'crash':>5} {'findings':>8}")
        for form in FORMS:
            if options.only not in form.name:
                continue
            verdicts = [bench.judge(mutant) for mutant in mutants(Path.cwd(), options.seed, options.count, (form,))]
            tally = Counter(
                made=len(verdicts),
                found=sum(one.is_found for one in verdicts),
                silent=sum(one.is_silent for one in verdicts),
                crash=sum(bool(one.crash) for one in verdicts),
                findings=sum(len(one.findings) for one in verdicts),
            )
            _print_row(form.name, tally)
            total += tally
            if options.misses:
                print(*(one for one in verdicts if not one.is_found), sep="\n\n", end="\n\n")
        _print_row("all", total)


def _print_row(name: str, tally: Counter[str]) -> None:
    each = tally["findings"] / max(tally["made"], 1)
    counts = f"{tally['made']:5} {tally['found']:5} {tally['silent']:6} {tally['crash']:5} {each:8.1f}"
    print(f"{name:52} {counts}", flush=True)


if __name__ == "__main__":
    main()
