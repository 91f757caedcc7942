"""Requests to end, taken as an interruption from the keyboard is, so that every command leaves nothing behind."""

from __future__ import annotations

import signal
from collections.abc import Iterator
from contextlib import contextmanager
from threading import current_thread, main_thread


@contextmanager
def stopped_by_a_word() -> Iterator[None]:
    """Take a request to end (SIGTERM, SIGHUP) like an interruption from the keyboard.

    One that is ignored, as ``nohup`` has it, is ignored still.
    """

    def stop(_number: int, _frame: object) -> None:
        raise KeyboardInterrupt

    if current_thread() is not main_thread():  # where nobody sends us signals
        yield
        return
    heard = [number for number in (signal.SIGTERM, signal.SIGHUP) if signal.getsignal(number) != signal.SIG_IGN]
    before = {number: signal.signal(number, stop) for number in heard}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
