"""Renewing the locks writes both or neither, and says what changed."""

import subprocess
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import pytest

from report.setup import Purpose, SetupError, locking


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in locking.LOCKS:
        (tmp_path / name).write_text("a==1 \\\n    --hash=sha256:0\n", encoding="utf-8")
    (tmp_path / "pyproject.toml").write_text('[project]\nrequires-python = ">=3.11"\n', encoding="utf-8")

    def ready(root: Path, purpose: Purpose) -> Path:
        assert purpose is Purpose.LOCK
        return root / ".venv" / "bin" / "python"

    monkeypatch.setattr(locking, "ready", ready)
    return tmp_path


def _answer_with(monkeypatch: pytest.MonkeyPatch, words: str, failing_group: str = "") -> None:
    def run(command: Sequence[str], **_options: Any) -> "subprocess.CompletedProcess[str]":
        failed = failing_group in command
        return subprocess.CompletedProcess(command, int(failed), stdout=words, stderr="no such release")

    monkeypatch.setattr(subprocess, "run", run)


def test_what_changed_is_told(
    checkout: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    _answer_with(monkeypatch, "a==2 \\\n    --hash=sha256:1\nb==1 \\\n    --hash=sha256:2\n")
    assert locking.renew_lock(checkout) == 0
    assert "requirements.lock: a 1 -> 2, b new -> 1\n" in capsys.readouterr().out
    assert "a==2" in (checkout / "requirements-dev.lock").read_text(encoding="utf-8")


def test_a_lock_that_cannot_be_resolved_leaves_both_as_they_were(
    checkout: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _answer_with(monkeypatch, "a==2\n", failing_group="dev")
    with pytest.raises(SetupError, match="no such release"):
        locking.renew_lock(checkout)
    assert all("a==1" in (checkout / name).read_text(encoding="utf-8") for name in locking.LOCKS)
