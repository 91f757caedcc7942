"""Commands run as processes of their own, and what they took."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

_MEBIBYTE = 1024


@dataclass(frozen=True, slots=True)
class Run:
    """One process: wall seconds and largest resident memory in MiB."""

    seconds: float
    memory: float


@dataclass(frozen=True, slots=True)
class Comparison:
    """Medians over pairs of runs: of the ratios, and of each side's seconds and memory."""

    times: float
    memory: float
    ours: Run
    theirs: Run

    def __str__(self) -> str:
        """The ratios, with what they are made of."""
        return (
            f"{self.times:.2f} × time ({self.ours.seconds:.2f} s against {self.theirs.seconds:.2f} s), "
            f"{self.memory:.2f} × memory ({self.ours.memory:.0f} MiB, {self.theirs.memory:.0f} MiB)"
        )


def compare(ours: Sequence[str], theirs: Sequence[str], runs: int) -> Comparison:
    """Run two commands in turn, once uncounted and then so many times, and compare them pair by pair."""
    pairs = [(run(ours), run(theirs)) for _ in range(runs + 1)][1:]
    return Comparison(
        median(one.seconds / other.seconds for one, other in pairs),
        median(one.memory / other.memory for one, other in pairs),
        _middle([one for one, _ in pairs]),
        _middle([other for _, other in pairs]),
    )


# A first run leaves the compiled modules for those after it, whatever the shell has set.
_ENVIRONMENT = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def run(command: Sequence[str]) -> Run:
    """Run a command as a process of its own; what it says is of interest only when it fails."""
    with Path(os.devnull).open("wb") as nowhere, tempfile.TemporaryFile() as said:
        started = time.perf_counter()
        process = os.posix_spawn(
            command[0],
            command,
            _ENVIRONMENT,
            file_actions=[
                (os.POSIX_SPAWN_DUP2, nowhere.fileno(), 1),
                (os.POSIX_SPAWN_DUP2, said.fileno(), 2),
            ],
        )
        _, status, usage = os.wait4(process, 0)
        seconds = time.perf_counter() - started
        if status:
            said.seek(0)
            raise SystemExit(f"this failed: {' '.join(command)}\n{said.read().decode()}")
    return Run(seconds, usage.ru_maxrss / _MEBIBYTE)


def _middle(runs: Sequence[Run]) -> Run:
    return Run(median(one.seconds for one in runs), median(one.memory for one in runs))
