"""`python -m report` is the same program as `report`."""

# ruff: noqa: E402 - interruptions are put off before anything is loaded, and nothing is made before all is
import _signal  # type: ignore[import-not-found]  # the half of it in C, which takes no loading

_signal.pthread_sigmask(_signal.SIG_BLOCK, (_signal.SIGINT,))

import atexit
import gc
import os
import signal
import sys
from contextlib import suppress

_STOPPED = "\nreport: stopped; the last good output stays\n"
_STATUS = 3


def _stop_at_once(_number: int, _frame: object) -> None:
    """End the program with a word; good as long as nothing has been begun, or all is done."""
    os.write(2, _STOPPED.encode())
    os._exit(_STATUS)


def _end_as_said() -> None:
    """End a run that was stopped with its status, last of all that is done on the way out.

    Python ends by a signal instead if the interruption came while it ran code that stood in a string, as that which
    makes dataclasses does, whoever has answered it.
    """
    if status == _STATUS:
        with suppress(OSError, ValueError):
            sys.stdout.flush()
        os._exit(_STATUS)


# Until all is loaded nothing has been begun; an interruption that is ignored, as in a job of a script, is so still.
_IS_HEEDED = signal.getsignal(signal.SIGINT) is signal.default_int_handler
if _IS_HEEDED:
    signal.signal(signal.SIGINT, _stop_at_once)
# They were put off, maybe by the front door already, until somebody is here who takes them.
signal.pthread_sigmask(signal.SIG_UNBLOCK, (signal.SIGINT,))

# A run is short and keeps nearly all that it makes: looking for garbage takes a tenth of its time and frees nothing.
gc.disable()

from report.cli import main

if __name__ == "__main__":
    status: str | int | None = None
    atexit.register(_end_as_said)
    try:
        if _IS_HEEDED:
            signal.signal(signal.SIGINT, signal.default_int_handler)
        status = main()
    except SystemExit as end:  # of the arguments: they are wrong, or ask for help
        status = end.code
    except KeyboardInterrupt:  # one more, while the first was answered
        status = _STATUS
        sys.stderr.write(_STOPPED)
    # From here on there is nothing left to stop.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # What is frozen is not looked through once more on the way out.
    gc.freeze()
    sys.exit(status)
