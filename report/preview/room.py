"""Who looks at what, what has changed, and what is made next: the edited edition first, then those that are shown."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Iterable, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from typing import Any, Protocol

from report.preview.messages import Answer, Job, Printed, Read, Target
from report.preview.state import State, after_reading, after_setting, told

# Seconds after a save until editions are made that nobody looks at: the next save should not have to wait for them.
_REST = 2.0


class Worker(Protocol):
    """Who makes editions: takes one job at a time, and answers into the room."""

    def send(self, job: Job) -> None:
        """Take a job."""


@dataclass(frozen=True, slots=True)
class Change:
    """What was saved: the brief and the locale that it belongs to, each empty where it concerns all of them."""

    brief: str = ""
    locale: str = ""

    def concerns(self, target: Target) -> bool:
        """Whether an edition is made of what was saved."""
        return self.brief in {"", target.brief} and self.locale in {"", target.locale}


@dataclass(eq=False, slots=True)
class _Look:
    """An open browser: the edition it shows, whether it shows its pages, and the bell that calls it."""

    target: Target
    with_pages: bool
    bell: asyncio.Event


class Room:
    """Keeps the state of every edition that was asked for; all of it runs in the loop of the server."""

    def __init__(self, briefs: Sequence[str]) -> None:
        """Begin with the slugs of the briefs that can be looked at."""
        self.briefs = tuple(briefs)
        self._states: dict[Target, State] = {}
        self._editions: dict[str, tuple[tuple[str, str], ...]] = {}
        self._looks: list[_Look] = []
        self._stale: dict[Target, int] = {}
        self._first: tuple[Target, ...] = ()
        self._number = 1
        self._job: Job | None = None
        self._worker: Worker | None = None
        self._is_open = True
        self._rest: asyncio.TimerHandle | None = None

    def employ(self, worker: Worker) -> None:
        """Give the room its worker."""
        self._worker = worker

    def state_of(self, target: Target) -> State | None:
        """Return the state of an edition, if it was ever asked for."""
        return self._states.get(target)

    async def follow(self, target: Target, *, with_pages: bool) -> AsyncIterator[Any]:
        """Yield what a browser is told of an edition: now, and whenever it changes, until the room is closed."""
        with self._looking(target, with_pages=with_pages) as look:
            while self._is_open:
                look.bell.clear()
                state = self._states.get(look.target)
                if state and state.number:
                    yield told(look.target, state, self._named_editions(look.target.brief), self.briefs)
                await look.bell.wait()

    def change(self, changes: Iterable[Change]) -> None:
        """Take note of what was saved, and make what is shown of it anew."""
        listed = list(changes)
        self._number += 1
        stale = [target for target in self._states if any(change.concerns(target) for change in listed)]
        self._stale.update(dict.fromkeys(stale, self._number))
        edited = {(change.brief, change.locale) for change in listed if change.locale}
        self._first = tuple(target for target in stale if edited & {target, ("", target.locale)})
        if self._rest:
            self._rest.cancel()
        self._rest = asyncio.get_running_loop().call_later(_REST, self._end_rest)
        self._go_on()

    def hear(self, answer: Answer) -> None:
        """Take what the worker has made."""
        if isinstance(answer, Printed):
            self._states[answer.target] = after_setting(self._states.get(answer.target, State()), answer)
        else:
            self._take(answer)
            self._job = None
        self._ring()
        self._go_on()

    def lose_worker(self) -> None:
        """Take note that the worker has died: what it was making failed, and so did the pages that its children set."""
        for target, state in self._states.items():
            self._states[target] = replace(state, setting=0)
        if self._job:
            job, self._job = self._job, None
            fault = "the process that makes the pages has died; it is started again with the next save"
            self._take(Read(job.target, job.number, (), None, fault=fault))
        self._ring()

    def close(self) -> None:
        """Send everyone home."""
        self._is_open = False
        self._ring()

    @contextmanager
    def _looking(self, target: Target, *, with_pages: bool) -> Any:
        known = self._editions.get(target.brief, ())
        if known and not target.locale:
            target = Target(target.brief, known[0][0])
        look = _Look(target, with_pages, asyncio.Event())
        self._looks.append(look)
        self._begin(target)
        self._go_on()
        try:
            yield look
        finally:
            self._looks.remove(look)

    def _take(self, read: Read) -> None:
        """Keep what was read; a brief that was asked for without a locale turns out to have one."""
        for target in (read.asked, read.target):
            # What was saved while it was read is still to be read.
            if self._stale.get(target, 0) <= read.number:
                self._stale.pop(target, None)
        if read.asked != read.target:
            self._states.pop(read.asked, None)
            self._stale.pop(read.asked, None)
            for look in self._looks:
                look.target = read.target if look.target == read.asked else look.target
        self._states[read.target] = after_reading(self._states.get(read.target, State()), read)
        if read.locales:
            self._editions[read.target.brief] = read.locales
            for locale, _ in read.locales:
                self._begin(Target(read.target.brief, locale))

    def _begin(self, target: Target) -> None:
        """Take note of an edition that was not asked for before."""
        if target not in self._states:
            self._states[target] = State()
            self._stale[target] = self._number

    def _go_on(self) -> None:
        """Give the worker its next job, if it has none and there is one."""
        if self._worker is None or self._job is not None or not self._is_open:
            return
        target = self._next()
        if target is not None:
            self._job = Job(target, self._number, self._shows_pages(target))
            self._worker.send(self._job)

    def _next(self) -> Target | None:
        """Return what is made next: what was edited, what is shown, its pages, and, at rest, what is not shown."""
        shown = [look.target for look in self._looks]
        for target in (*self._first, *shown):
            if target in self._stale:
                return target
        for target in shown:
            if self._shows_pages(target) and self._states[target].lacks_pages:
                return target
        if self._rest or any(state.setting for state in self._states.values()):
            return None
        briefs = dict.fromkeys(target.brief for target in shown)
        others = (Target(brief, locale) for brief in briefs for locale, _ in self._editions.get(brief, ()))
        return next((target for target in others if target in self._stale), None)

    def _end_rest(self) -> None:
        self._rest = None
        self._go_on()

    def _shows_pages(self, target: Target) -> bool:
        return any(look.with_pages for look in self._looks if look.target == target)

    def _named_editions(self, brief: str) -> list[tuple[str, str, State]]:
        return [
            (locale, name, self._states.get(Target(brief, locale), State()))
            for locale, name in self._editions.get(brief, ())
        ]

    def _ring(self) -> None:
        for look in self._looks:
            look.bell.set()
