"""The line between the server and its worker: a process, a pipe, and a thread that listens at it."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from asyncio import AbstractEventLoop
from contextlib import suppress
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from report.preview.messages import Job
from report.preview.room import Room

_PATIENCE = 5.0  # seconds in which a worker clears up; it may be in the middle of a page
_PACKAGE = Path(__file__).resolve().parents[2]


class Link:
    """Starts the worker with the first job, and again with the next one if it has died."""

    def __init__(self, room: Room, loop: AbstractEventLoop, project: Path) -> None:
        """Lead to a worker for a project; what it answers goes to the room, in the loop."""
        self._room = room
        self._loop = loop
        self._project = project
        self._process: subprocess.Popen[bytes] | None = None
        self._line: Connection | None = None
        self._end: socket.socket | None = None
        self._listener: Thread | None = None

    def send(self, job: Job) -> None:
        """Hand a job to the worker."""
        if self._line is None:
            self._start()
        try:
            assert self._line is not None
            self._line.send(job)
        except OSError:
            self._lost(self._line)

    def close(self) -> None:
        """Hang up, and wait until the worker has cleared up, or kill it."""
        if self._end is None or self._listener is None or self._process is None:
            return
        # While the listener reads, closing what it reads from would end nothing.
        with self._end, suppress(OSError):
            self._end.shutdown(socket.SHUT_RDWR)
        self._listener.join()
        try:
            self._process.wait(_PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _start(self) -> None:
        ours, theirs = socket.socketpair()
        with theirs:
            # The worker runs the same program as we do, wherever that was started.
            environment = {**os.environ, "PYTHONPATH": str(_PACKAGE)}
            command = [sys.executable, "-P", "-m", "report.preview.worker", str(theirs.fileno()), str(self._project)]
            self._process = subprocess.Popen(command, pass_fds=[theirs.fileno()], env=environment)
        self._end, self._line = ours, Connection(os.dup(ours.fileno()))
        self._listener = Thread(target=self._listen, args=(self._line,), daemon=True)
        self._listener.start()

    def _listen(self, line: Connection) -> None:
        """Pass on what the worker answers, until it hangs up or we do."""
        try:
            while True:
                self._loop.call_soon_threadsafe(self._room.hear, line.recv())
        except (EOFError, OSError):
            pass
        try:
            self._loop.call_soon_threadsafe(self._lost, line)
        except RuntimeError:
            return  # the loop has ended, and so did we

    def _lost(self, line: Connection | None) -> None:
        """Let go of a worker that has died."""
        if line is not None and line is self._line:
            self._line = None
            self._room.lose_worker()
