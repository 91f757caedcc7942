"""Projects of their own for tests that run commands."""

from __future__ import annotations

import shutil
from pathlib import Path

from report.cli import main

ROOT = Path(__file__).resolve().parents[2]


def small_project(folder: Path) -> Path:
    """Make of a folder a project with one small brief, started by the command that starts briefs."""
    for name in ("templates", "styles", "content/schema"):
        shutil.copytree(ROOT / name, folder / name)
    shutil.rmtree(folder / "templates" / "locale")
    shutil.copy(ROOT / "content" / "house.yaml", folder / "content")
    assert main(["new", "small", "--project", str(folder)]) == 0
    return folder
