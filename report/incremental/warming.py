"""What every edition needs, loaded: a server of workers imports this module once, and they all have it."""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
from pathlib import Path
from types import FrameType, TracebackType

gc.disable()


def _say_nothing_as_an_orphan(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault, unless a worker was to begin and the process that it works for has gone meanwhile."""
    if not issubclass(kind, (EOFError, FileNotFoundError, ConnectionError)):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _say_nothing_as_an_orphan

# Loading takes a second, in which the server does not hear that nobody is there any more whom it could serve.
_PARENT = os.getppid()
_SECONDS_BETWEEN_LOOKS = 0.05
_folders: list[Path] = []


def _go_as_an_orphan(_number: int, _frame: FrameType | None) -> None:
    if os.getppid() != _PARENT:
        for folder in _folders:
            shutil.rmtree(folder, ignore_errors=True)
        os._exit(1)


signal.signal(signal.SIGALRM, _go_as_an_orphan)
signal.setitimer(signal.ITIMER_REAL, _SECONDS_BETWEEN_LOOKS, _SECONDS_BETWEEN_LOOKS)

from report.typeset.fonts import no_machine_fonts  # noqa: E402 - from here on it is loaded

with no_machine_fonts() as folder:
    _folders.append(folder)
    import pikepdf  # noqa: F401
    import pypdfium2  # noqa: F401
    import weasyprint  # noqa: F401

    import report.incremental.making
    import report.press
    import report.typeset.paged  # noqa: F401

signal.setitimer(signal.ITIMER_REAL, 0)
signal.signal(signal.SIGALRM, signal.SIG_DFL)
gc.collect()
gc.freeze()
