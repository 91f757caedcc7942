"""A hundred briefs in four locales in one run: memory over time, killed in the middle, resumed."""

from __future__ import annotations

import argparse
import os
import re
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from statistics import median

import polib

ROOT = Path(__file__).resolve().parent.parent
LOCALES = ("de", "ru", "fa")
_PERSIAN_DIGITS = {ord("0") + number: ord("۰") + number for number in range(10)}
_OUTSIDE_BRACKETS = re.compile(r"\d(?![^\[\]]*\])")  # keys of works are no words
_MEBIBYTE = 1 << 20
_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    """Make the briefs, build them, and print what came of it."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--briefs", type=int, default=100, help="how many briefs are generated")
    parser.add_argument("--jobs", type=int, default=2, help="how many editions are made at a time")
    parser.add_argument("--medium", action="append", default=[], help="one medium only (default: all)")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        project = Path(folder)
        _generate(project, options.briefs)
        command = [sys.executable, "-P", "-m", "report", "build", "--jobs", str(options.jobs), "--project", folder]
        command += [word for medium in options.medium for word in ("--medium", medium)]
        total = options.briefs * (len(LOCALES) + 1)
        first = _run(command, project, until=total // 2)
        print(f"killed with {len(first.finished)} of {total} editions finished after {first.seconds:.0f} s")
        second = _run(command, project, until=None)
        repeated = first.finished & second.made
        print(f"resumed: {len(second.made)} editions made in {second.seconds:.0f} s, {len(repeated)} of them once more")
        for name, run in (("first", first), ("second", second)):
            print(f"memory of the {name} run, MiB, in tenths of it:")
            print(f"  parent  {_tenths(run.parent)}")
            print(f"  workers {_tenths(run.workers)}")
        third = _run(command, project, until=None)
        print(f"nothing to do: {third.seconds:.2f} s, {len(third.made)} editions made")


class _Run:
    """A run: its seconds, memory of parent and workers sampled over time (MiB), editions finished and made."""

    def __init__(self) -> None:
        self.seconds = 0.0
        self.parent: list[float] = []
        self.workers: list[float] = []
        self.finished: set[tuple[str, ...]] = set()
        self.made: set[tuple[str, ...]] = set()


def _generate(project: Path, count: int) -> None:
    """Begin so many briefs; their translations say the same as the source."""
    for name in ("templates", "styles"):
        shutil.copytree(ROOT / name, project / name)
    shutil.copytree(ROOT / "content" / "schema", project / "content" / "schema")
    shutil.copy(ROOT / "content" / "house.yaml", project / "content")
    _quietly(["new", "brief-1"], project)
    first = project / "content" / "brief-1"
    front = first / "brief.yaml"
    editions = "".join(f"  - locale: {locale}\n" for locale in LOCALES)
    text = front.read_text(encoding="utf-8")
    front.write_text(re.sub(r"(language: en-GB\n)", rf"\1editions:\n{editions}", text), encoding="utf-8")
    _quietly(["catalog", "update"], project)
    for path in first.glob("locale/*/LC_MESSAGES/brief.po"):
        catalog = polib.pofile(str(path))
        for message in catalog:
            message.msgstr = _in_persian_digits(message.msgid) if "/fa/" in path.as_posix() else message.msgid
        catalog.save()
    for number in range(2, count + 1):
        shutil.copytree(first, project / "content" / f"brief-{number}")


def _in_persian_digits(words: str) -> str:
    return _OUTSIDE_BRACKETS.sub(lambda found: found[0].translate(_PERSIAN_DIGITS), words)


def _quietly(words: Sequence[str], project: Path) -> None:
    said = subprocess.run(
        [sys.executable, "-P", "-m", "report", *words, "--project", str(project)], capture_output=True, check=False
    )
    if said.returncode not in (0, 1):
        raise SystemExit(said.stderr.decode())


def _run(command: Sequence[str], project: Path, until: int | None) -> _Run:
    """Run a build, looking at its memory as it goes; kill it when so many editions are finished."""
    run, started = _Run(), time.perf_counter()
    with tempfile.TemporaryFile("w+") as printed:
        process = subprocess.Popen(command, stdout=printed, stderr=subprocess.DEVNULL, start_new_session=True)
        while process.poll() is None:
            memory = dict(_memory(process.pid))
            run.parent.append(memory.pop(process.pid, 0.0))
            run.workers.append(max(memory.values(), default=0.0))
            if until is not None and len(_ledgers(project)) >= until:
                os.kill(process.pid, signal.SIGKILL)
                process.wait()
                break
            time.sleep(0.1)
        while any(_memory(process.pid)):
            time.sleep(0.05)
        run.seconds = time.perf_counter() - started
        printed.seek(0)
        run.made = {Path(line.split("  ")[0]).parts[-3:-1] for line in printed if "  " in line}
    run.finished = _ledgers(project)
    return run


def _ledgers(project: Path) -> set[tuple[str, ...]]:
    return {tuple(path.stem.split(".")) for path in (project / "dist" / ".ledger").glob("*.json")}


def _memory(group: int) -> Iterator[tuple[int, float]]:
    """Yield the processes of a group with their resident memory."""
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError, IndexError):
            fields = (path / "stat").read_text().rpartition(")")[2].split()
            if int(fields[2]) == group and fields[0] != "Z":
                yield int(path.name), int(fields[21]) * _PAGE / _MEBIBYTE


def _tenths(samples: Sequence[float]) -> str:
    """Return the median of each tenth of the samples."""
    step = max(len(samples) // 10, 1)
    return " ".join(f"{median(samples[at : at + step]):.0f}" for at in range(0, len(samples), step))


if __name__ == "__main__":
    main()
