"""How long the brief takes, and how much memory, against the bare engine; where the time goes; how it grows."""

from __future__ import annotations

import argparse
import re
import shutil
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from bare_brief import bare_command
from processes import compare, run

from report import production
from report.compose import compose
from report.desk import Desk
from report.order import Order
from report.preflight import preflight
from report.typeset import typeset

T = TypeVar("T")
PROJECT = Path(__file__).resolve().parent.parent
BRIEF = "iran-russia-nexus"
LOCALE = "en-GB"


def main() -> None:
    """Measure what the arguments ask for and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--runs", type=int, default=7, help="pairs that are counted, after one that is not")
    parser.add_argument("--growth", action="store_true", help="measure at 1, 4 and 16 times the text instead")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        if options.growth:
            _growth(Path(folder))
        else:
            _against_the_engine(Path(folder), options.runs)
            _stages()


def _against_the_engine(folder: Path, runs: int) -> None:
    bare = bare_command(_order(PROJECT), folder)
    for medium in ("paged", "screen"):
        ours = _our_command(PROJECT, medium, folder / "dist")
        print(f"{medium}: {compare(ours, bare, runs)}")


def _stages() -> None:
    """Print the share of each stage of the paged medium, in this process, imports included."""
    shares: dict[str, float] = {}
    desk = Desk()
    prepared = _timed(shares, "load to cite", lambda: production.prepare(_order(PROJECT), desk))
    galley = _timed(
        shares,
        "compose",
        lambda: compose(prepared.edition, prepared.apparatus, "paged", prepared.faces, PROJECT),
    )
    proof = _timed(shares, "typeset", lambda: typeset(galley, prepared.edition, PROJECT).value)
    _timed(shares, "preflight", lambda: preflight(proof))
    total = sum(shares.values())
    for stage, seconds in shares.items():
        print(f"{stage}: {seconds:.2f} s, {seconds / total:.0%}")


def _growth(folder: Path) -> None:
    """Print time and memory for a brief whose sections stand there once, four and sixteen times."""
    for times in (1, 4, 16):
        project = _grown(folder / str(times), times)
        bare = run(bare_command(_order(project), folder))
        screen = run(_our_command(project, "screen", folder / "dist"))
        paged = run(_our_command(project, "paged", folder / "dist"))
        print(
            f"{times} × text: paged {paged.seconds:.2f} s, {paged.memory:.0f} MiB; screen {screen.seconds:.2f} s; "
            f"bare engine {bare.seconds:.2f} s, {bare.memory:.0f} MiB; ours without the engine "
            f"{paged.seconds - bare.seconds:.2f} s"
        )


def _grown(project: Path, times: int) -> Path:
    """Copy the project with every section repeated under new ids; a section without title gets one when repeated."""
    for name in ("content", "templates", "styles"):
        shutil.copytree(PROJECT / name, project / name)
    folder = project / "content" / BRIEF
    path = folder / "brief.yaml"
    brief = path.read_text(encoding="utf-8")
    listed = re.findall(r"(?m)^  - ([a-z-]+)$", brief.partition("\nsections:")[2].partition("\nrevisions:")[0])
    repeated = []
    for turn in range(1, times):
        for slug in listed:
            source = (folder / "sections" / f"{slug}.yaml").read_text(encoding="utf-8")
            copied = re.sub(r"(?m)^( *-? *id: )(.+)$", rf"\1\2-{turn}", source)
            if "\ntitle:" not in copied:
                copied = re.sub(r"(?m)^(id: .+)$", r"\1\ntitle: Once more", copied)
            (folder / "sections" / f"{slug}-{turn}.yaml").write_text(copied, encoding="utf-8")
            repeated.append(f"{slug}-{turn}")
    last = f"  - {listed[-1]}\n"
    path.write_text(brief.replace(last, last + "".join(f"  - {name}\n" for name in repeated)), encoding="utf-8")
    return project


def _order(project: Path) -> Order:
    return Order(project, BRIEF, LOCALE, ("paged",))


def _our_command(project: Path, medium: str, output: Path) -> list[str]:
    command = [sys.executable, "-P", "-m", "report", "build", BRIEF, "--locale", LOCALE, "--medium", medium]
    return [*command, "--out", str(output), "--project", str(project)]


def _timed(shares: dict[str, float], stage: str, work: Callable[[], T]) -> T:
    started = time.perf_counter()
    made = work()
    shares[stage] = time.perf_counter() - started
    return made


if __name__ == "__main__":
    main()
