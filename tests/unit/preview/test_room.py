"""What is made next, and what those who look are told."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from report.findings import Finding, Mark
from report.preview import room as room_module
from report.preview.messages import Job, Pages, Printed, Read, Target, Web
from report.preview.room import Change, Room
from tests.support.loops import in_a_loop

EN, DE, FA = Target("tides", "en-GB"), Target("tides", "de"), Target("tides", "fa")
LOCALES = (("en-GB", "English"), ("de", "Deutsch"), ("fa", "فارسی"))
ERROR = Finding("LNK-002", Mark("content/tides/brief.yaml"), "there is no “x” to point at")


class Hand:
    """A worker that writes down its jobs."""

    def __init__(self) -> None:
        self.jobs: list[Job] = []

    def send(self, job: Job) -> None:
        self.jobs.append(job)

    @property
    def targets(self) -> list[Target]:
        return [job.target for job in self.jobs]


def read(job: Job, *, body: bytes = b"page", findings: tuple[Finding, ...] = (), target: Target | None = None) -> Read:
    web = None if any(finding.holds for finding in findings) else Web(body, {})
    return Read(
        target or job.target, job.number, findings, web, LOCALES, bool(web and job.with_pages), wanted=job.target
    )


def printed(job: Job, body: bytes = b"pdf") -> Printed:
    return Printed(job.target, job.number, (), Pages(body, ((595.0, 842.0),), ()))


def in_a_room(scene: Callable[[Room, Hand], Awaitable[None]]) -> None:
    """Play a scene in a room where nobody rests."""

    async def play() -> None:
        room, hand = Room(["tides"]), Hand()
        room.employ(hand)
        await scene(room, hand)
        room.close()

    in_a_loop(play())


class Looker:
    """Someone who looks at an edition, and keeps what was told last."""

    def __init__(self, room: Room, target: Target, *, with_pages: bool = True) -> None:
        self.told: list[Any] = []
        self.task = asyncio.ensure_future(self._look(room, target, with_pages))

    async def _look(self, room: Room, target: Target, with_pages: bool) -> None:
        async for told in room.follow(target, with_pages=with_pages):
            self.told.append(told)

    @property
    def last(self) -> Any:
        return self.told[-1]

    async def leave(self) -> None:
        self.task.cancel()
        await settled()


async def settled() -> None:
    for _ in range(5):
        await asyncio.sleep(0)


def test_what_is_looked_at_is_made_with_its_pages() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        Looker(room, EN)
        await settled()
        assert hand.jobs == [Job(EN, 1, True)]

    in_a_room(scene)


def test_pages_are_not_set_for_who_looks_at_the_web_page_alone() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, EN, with_pages=False)
        await settled()
        assert not hand.jobs[0].with_pages
        room.hear(read(hand.jobs[0]))
        await settled()
        await looker.leave()
        hand.jobs.clear()
        Looker(room, EN)
        await settled()
        assert Job(EN, 1, True) in hand.jobs or not hand.jobs

    in_a_room(scene)


def test_a_brief_asked_for_without_a_locale_is_shown_in_its_own() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, Target("tides", ""))
        await settled()
        room.hear(read(hand.jobs[0], target=EN))
        await settled()
        assert looker.last["locale"] == "en-GB"
        assert [edition["locale"] for edition in looker.last["editions"]] == ["en-GB", "de", "fa"]

    in_a_room(scene)


def test_the_edited_edition_is_made_before_the_one_that_is_shown() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        Looker(room, EN)
        await settled()
        room.hear(read(hand.jobs[-1]))
        room.hear(printed(hand.jobs[0]))
        while len(hand.jobs) < 3:  # the others, at rest
            room.hear(read(hand.jobs[-1]))
        room.hear(read(hand.jobs[-1]))
        hand.jobs.clear()
        room.change([Change("tides"), Change("tides", "de")])
        room.hear(read(hand.jobs[-1]))
        assert hand.targets == [DE, EN]

    in_a_room(scene)


def test_the_shown_edition_is_made_first_where_a_save_is_of_all() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        Looker(room, FA)
        await settled()
        room.hear(read(hand.jobs[-1]))
        room.hear(printed(hand.jobs[0]))
        room.hear(read(hand.jobs[-1]))
        room.hear(read(hand.jobs[-1]))
        hand.jobs.clear()
        room.change([Change()])
        assert hand.targets == [FA]
        room.hear(read(hand.jobs[-1]))
        assert hand.targets == [FA], "what nobody looks at waits until the pages are set, and the writer rests"

    in_a_room(scene)


def test_at_rest_the_editions_that_nobody_looks_at_are_made_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room_module, "_REST", 0.0)

    async def scene(room: Room, hand: Hand) -> None:
        Looker(room, EN)
        await settled()
        room.hear(read(hand.jobs[-1]))
        room.change([Change("tides")])
        room.hear(printed(hand.jobs[0]))
        room.hear(read(hand.jobs[-1]))
        room.hear(printed(hand.jobs[-1]))
        await asyncio.sleep(0.05)
        room.hear(read(hand.jobs[-1]))
        assert set(hand.targets) == {EN, DE, FA}

    in_a_room(scene)


def test_a_save_during_a_job_is_made_after_it() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        Looker(room, EN)
        await settled()
        room.change([Change("tides")])
        room.change([Change("tides")])
        assert len(hand.jobs) == 1
        room.hear(read(hand.jobs[0]))
        assert [job.number for job in hand.jobs] == [1, 3]

    in_a_room(scene)


def test_the_last_good_page_stays_while_an_error_holds_the_new_one() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, EN)
        await settled()
        room.hear(read(hand.jobs[-1], body=b"good"))
        await settled()
        good = looker.last["web"]
        room.change([Change("tides")])
        room.hear(read(hand.jobs[-1], findings=(ERROR,)))
        await settled()
        assert looker.last["web"] == good
        assert looker.last["isHeld"]
        assert looker.last["findings"][0]["place"] == "content/tides/brief.yaml:1:1"
        assert looker.last["editions"][0]["errors"] == 1
        room.change([Change("tides")])
        room.hear(read(hand.jobs[-1], body=b"better"))
        await settled()
        assert not looker.last["isHeld"]
        assert looker.last["findings"] == []
        assert looker.last["web"] != good

    in_a_room(scene)


def test_old_pages_are_marked_until_the_new_ones_are_there() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, EN)
        await settled()
        room.hear(read(hand.jobs[0]))
        room.hear(printed(hand.jobs[0], b"old"))
        room.change([Change("tides")])
        while hand.jobs[-1].target != EN:
            room.hear(read(hand.jobs[-1]))
        job = hand.jobs[-1]
        room.hear(read(job))
        await settled()
        old = looker.last["pages"]["digest"]
        assert looker.last["isSetting"]
        assert not looker.last["arePagesCurrent"]
        room.hear(printed(job, b"new"))
        await settled()
        assert looker.last["pages"]["digest"] != old
        assert looker.last["arePagesCurrent"]
        assert not looker.last["isSetting"]

    in_a_room(scene)


def test_what_the_pages_of_an_older_save_found_is_not_said_of_a_newer_one() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, EN)
        await settled()
        first = hand.jobs[0]
        room.hear(read(first))
        room.hear(Printed(EN, first.number, (ERROR,), None))
        await settled()
        assert looker.last["findings"]
        room.change([Change("tides")])
        while hand.jobs[-1].target != EN:
            room.hear(read(hand.jobs[-1]))
        room.hear(read(hand.jobs[-1]))
        await settled()
        assert looker.last["findings"] == []

    in_a_room(scene)


def test_a_worker_that_dies_is_told_and_the_next_save_is_made() -> None:
    async def scene(room: Room, hand: Hand) -> None:
        looker = Looker(room, EN)
        await settled()
        room.lose_worker()
        await settled()
        assert "has died" in looker.last["fault"]
        room.change([Change("tides")])
        room.hear(read(hand.jobs[-1]))
        await settled()
        assert looker.last["fault"] == ""

    in_a_room(scene)


def test_closing_the_room_ends_every_stream() -> None:
    async def scene(room: Room, _hand: Hand) -> None:
        looker = Looker(room, EN)
        await settled()
        room.close()
        await asyncio.wait_for(looker.task, 5)

    in_a_room(scene)
