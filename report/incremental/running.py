"""Editions made: handed to workers as they are free, and written down as they come back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from hashlib import sha256
from itertools import chain, islice
from pathlib import Path

from report.errors import ReportError
from report.findings import Finding
from report.incremental.bench import Bench, Failed, Key
from report.incremental.dispatch import make
from report.incremental.locking import Locks
from report.incremental.planning import Plan
from report.incremental.task import Kept, Outcome, Task
from report.incremental.wish import Wish
from report.incremental.workers import executor_of
from report.incremental.writing import write_down
from report.order import Order

# So many editions a worker makes before it is replaced: the engine keeps some 2 MiB of each (benchmarks/README.md).
_EDITIONS_OF_A_WORKER = 24


def make_all(bench: Bench, keys: Sequence[Key]) -> None:
    """Make editions, the longest first; those whose worker was lost once more, those of another builder last."""
    locks = Locks(bench.wish.output)
    try:
        _Run(bench, locks).make_all(keys)
    finally:
        locks.give_all_back()


class _Run:
    """A run over editions: those under way, and those that others hold."""

    def __init__(self, bench: Bench, locks: Locks) -> None:
        self._bench = bench
        self._locks = locks
        self._under_way: dict[Key, Plan] = {}
        self._busy: list[Key] = []

    def make_all(self, keys: Sequence[Key]) -> None:
        weights = {slug: _weight(self._bench.wish.project, slug) for slug, _ in keys}
        longest_first = sorted(keys, key=lambda key: -weights[key[0]])
        lost = self._make(self._tasks(longest_first, wait=False), min(self._bench.wish.jobs, len(keys)))
        # One at a time: nobody waits for another's edition while holding one that the other waits for. What may have
        # cost a worker its life is not done here.
        for key in (*lost, *self._busy):
            if self._make(self._tasks([key], wait=True), 2 if key in lost else 1):
                reason = f"{key[0]} {key[1]}: its worker was lost twice, and nothing was made"
                self._bench.fail(key, Failed(reason))

    def _make(self, tasks: Iterator[Task], workers: int) -> list[Key]:
        """Have tasks made, so many at a time, and write down what comes of them; return those whose worker was lost."""
        lost: list[Key] = []
        rest = workers * _EDITIONS_OF_A_WORKER - 1 if workers > 1 else None
        for first in tasks:
            with executor_of(workers) as executor:
                for task, outcome in make(chain((first,), islice(tasks, rest)), executor, _ahead(workers)):
                    key = (task.order.brief, task.order.locale)
                    if isinstance(outcome, Failed) and outcome.is_lost:
                        lost.append(key)
                        self._locks.give_back(*key)
                    else:
                        self._file(key, outcome)
        return lost

    def _tasks(self, keys: Sequence[Key], *, wait: bool) -> Iterator[Task]:
        """Yield what is to be made, each when its lock is ours; what another builder is at is left for later."""
        for key in keys:
            try:
                if not self._locks.take(*key, wait=wait):
                    self._busy.append(key)
                    continue
            except ReportError as error:
                self._bench.fail(key, Failed(str(error)))
                continue
            found = self._bench.plan(key)  # what another builder has done meanwhile is done
            if self._bench.is_done(found):
                self._locks.give_back(*key)
                continue
            self._under_way[key] = found
            self._bench.say(f"{key[0]} {key[1]}: setting")
            yield _task(self._bench.wish, found)

    def _file(self, key: Key, outcome: Outcome | Failed) -> None:
        """Write down what came of an edition, and give its lock back."""
        found, bench = self._under_way.pop(key), self._bench
        try:
            if isinstance(outcome, Failed):
                bench.fail(key, replace(outcome, reason=f"{key[0]} {key[1]}: {outcome.reason}"))
                return
            if outcome.is_held:
                bench.unsound.add(found.slug)
            bench.findings[key] = (*outcome.findings, *_noticed(bench.wish, found, outcome))
            bench.files[key] = write_down(bench.wish, bench.stock, found, outcome)
        except ReportError as error:
            bench.fail(key, Failed(str(error)))
        finally:
            self._locks.give_back(*key)


def _ahead(workers: int) -> int:
    """Return how many tasks are on their way: one waits where several workers are, so that none of them does."""
    return workers + 1 if workers > 1 else 1


def _task(wish: Wish, found: Plan) -> Task:
    order = Order(wish.project, found.slug, found.locale, wish.media)
    kept = {
        medium: Kept(frozenset(account.made_of.files), account.outputs, account.findings)
        for medium, account in found.kept.items()
    }
    said = "".join(f"{path}\0{digest}\n" for path, digest in found.now.files.items() if not _is_of_a_locale(path))
    return Task(order, kept, sha256(said.encode()).hexdigest())


def _is_of_a_locale(path: str) -> bool:
    """Whether a file belongs to one edition, so that the reading of a brief, which all share, does not look at it."""
    return "/locale/" in path or "/revisions/" in path


def _noticed(wish: Wish, found: Plan, outcome: Outcome) -> Iterator[Finding]:
    """Yield what was noticed in the artifacts that were wished for, fresh or kept; of a held edition all is said."""
    if outcome.is_held:
        return
    for medium in wish.media or outcome.media:
        if medium in outcome.made:
            yield from outcome.made[medium].findings
        elif medium in found.kept:
            yield from found.kept[medium].findings


def _weight(project: Path, slug: str) -> int:
    """Return how long an edition of a brief will take, roughly: by what there is to read."""
    return sum(path.stat().st_size for path in (project / "content" / slug).rglob("*.[yb][ai][mb]*") if path.is_file())
