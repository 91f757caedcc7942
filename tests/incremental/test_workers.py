"""Editions made beside each other: the same bytes, in the same order, whoever makes them and however it ends."""

from __future__ import annotations

import os
import pickle
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from concurrent.futures import BrokenExecutor, Executor, Future, ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

import pytest

from report.cli import main
from report.errors import ReportError
from report.incremental import making
from report.incremental.bench import Failed
from report.incremental.dispatch import make
from report.incremental.fingerprint import Needs
from report.incremental.task import Outcome, Task
from report.incremental.workers import InThisProcess
from report.order import Order
from tests.support.rebuilds import LOCALES, SLUGS, files_in

PATIENCE = 60.0


class Travelling(InThisProcess):
    """Sends everything there and back as bytes, as an executor on another machine does."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:
        work, given, named = pickle.loads(pickle.dumps((fn, args, kwargs)))
        future: Future[Any] = Future()
        future.set_result(pickle.loads(pickle.dumps(work(*given, **named))))
        return future


class Gone(Executor):
    """Has lost its workers."""

    def submit(self, fn: Callable[..., Any], /, *args: Any, **kwargs: Any) -> Future[Any]:  # noqa: ARG002
        raise BrokenExecutor


def tasks(project: Path) -> list[Task]:
    return [Task(Order(project, slug, locale, ("screen",)), {}, "") for slug in SLUGS for locale in LOCALES]


def of(task: Task) -> Outcome:
    return Outcome((), (), Needs((task.order.brief,)), (), is_held=True)


@pytest.mark.parametrize("executor", [InThisProcess(), ThreadPoolExecutor(2), Travelling()])
def test_any_executor_does(built: Path, executor: Executor) -> None:
    outcomes = {task.name: outcome for task, outcome in make(tasks(built), executor)}
    assert set(outcomes) == {f"{slug} {locale}" for slug in SLUGS for locale in LOCALES}
    for name, outcome in outcomes.items():
        assert isinstance(outcome, Outcome)
        slug, locale = name.split()
        page = outcome.made["screen"].files[f"{slug}.{locale}.html"]
        assert page == (built / "dist" / slug / locale / f"{slug}.{locale}.html").read_bytes()


def test_a_disk_that_is_full_where_work_is_done_is_no_fault_of_the_program(
    built: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_task: Task) -> Outcome:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("report.incremental.making.carry_out", full)
    came = [outcome for _, outcome in make(tasks(built)[:1], InThisProcess())]
    assert came == [Failed("nothing was made, the machine has no more to give: No space left on device")]


def test_no_more_is_handed_over_than_there_is_room_for(built: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(making, "carry_out", of)
    asked: list[str] = []

    def noted() -> Iterator[Task]:
        for task in tasks(built):
            asked.append(task.name)
            yield task

    for done, _ in enumerate(make(noted(), InThisProcess(), ahead=2), start=1):
        assert len(asked) <= done + 1


@pytest.mark.parametrize("error", [ReportError("no room"), ZeroDivisionError("a fault")])
def test_one_that_fails_stops_no_other(built: Path, monkeypatch: pytest.MonkeyPatch, error: Exception) -> None:
    def work(task: Task) -> Outcome:
        if task.name == "small de":
            raise error
        return of(task)

    monkeypatch.setattr("report.incremental.making.carry_out", work)
    outcomes = {task.name: outcome for task, outcome in make(tasks(built), InThisProcess())}
    assert [name for name, outcome in outcomes.items() if isinstance(outcome, Failed)] == ["small de"]
    failed = outcomes["small de"]
    assert isinstance(failed, Failed)
    assert (failed.is_fault, failed.is_lost) == (isinstance(error, ZeroDivisionError), False)
    assert str(error) in failed.reason


def test_what_lost_its_worker_comes_back_and_the_others_wait_for_another(built: Path) -> None:
    waiting = iter(tasks(built))
    outcomes = [outcome for _, outcome in make(waiting, Gone(), ahead=2)]
    assert [isinstance(one, Failed) and one.is_lost for one in outcomes] == [True] * 2
    assert len(list(waiting)) == 2


def test_a_fault_of_the_program_is_said_in_a_line_and_the_others_are_made(
    project: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for path in (project / "dist/.ledger").glob("*.json"):
        path.unlink()
    from report.incremental import making  # noqa: PLC0415 - so that the real one is at hand

    real = making.carry_out

    def work(task: Task) -> Outcome:
        if task.name == "small de":
            raise ZeroDivisionError
        return real(task)

    monkeypatch.setattr(making, "carry_out", work)
    assert main(["build", "--jobs", "1", "--medium", "screen", "--project", str(project)]) == 3
    said = capsys.readouterr()
    assert "report: a fault of the program: small de: ZeroDivisionError in test_workers.py, line " in said.err
    assert "Traceback" not in said.err
    assert {line.split("/dist/")[1].split("/")[0] for line in said.out.splitlines()} == set(SLUGS)


@pytest.mark.slow
def test_two_workers_make_and_say_what_one_does(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.rmtree(project / "dist")
    assert main(["build", "--jobs", "2", "--project", str(project)]) == 0
    two, said_by_two = files_in(project / "dist"), capsys.readouterr()
    shutil.rmtree(project / "dist")
    assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    assert capsys.readouterr() == said_by_two
    assert files_in(project / "dist") == two


@contextmanager
def running(project: Path) -> Iterator[subprocess.Popen[str]]:
    """A build of everything by two workers, in a group of processes of its own."""
    command = [sys.executable, "-P", "-m", "report", "build", "--jobs", "2", "--project", str(project)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, start_new_session=True)
    try:
        yield process
    finally:
        with suppress(ProcessLookupError):
            os.killpg(process.pid, signal.SIGKILL)
        process.communicate()


def members(group: int) -> list[int]:
    """Return the processes of a group that are alive."""
    found = []
    for path in Path("/proc").glob("[0-9]*/stat"):
        with suppress(OSError):
            fields = path.read_text().rpartition(")")[2].split()
            if int(fields[2]) == group and fields[0] != "Z":
                found.append(int(path.parent.name))
    return found


def await_(what: Callable[[], object]) -> None:
    until = time.monotonic() + PATIENCE
    while not what():
        assert time.monotonic() < until, "this does not come about"
        time.sleep(0.02)


def ledgers(project: Path) -> set[Path]:
    return set((project / "dist/.ledger").glob("*.json"))


def workers(process: subprocess.Popen[str]) -> list[int]:
    """Return the workers of a build: the children of its server, which is the eldest with children of its own."""
    parents = {}
    for pid in members(process.pid):
        with suppress(OSError):
            parents[pid] = int((Path("/proc") / str(pid) / "stat").read_text().rpartition(")")[2].split()[1])
    return [pid for pid, parent in parents.items() if parent != process.pid and parent in parents]


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("to_all", [True, False], ids=["the whole group", "the build alone"])
def test_who_is_interrupted_ends_at_once_and_leaves_nobody_behind(
    project: Path, number: signal.Signals, to_all: bool
) -> None:
    shutil.rmtree(project / "dist")
    with running(project) as process:
        await_(lambda: len(workers(process)) == 2)
        (os.killpg if to_all else os.kill)(process.pid, number)
        printed, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 3
        assert said.strip().splitlines()[-1] == "report: stopped; the last good output stays"
        assert "Traceback" not in said
        await_(lambda: not members(process.pid))
    assert printed == ""
    assert not list(project.rglob(".unfinished-*"))


@pytest.mark.slow
def test_what_was_finished_before_a_build_was_killed_is_not_made_again(
    project: Path, built: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.rmtree(project / "dist")
    with running(project) as process:
        await_(lambda: len(ledgers(project)) >= 2)
        os.kill(process.pid, signal.SIGKILL)
        await_(lambda: not members(process.pid))
    finished = {tuple(path.stem.split(".")) for path in ledgers(project)}
    assert finished
    assert main(["build", "--jobs", "1", "--project", str(project)]) == 0
    made = {tuple(Path(line.split("  ")[0]).parts[-3:-1]) for line in capsys.readouterr().out.splitlines()}
    assert made == {(slug, locale) for slug in SLUGS for locale in LOCALES} - finished
    assert files_in(project / "dist") == files_in(built / "dist")


@pytest.mark.slow
def test_an_edition_whose_worker_is_killed_is_made_by_another(project: Path, built: Path) -> None:
    shutil.rmtree(project / "dist")
    with running(project) as process:
        await_(lambda: len(workers(process)) == 2 and ledgers(project))
        os.kill(workers(process)[0], signal.SIGKILL)
        _, said = process.communicate(timeout=PATIENCE)
        assert process.returncode == 0, said
    assert files_in(project / "dist") == files_in(built / "dist")


@pytest.mark.slow
def test_two_builds_at_once_share_the_work(project: Path, built: Path) -> None:
    shutil.rmtree(project / "dist")
    with running(project) as one, running(project) as other:
        printed = [process.communicate(timeout=PATIENCE)[0].splitlines() for process in (one, other)]
        assert (one.returncode, other.returncode) == (0, 0)
    made = [{line.split("  ")[0] for line in lines} for lines in printed]
    assert made[0].isdisjoint(made[1])
    assert len(made[0] | made[1]) == len(files_in(built / "dist")) - 4  # without the manifests
    assert files_in(project / "dist") == files_in(built / "dist")
