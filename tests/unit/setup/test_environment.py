"""The environment is made once, heals after an interruption, and is made by one set-up at a time."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest

from report.setup import Purpose, SetupError, environment, ready, stamp
from report.setup.steps import Hear, Outcome

ROOT = Path(__file__).resolve().parents[3]

HOLD_THE_LOCK = f"""
import sys, time
sys.path.insert(0, {str(ROOT)!r})
from pathlib import Path
from report.setup.environment import only_one_at_a_time
from report.setup.steps import carry_out
with only_one_at_a_time(Path(sys.argv[1])) as lock:
    print("held", flush=True)
    exec(sys.argv[2])
"""


class Workshop:
    """A checkout whose steps are noted instead of carried out."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.steps: list[str] = []
        self.fails_at = ""

    def carry_out(
        self,
        command: Sequence[str],
        _variables: Mapping[str, str],
        _hear: Hear | None = None,
        keep_open: Sequence[int] = (),
    ) -> Outcome:
        assert keep_open
        step = next(
            word
            for word in ("venv", "--editable", "requirements-dev.lock", "requirements.lock")
            if any(part.endswith(word) for part in command)
        )
        self.steps.append(step)
        if step == "venv":
            assert not stamp.venv_of(self.root).exists()
            stamp.python_of(self.root).parent.mkdir(parents=True)
            stamp.python_of(self.root).symlink_to(sys.executable)
        return Outcome(succeeded=step != self.fails_at, last_words="the last words")

    def ready(self, purpose: Purpose = Purpose.BUILD) -> list[str]:
        """Ready the checkout and return the steps it took."""
        self.steps.clear()
        assert ready(self.root, purpose) == stamp.python_of(self.root)
        return list(self.steps)


@pytest.fixture
def workshop(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Workshop:
    for name in (*stamp.MADE_FROM, stamp.DEVELOPMENT_LOCK, stamp.PROJECT_FILE):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f"the first {name}\n", encoding="utf-8")
    workshop = Workshop(tmp_path)
    monkeypatch.setattr(environment, "carry_out", workshop.carry_out)
    monkeypatch.setattr(environment, "library_needs", tuple)
    monkeypatch.setattr(environment, "profile_needs", tuple)
    monkeypatch.setattr(environment, "program_needs", tuple)
    return workshop


def test_everything_is_made_once(workshop: Workshop) -> None:
    assert workshop.ready() == ["venv", "requirements.lock", "--editable"]
    assert workshop.ready() == []


def test_tests_add_their_packages_and_builds_keep_them(workshop: Workshop) -> None:
    workshop.ready()
    assert workshop.ready(Purpose.TEST) == ["requirements-dev.lock"]
    assert workshop.ready() == workshop.ready(Purpose.TEST) == workshop.ready(Purpose.LOCK) == []


def test_tests_alone_install_one_lock(workshop: Workshop) -> None:
    assert workshop.ready(Purpose.TEST) == ["venv", "requirements-dev.lock", "--editable"]


def test_another_project_file_installs_the_project_again(workshop: Workshop) -> None:
    workshop.ready(Purpose.TEST)
    (workshop.root / stamp.PROJECT_FILE).write_text("another\n", encoding="utf-8")
    assert workshop.ready() == ["--editable"]
    assert workshop.ready(Purpose.TEST) == []


@pytest.mark.parametrize("name", [stamp.LOCK, stamp.DEVELOPMENT_LOCK])
def test_another_lock_makes_everything_anew(workshop: Workshop, name: str) -> None:
    workshop.ready(Purpose.TEST)
    (workshop.root / name).write_text("another\n", encoding="utf-8")
    assert workshop.ready(Purpose.TEST) == ["venv", "requirements-dev.lock", "--editable"]


@pytest.mark.parametrize("step", ["venv", "requirements.lock", "--editable"])
def test_a_step_that_fails_is_told_and_the_next_run_starts_anew(workshop: Workshop, step: str) -> None:
    workshop.fails_at = step
    with pytest.raises(SetupError, match="the last words"):
        workshop.ready()
    workshop.fails_at = ""
    assert workshop.ready() == ["venv", "requirements.lock", "--editable"]


def test_an_addition_that_fails_makes_everything_anew(workshop: Workshop) -> None:
    workshop.ready()
    workshop.fails_at = "requirements-dev.lock"
    with pytest.raises(SetupError):
        workshop.ready(Purpose.TEST)
    assert workshop.ready() == ["venv", "requirements.lock", "--editable"]


@pytest.mark.parametrize("leftover", ["file", "link", "folder"])
def test_whatever_stands_in_the_way_of_the_environment_goes(workshop: Workshop, leftover: str) -> None:
    venv, kept = stamp.venv_of(workshop.root), workshop.root / "kept"
    kept.mkdir()
    if leftover == "file":
        venv.touch()
    elif leftover == "link":
        venv.symlink_to(kept)
    else:
        (venv / "bin").mkdir(parents=True)
    assert workshop.ready() == ["venv", "requirements.lock", "--editable"]
    assert list(kept.iterdir()) == []


def test_a_second_set_up_waits_for_the_first(tmp_path: Path) -> None:
    with _holder(tmp_path, "sys.stdin.read()") as first:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with _holder(tmp_path, "pass") as second:
            assert second.stdout
            assert second.stderr
            assert "waiting" in second.stderr.readline()
            first.communicate("")
            assert second.stdout.readline() == "held\n"


def test_a_step_that_outlives_its_set_up_is_waited_for(tmp_path: Path) -> None:
    step = "carry_out(['sh', '-c', 'touch begun; sleep 2; touch ended'], {}, keep_open=[lock])"
    with _holder(tmp_path, f"import os; os.chdir(sys.argv[1]); {step}") as first:
        while not (tmp_path / "begun").exists():
            time.sleep(0.01)
        os.kill(first.pid, signal.SIGKILL)
    with _holder(tmp_path, "pass") as second:
        assert second.stdout
        assert second.stdout.readline() == "held\n"
    assert (tmp_path / "ended").exists()


def test_pip_is_counted_whatever_it_says(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lock = tmp_path / "requirements.lock"
    lock.write_text("a-b==1 \\\n  --hash=x\nc==2 ; sys_platform == 'win32'\nd==3\ne==4\n", encoding="utf-8")
    counter = environment._Counter(lock)
    for line in (
        "Ignoring c: markers 'sys_platform == \"win32\"' don't match your environment\n",
        "Collecting a-b==1 (from -r requirements.lock (line 1))\n",
        "  Downloading a_b-1-py3-none-any.whl (1 kB)\n",
        "Processing ./wheels/d-3-py3-none-any.whl\n",
        "Requirement already satisfied: e==4 in ./lib\n",
        "Installing collected packages: a-b, d\n",
    ):
        counter.hear(line)
    assert capsys.readouterr().err == "set-up:    1/3 a-b 1\nset-up:    2/3 d 3\nset-up:    3/3 e 4\n"


def _holder(root: Path, work: str) -> "subprocess.Popen[str]":
    """Start a process that holds the set-up lock while it works."""
    return subprocess.Popen(
        [sys.executable, "-c", HOLD_THE_LOCK, str(root), work],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
