"""How long all PDFs of an edition take, and how much memory, against the bare engine's one; and preflight's share."""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from cProfile import Profile
from pathlib import Path
from pstats import SortKey, Stats
from statistics import median

from bare_brief import bare_command
from processes import compare, run

from report import production
from report.desk import Desk
from report.model.output import MEDIA, Medium
from report.order import Order
from report.production import producing

PROJECT = Path(__file__).resolve().parent.parent
PDFS: tuple[Medium, ...] = ("paged", "press", "booklet")


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("brief", nargs="?", default="iran-russia-nexus", help="the slug of a brief")
    parser.add_argument("--locale", default="en-GB", help="one of its editions")
    parser.add_argument("--runs", type=int, default=7, help="pairs that are counted, after one that is not")
    parser.add_argument("--profile", action="store_true", help="say what the time is spent on instead")
    parser.add_argument("--preflight", action="store_true", help=argparse.SUPPRESS)
    options = parser.parse_args()
    order = Order(PROJECT, options.brief, options.locale, MEDIA)
    if options.preflight:
        print(_preflight_seconds(order))
    elif options.profile:
        _profile(order)
    else:
        _against_the_engine(order, options.runs)


def _against_the_engine(order: Order, runs: int) -> None:
    """Print the medians over pairs of whole processes, and preflight of all media against the bare engine's process."""
    with tempfile.TemporaryDirectory() as folder:
        bare = bare_command(order, Path(folder))
        ours = _our_command(order, PDFS, Path(folder))
        print(f"paged, press and booklet: {compare(ours, bare, runs)}")
        print(f"paged alone: {compare(_our_command(order, PDFS[:1], Path(folder)), bare, runs)}")
        pairs = [(_asked_for_seconds(order), run(bare).seconds) for _ in range(runs)]
    share = median(seconds / engine for seconds, engine in pairs)
    print(f"preflight of all four media: {share:.2f} × time ({median(one for one, _ in pairs):.2f} s)")


def _our_command(order: Order, media: Sequence[Medium], folder: Path) -> list[str]:
    command = [sys.executable, "-P", "-m", "report", "build", order.brief, "--locale", order.locale]
    command += [word for medium in media for word in ("--medium", medium)]
    return [*command, "--out", str(folder / "dist"), "--project", str(order.project)]


def _asked_for_seconds(order: Order) -> float:
    """Ask a process of its own what preflight takes there, what it loads included."""
    command = [sys.executable, __file__, order.brief, "--locale", order.locale, "--preflight"]
    return float(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def _preflight_seconds(order: Order) -> float:
    """Return the seconds of preflight when all media of an edition are made in this process."""
    taken = 0.0
    asked = producing.preflight_all

    def watched(*arguments: object) -> object:
        nonlocal taken
        started = time.perf_counter()
        answer = asked(*arguments)
        taken += time.perf_counter() - started
        return answer

    producing.preflight_all = watched
    _make(order)
    return taken


def _profile(order: Order) -> None:
    """Print what the making of all media spends its time on, by the time within each function and by that below it."""
    with Profile() as profile:
        _make(order)
    Stats(profile).sort_stats(SortKey.TIME).print_stats(40).sort_stats(SortKey.CUMULATIVE).print_stats("report", 60)


def _make(order: Order) -> None:
    desk = Desk()
    prepared = production.prepare(order, desk)
    production.produce(prepared, production.media_of(prepared.edition), desk)


if __name__ == "__main__":
    main()
