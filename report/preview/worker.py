"""The warm worker: one process that reads and makes web pages, and forks itself for each PDF.

It is started with the descriptor of its end of a pipe and the project folder, takes a :class:`Job` at a time, and ends
when the other end is closed. It never makes a thread, and never asks the engine for a page itself, so that it can be
forked at any time: what the engine makes, a child makes, and takes with it when it ends.
"""

from __future__ import annotations

import gc
import os
import shutil
import signal
import sys
import tempfile
import traceback
from dataclasses import dataclass, replace
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Never

from report import production
from report.kept import Kept
from report.preview.making import make_pages, make_web
from report.preview.messages import Job, Printed, Read, Target, Web
from report.preview.warming import load, load_engine, loaded_since
from report.typeset.fonts import no_machine_fonts


def main(descriptor: int, project: Path) -> None:
    """Work until the server hangs up."""
    # Ctrl-C reaches everyone in front of a terminal; the server ends in order, and then hangs up.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # As in every run, nothing is looked for as garbage on the way, but here between two jobs.
    gc.disable()
    with tempfile.TemporaryDirectory(prefix="report-preview-") as folder, no_machine_fonts():
        _Worker(Connection(descriptor), project, Path(folder)).work()


@dataclass(frozen=True, slots=True)
class _Child:
    """A process that sets pages: its number, the pipe it answers through, and the folder for what it puts away."""

    process: int
    answers: Connection
    folder: Path
    job: Job

    def end(self) -> None:
        """Stop it wherever it is, and clear up after it."""
        os.kill(self.process, signal.SIGKILL)
        self.bury()

    def bury(self) -> None:
        """Clear up after a process that has ended, or is about to."""
        os.waitpid(self.process, 0)
        self.answers.close()
        shutil.rmtree(self.folder, ignore_errors=True)


class _Worker:
    def __init__(self, server: Connection, project: Path, folder: Path) -> None:
        self._server = server
        self._project = project
        self._folder = folder
        self._kept = Kept()
        self._children: dict[Target, _Child] = {}
        self._is_warm = False

    def work(self) -> None:
        """Answer jobs and pass on what children answer, until the server hangs up."""
        try:
            while True:
                ready = wait([self._server, *(child.answers for child in self._children.values())])
                # A job comes first: what a child has to say may be overtaken by it.
                if self._server in ready:
                    self._do(self._server.recv())
                else:
                    for child in [child for child in self._children.values() if child.answers in ready]:
                        self._pass_on(child)
        except (EOFError, OSError):
            for child in self._children.values():
                child.end()

    def _do(self, job: Job) -> None:
        try:
            made = make_web(self._project, job.target, self._kept)
        except Exception:  # noqa: BLE001 - a fault of ours is shown like one of the writer's, and the next save is tried
            self._server.send(Read(job.target, job.number, (), None, fault=_fault()))
            return
        sets_pages = job.with_pages and made.prepared is not None
        self._server.send(
            Read(made.target, job.number, made.findings, made.web, made.locales, sets_pages, made.fault, job.target)
        )
        if sets_pages and made.prepared and made.web:
            self._warm_up()
            self._fork(replace(job, target=made.target), made.prepared, made.web)
        del made
        gc.collect()

    def _warm_up(self) -> None:
        """Load the engine before the first pages are set."""
        if not self._is_warm:
            load_engine()
            gc.collect()
            gc.freeze()
            self._is_warm = True

    def _fork(self, job: Job, prepared: production.Prepared, web: Web) -> None:
        """Set the pages in a child; one that still sets those of an earlier save is ended."""
        if job.target in self._children:
            self._children.pop(job.target).end()
        folder = Path(tempfile.mkdtemp(dir=self._folder))
        theirs, ours = os.pipe()
        process = os.fork()
        if process:
            os.close(ours)
            self._children[job.target] = _Child(process, Connection(theirs, writable=False), folder, job)
        else:
            os.close(theirs)
            _set_pages(job, prepared, web, Connection(ours, readable=False), folder)

    def _pass_on(self, child: _Child) -> None:
        try:
            answer = child.answers.recv()
        except EOFError:
            answer = Printed(child.job.target, child.job.number, (), None, "the process that set the pages has died")
        del self._children[child.job.target]
        child.bury()
        self._server.send(answer)
        if isinstance(answer, Printed) and answer.loaded:
            load(answer.loaded)
            gc.freeze()


def _set_pages(job: Job, prepared: production.Prepared, web: Web, answers: Connection, folder: Path) -> Never:
    """Set the pages, answer, and end without a way back into the program."""
    try:
        tempfile.tempdir, before = str(folder), tuple(sys.modules)
        try:
            pages, findings, fault = make_pages(prepared, web.places)
        except Exception:  # noqa: BLE001 - as above
            pages, findings, fault = None, (), _fault()
        answers.send(Printed(job.target, job.number, findings, pages, fault, loaded_since(before)))
        answers.close()
    finally:
        os._exit(0)


def _fault() -> str:
    """Say what the program stumbled over, in a line."""
    kind, error, trace = sys.exc_info()
    place = traceback.extract_tb(trace)[-1]
    words = " ".join(str(error).split())
    name = kind.__name__ if kind else "a fault"
    return f"a fault of the program: {name} in {Path(place.filename).name}, line {place.lineno}: {words}"


if __name__ == "__main__":
    main(int(sys.argv[1]), Path(sys.argv[2]))
