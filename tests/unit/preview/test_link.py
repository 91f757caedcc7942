"""The line to the worker is hung up at any time, whatever it does."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest

from report.preview.link import Link
from report.preview.messages import Job, Read, Target
from report.preview.room import Room
from tests.support.loops import in_a_loop
from tests.support.previews import PATIENCE

JOB = Job(Target("specimen", "en-GB"), 1, with_pages=False)


class Ear(Room):
    """A room that keeps what it hears, and asks for nothing itself."""

    def __init__(self) -> None:
        super().__init__(("specimen",))
        self.heard: asyncio.Queue[object] = asyncio.Queue()

    def hear(self, answer: object) -> None:
        self.heard.put_nowait(answer)

    def lose_worker(self) -> None:
        self.heard.put_nowait(None)


@pytest.mark.parametrize("is_idle", [False, True], ids=["at work", "idle"])
def test_a_worker_ends_when_the_line_is_hung_up(specimen: Path, is_idle: bool) -> None:
    async def work_and_close() -> None:
        ear = Ear()
        link = Link(ear, asyncio.get_running_loop(), specimen)
        link.send(JOB)
        if is_idle:
            assert isinstance(await asyncio.wait_for(ear.heard.get(), PATIENCE), Read)
        await asyncio.wait_for(asyncio.to_thread(link.close), PATIENCE)

    in_a_loop(work_and_close())


def test_a_line_that_was_never_opened_is_closed(specimen: Path) -> None:
    async def close() -> None:
        Link(Ear(), asyncio.get_running_loop(), specimen).close()

    in_a_loop(close())
