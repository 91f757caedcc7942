"""The command `lock`: resolve what `pyproject.toml` asks for, and write every hash of every choice.

A lock serves every Python and system that the project runs on, whichever it was made on, and names no
address: where packages come from is the business of the machine that installs them.
"""

import re
import subprocess
import tomllib
from collections.abc import Mapping
from pathlib import Path

from report.setup import Purpose, SetupError, ready, stamp

LOCKS: Mapping[str, tuple[str, ...]] = {
    stamp.LOCK: ("build",),
    stamp.DEVELOPMENT_LOCK: ("build", "dev"),
}

_HEAD = "# Written by `python3 build.py lock` from pyproject.toml; not to be edited by hand.\n"
_PIN = re.compile(r"^([\w.-]+)==(\S+)", re.MULTILINE)


def renew_lock(root: Path) -> int:
    """Renew both locks, or neither; say what changed."""
    python = ready(root, Purpose.LOCK)
    renewed = {name: _HEAD + _resolve(root, python, groups) for name, groups in LOCKS.items()}
    for name, text in renewed.items():
        path = root / name
        before = path.read_text(encoding="utf-8")
        unfinished = path.with_suffix(".part")
        unfinished.write_text(text, encoding="utf-8")
        unfinished.replace(path)
        print(f"{name}: {_changes(before, text)}")
    return 0


def _resolve(root: Path, python: Path, groups: tuple[str, ...]) -> str:
    """Resolve the project with some of its dependency groups, for every Python and system it runs on."""
    project = tomllib.loads((root / stamp.PROJECT_FILE).read_text(encoding="utf-8"))["project"]
    oldest_python = project["requires-python"].removeprefix(">=")
    command = [str(python.with_name("uv")), "--no-config", "pip", "compile", stamp.PROJECT_FILE]
    command += [option for group in groups for option in ("--group", group)]
    command += ["--universal", "--python", str(python), "--python-version", oldest_python]
    command += ["--upgrade", "--generate-hashes", "--only-binary", ":all:", "--no-header", "--quiet"]
    answer = subprocess.run(command, cwd=root, capture_output=True, text=True, check=False)
    if answer.returncode != 0:
        raise SetupError(f"the packages could not be resolved:\n{answer.stderr}")
    return answer.stdout


def _changes(before: str, after: str) -> str:
    """Say which packages came, went or changed."""
    old, new = dict(_PIN.findall(before)), dict(_PIN.findall(after))
    if before == after:
        return "as it was"
    if old == new:
        return "the same releases, with other hashes or conditions"
    return ", ".join(
        f"{name} {old.get(name, 'new')} -> {new.get(name, 'gone')}"
        for name in sorted(old.keys() | new.keys())
        if old.get(name) != new.get(name)
    )
