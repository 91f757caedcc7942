"""The same input makes the same bytes: in two processes, two folders, whatever the environment is."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
HERE = {"TZ": "UTC", "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "1"}
ELSEWHERE = {"TZ": "Asia/Tehran", "LANG": "C", "LC_ALL": "C", "PYTHONHASHSEED": "4711", "SOURCE_DATE_EPOCH": "1"}


def test_two_processes_in_two_folders_write_the_same_bytes(tmp_path: Path) -> None:
    other = tmp_path / "a folder – elsewhere"
    for name in ("content", "templates", "styles"):
        shutil.copytree(PROJECT / name, other / name)
    shutil.copy(PROJECT / "LICENSE", other)
    first = _built(PROJECT, tmp_path / "first", HERE, umask=0o022)
    second = _built(other, tmp_path / "second", ELSEWHERE, umask=0o077)
    assert len(first) == 4 * 8  # four editions, each four outputs, three files of references and a manifest
    assert first == second


def _built(project: Path, output: Path, environment: dict[str, str], umask: int) -> dict[str, str]:
    """Build the specimen in a process of its own and return the digests of its files by name."""
    command = [sys.executable, "-m", "report", "build", "specimen", "--project", str(project), "--out", str(output)]
    kept = {name: os.environ[name] for name in ("PATH", "HOME") if name in os.environ}
    subprocess.run(command, check=True, env=kept | environment, umask=umask, cwd=output.parent, capture_output=True)
    files = (path for path in output.rglob("*") if path.is_file() and ".ledger" not in path.parts)
    return {path.relative_to(output).as_posix(): sha256(path.read_bytes()).hexdigest() for path in files}
