"""What every edition needs, loaded: a server of workers imports this module once, and they all have it."""

from __future__ import annotations

import gc
import sys
from types import TracebackType

from report.typeset.fonts import no_machine_fonts

gc.disable()


def _say_nothing_as_an_orphan(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
    """Tell of a fault, unless a worker was to begin and the process that it works for has gone meanwhile."""
    if not issubclass(kind, (EOFError, FileNotFoundError, ConnectionError)):
        sys.__excepthook__(kind, error, trace)


sys.excepthook = _say_nothing_as_an_orphan

with no_machine_fonts():
    import pikepdf  # noqa: F401
    import pypdfium2  # noqa: F401
    import weasyprint  # noqa: F401

    import report.incremental.making
    import report.press
    import report.typeset.paged  # noqa: F401

gc.collect()
gc.freeze()
