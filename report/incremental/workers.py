"""Workers: this process itself, or processes beside it that have loaded the line and go when this one goes.

A server process loads what every edition needs, once, and workers are copies of it (``forkserver``): they start at
once, share what is loaded, and have no threads or locks of ours in them, as copies of this process would.
"""

from __future__ import annotations

import os
import signal
import sys
import tempfile
from collections.abc import Callable, Iterator
from concurrent.futures import Executor, Future
from contextlib import contextmanager
from typing import Any, TypeVar

T = TypeVar("T")

_WARMING = "report.incremental.warming"


class InThisProcess(Executor):
    """Does what is submitted at once and here."""

    def submit(self, fn: Callable[..., T], /, *args: Any, **kwargs: Any) -> Future[T]:  # noqa: D102 - as in Executor
        future: Future[T] = Future()
        try:
            future.set_result(fn(*args, **kwargs))
        except Exception as error:  # noqa: BLE001 - handed on to who asks for the result
            future.set_exception(error)
        return future


def warm_up() -> None:
    """Let the server load the line while something else is done here."""
    from multiprocessing import forkserver  # noqa: PLC0415 - only where there is more than one worker

    forkserver.set_forkserver_preload([_WARMING])
    # Interruptions are for this process alone, which then stops the others; what is ignored now stays so in them.
    before = signal.signal(signal.SIGINT, signal.SIG_IGN) if _is_main_thread() else None
    try:
        forkserver.ensure_running()
    finally:
        if before is not None:
            signal.signal(signal.SIGINT, before)


@contextmanager
def executor_of(workers: int) -> Iterator[Executor]:
    """Return an executor of so many workers; with a single one the work is done here.

    However it is left, no worker is: what they are at is given up when an exception says so.
    """
    if workers == 1:
        yield InThisProcess()
        return
    from concurrent.futures import ProcessPoolExecutor  # noqa: PLC0415
    from multiprocessing import active_children, get_context  # noqa: PLC0415

    warm_up()
    others = set(active_children())
    with tempfile.TemporaryDirectory(prefix="report-", ignore_cleanup_errors=True) as folder:
        pool = ProcessPoolExecutor(workers, get_context("forkserver"), _begin, (folder,))
        try:
            yield pool
        except BaseException:
            for worker in set(active_children()) - others:
                worker.kill()
            pool.shutdown(wait=True, cancel_futures=True)
            raise
        pool.shutdown(wait=True)


def _begin(folder: str) -> None:
    """Begin the life of a worker: what it puts down for a moment goes into a folder that is cleared behind it."""
    import gc  # noqa: PLC0415
    from threading import Thread  # noqa: PLC0415

    gc.disable()
    tempfile.tempdir = folder
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    Thread(target=_go_with_the_parent, daemon=True).start()


def _go_with_the_parent() -> None:
    """End this worker when the process that it works for is no more, however that ended."""
    from multiprocessing import parent_process  # noqa: PLC0415

    parent = parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _is_main_thread() -> bool:
    from threading import current_thread, main_thread  # noqa: PLC0415

    return current_thread() is main_thread() and "signal" in sys.modules
