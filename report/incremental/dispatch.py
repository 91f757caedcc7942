"""Tasks handed to an executor: any that keeps to ``concurrent.futures``, in this process, in others, in a cluster."""

from __future__ import annotations

import errno
import os
import traceback
from collections.abc import Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, BrokenExecutor, Executor, Future, wait

from report.errors import ReportError
from report.incremental.bench import Failed
from report.incremental.task import Outcome, Task

# No room on the disk, where programs put down what they need for a moment; files and memory that run out.
_OF_THE_MACHINE = (errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EROFS, errno.EMFILE, errno.ENFILE, errno.ENOMEM)


def make(tasks: Iterable[Task], executor: Executor, ahead: int = 2) -> Iterator[tuple[Task, Outcome | Failed]]:
    """Hand tasks to an executor and yield each with what came of it, as soon as it did.

    No more than ``ahead`` are on their way at a time, so that finished bodies do not pile up; the next is asked for
    when there is room. One that fails stops no other; when workers are lost nothing more is handed to this executor,
    and who asks can go on with another one.
    """
    waiting = iter(tasks)
    under_way: dict[Future[Outcome | Failed], Task] = {}
    is_broken = False
    _hand_over(waiting, executor, under_way, ahead)
    while under_way:
        done, _ = wait(under_way, return_when=FIRST_COMPLETED)
        for future in done:
            task, outcome = under_way.pop(future), _came_of(future)
            is_broken = is_broken or (isinstance(outcome, Failed) and outcome.is_lost)
            yield task, outcome
        _hand_over(waiting, executor, under_way, 0 if is_broken else ahead - len(under_way))


def carry_out(task: Task) -> Outcome | Failed:
    """Do a task, wherever this is: the line is loaded there, and not by the one who hands it over.

    What goes wrong is told as a value: of an exception that travels, the place stays behind.
    """
    try:
        from report.incremental.making import carry_out as work  # noqa: PLC0415

        return work(task)
    except ReportError as error:
        return Failed(str(error))
    except Exception as error:
        if isinstance(error, OSError) and error.errno in _OF_THE_MACHINE:
            return Failed(f"nothing was made, the machine has no more to give: {error.strerror}")
        if os.environ.get("REPORT_DEBUG"):
            raise
        return Failed(_in_a_line(error), is_fault=True)


def _hand_over(
    waiting: Iterator[Task], executor: Executor, under_way: dict[Future[Outcome | Failed], Task], room: int
) -> None:
    for _ in range(room):
        task = next(waiting, None)
        if task is None:
            return
        under_way[_submitted(executor, task)] = task


def _submitted(executor: Executor, task: Task) -> Future[Outcome | Failed]:
    """Submit a task; an executor that has lost its workers already gives it back like those it lost."""
    try:
        return executor.submit(carry_out, task)
    except BrokenExecutor as error:
        lost: Future[Outcome | Failed] = Future()
        lost.set_exception(error)
        return lost


def _came_of(future: Future[Outcome | Failed]) -> Outcome | Failed:
    try:
        return future.result()
    except BrokenExecutor:
        return Failed("its worker was lost", is_lost=True)


def _in_a_line(error: Exception) -> str:
    """Return a fault of the program with its place."""
    place = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{place.filename.rpartition('/')[2]}, line {place.lineno}"
    return f"{type(error).__name__} in {where}: {' '.join(str(error).split())}"
