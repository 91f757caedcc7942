#!/usr/bin/env python3
"""The front door: ready the environment, then hand over to the program inside it.

`python3 build.py [COMMAND ...]` is `report [COMMAND ...]` on a machine where nothing is installed yet.
It uses the standard library only, and a syntax that Python 3.6 can read, so that an old Python
gets a plain sentence; what it takes to ready the environment is told in `report/setup`.
"""

import _signal  # type: ignore[import-not-found]  # the half of it in C, which takes no loading

if __name__ == "__main__" and hasattr(_signal, "pthread_sigmask"):  # put off until there is somebody who takes them
    _signal.pthread_sigmask(_signal.SIG_BLOCK, (_signal.SIGINT,))

import locale
import os
import signal
import sys
from contextlib import suppress
from pathlib import Path

OLDEST_PYTHON = (3, 11)
TOOL_FAILURE = 3


def main() -> int:
    """Ready the environment and become the program; come back only when that fails."""
    if sys.version_info[:2] < OLDEST_PYTHON:
        needed, found = ("{}.{}".format(*version) for version in (OLDEST_PYTHON, sys.version_info))
        return _stop(f"it takes Python {needed} or newer, and this is Python {found}.")
    if os.name != "posix":
        return _stop("it runs on Linux and macOS; on Windows, run it inside WSL.")

    root = Path(__file__).resolve().parent
    sys.path.insert(0, str(root))
    from report.setup import SetupError, make_ready  # noqa: PLC0415 - its syntax is newer than this file's

    arguments = sys.argv[1:]
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))
        python = str(make_ready(root, arguments))
        signal.pthread_sigmask(signal.SIG_BLOCK, (signal.SIGINT,))  # the program takes them again
    except SetupError as error:
        return _stop(str(error))
    except KeyboardInterrupt:
        return _stop("interrupted; the next run begins the set-up anew.")
    _speak_utf8()
    # With -P, a folder that is named like a module, where the caller stands, is not imported instead of it.
    os.execv(python, [python, "-P", "-m", "report", *arguments])


def _speak_utf8() -> None:
    """Leave a locale that cannot name every folder: in it, a checkout called "Grüße" stops Python before we begin."""
    with suppress(locale.Error):
        locale.setlocale(locale.LC_CTYPE, "")
    if locale.nl_langinfo(locale.CODESET).upper() != "UTF-8":
        os.environ["LC_ALL"] = "C.UTF-8"


def _stop(reason: str) -> int:
    """Say why there is nothing to hand over to, and return the exit status for it."""
    print(f"build.py: {reason}", file=sys.stderr)
    return TOOL_FAILURE


if __name__ == "__main__":
    sys.exit(main())
