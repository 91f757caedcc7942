"""Folders that git keeps."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


def repository(folder: Path) -> Path:
    """Make of a folder a repository with one commit of all that is in it."""
    git(folder, "init", "-q")
    commit(folder, "first")
    return folder


def commit(folder: Path, words: str) -> str:
    """Commit all that has changed below a folder, and return the name of the commit."""
    git(folder, "add", "-A", ".")
    git(folder, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit", "-q", "-m", words)
    return git(folder, "rev-parse", "HEAD")


def git(folder: Path, *words: str) -> str:
    """Ask git in a folder, whatever it is told about elsewhere."""
    own = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    done = subprocess.run(("git", *words), cwd=folder, env=own, capture_output=True, check=True, text=True)
    return done.stdout.strip()
