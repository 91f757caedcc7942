"""One step of the set-up: a program that is started, listened to, and remembered by its last words."""

import os
import subprocess
import sys
from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

Hear = Callable[[str], None]

_WORDS_REMEMBERED = 15


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a step ended."""

    succeeded: bool
    last_words: str


def carry_out(
    command: Sequence[str],
    variables: Mapping[str, str],
    hear: Hear | None = None,
    keep_open: Sequence[int] = (),
) -> Outcome:
    """Carry out one step, which may ask nothing, and hear each of its lines as it comes."""
    last_words: deque[str] = deque(maxlen=_WORDS_REMEMBERED)
    with subprocess.Popen(
        command,
        env=os.environ | variables,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        pass_fds=keep_open,
    ) as step:
        for line in step.stdout or ():
            last_words.append(f"    {line.rstrip()}")
            if hear:
                hear(line)
    return Outcome(step.returncode == 0, f"`{' '.join(command)}` ended with:\n" + "\n".join(last_words))


def say(line: str) -> None:
    """Tell what is being done, beside the output of the command that waits for it."""
    print(f"set-up: {line}", file=sys.stderr, flush=True)
