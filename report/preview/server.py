"""The server of the preview: on this machine alone, for as long as the command runs."""

from __future__ import annotations

import asyncio
import secrets
import socket
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import asynccontextmanager
from pathlib import Path
from types import FrameType

import uvicorn
from starlette.types import ASGIApp

from report.errors import ReportError
from report.preview.guard import Guard
from report.preview.link import Link
from report.preview.messages import Target
from report.preview.pages import pages_for
from report.preview.room import Room
from report.preview.watching import saves

HOST = "127.0.0.1"
USUAL_PORT = 8017
_TRIED = 20


def serve(
    project: Path, briefs: Sequence[str], first: Target, port: int | None, announce: Callable[[str], None]
) -> None:
    """Show editions until Ctrl-C, one ``first``; ``announce`` is told the address once it can be opened.

    Raises:
        ReportError: the port that was asked for is taken.
    """
    door = open_door(port)
    with door:
        asyncio.run(_serve(door, project, briefs, first, announce))


def open_door(port: int | None) -> socket.socket:
    """Return a socket on the port that is asked for, or on the first one from the usual one that is free.

    Raises:
        ReportError: that port, or each of them, is taken.
    """
    for number in (port,) if port is not None else range(USUAL_PORT, USUAL_PORT + _TRIED):
        door = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
        try:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind((HOST, number))
            door.listen()
        except OSError as trouble:
            door.close()
            if port is not None:
                reason = trouble.strerror or "it is taken"
                words = f"nothing can be served on port {port}: {reason}; without --port a free one is found"
                raise ReportError(words) from trouble
        else:
            return door
    raise ReportError(f"the ports from {USUAL_PORT} on are all taken; --port names another")


async def _serve(
    door: socket.socket, project: Path, briefs: Sequence[str], first: Target, announce: Callable[[str], None]
) -> None:
    room, port, token = Room(briefs), door.getsockname()[1], secrets.token_urlsafe(32)
    async with _at_work(room, project):
        application = Guard(pages_for(room), port, token)
        server = _Server(application, room)
        announce(f"http://{HOST}:{port}/?token={token}" + (f"#{first.brief}/{first.locale}" if first.locale else ""))
        await server.serve(sockets=[door])


@asynccontextmanager
async def _at_work(room: Room, project: Path) -> AsyncIterator[None]:
    """Employ a worker, and watch the files."""
    link = Link(room, asyncio.get_running_loop(), project)
    room.employ(link)
    watching = asyncio.create_task(_watch(room, project))
    try:
        yield
    finally:
        watching.cancel()
        await asyncio.gather(watching, return_exceptions=True)
        link.close()


async def _watch(room: Room, project: Path) -> None:
    async for changes in saves(project):
        room.change(changes)


class _Server(uvicorn.Server):
    """Ends the streams to browsers when it is to end: it waits for them to be over."""

    def __init__(self, application: ASGIApp, room: Room) -> None:
        super().__init__(
            uvicorn.Config(
                application,
                http="h11",  # what is installed beside it makes no difference
                ws="none",
                lifespan="off",
                log_level="critical",
                access_log=False,
                server_header=False,
            )
        )
        self._room = room

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        super().handle_exit(sig, frame)
        self._room.close()
