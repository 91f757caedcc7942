"""Which commits of a project have what a finished file was made from; nothing is checked out, as in ``commits``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from report.load.commits import PARTS, ask_git, bodies_of, is_in_repository, plain_files
from report.model.frozen import frozen_folder
from report.model.revision import VERSION_FORM, in_order_of_versions

_VERSION = re.compile(VERSION_FORM)
_MOST = 400  # commits, newest first: looking at so many takes a few seconds


def commit_with(project: Path, digests: Mapping[str, str]) -> str:
    """Return the newest commit of any branch that has all these files (SHA-256 by path); nothing if none has.

    Raises:
        ReportError: git is not installed, or cannot give out what it has.
    """
    known: dict[str, str] = {}
    for commit in _commits(project, *PARTS) if digests else ():
        kept = plain_files(project, commit)
        if digests.keys() <= kept.keys() and _are_same(project, {kept[name]: digests[name] for name in digests}, known):
            return commit
    return ""


def commits_of_version(project: Path, slug: str, version: str) -> tuple[str, ...]:
    """Return the newest and the oldest commit of a brief at which a version was the last that was frozen of it.

    Raises:
        ReportError: git is not installed, or cannot give out what it has.
    """
    found = [one for one in _commits(project, f"content/{slug}") if _last_frozen(project, one, slug) == version]
    return tuple(dict.fromkeys((*found[:1], *found[-1:])))


def _commits(project: Path, *paths: str) -> list[str]:
    """Return the commits that change something below some paths, newest first; none of what git does not keep."""
    if not is_in_repository(project):
        return []
    asked = ("log", "--all", "--format=%H", f"--max-count={_MOST}", "--", *paths)
    return ask_git(project, asked, may_fail=True).decode("ascii", "replace").split()


def _are_same(project: Path, wanted: Mapping[str, str], known: dict[str, str]) -> bool:
    """Whether what git's store has under its own names is what is wanted; digests that were taken are ``known``."""
    names = [name for name in wanted if name not in known]
    known |= {name: sha256(body).hexdigest() for name, body in zip(names, bodies_of(project, names), strict=True)}
    return all(known[name] == digest for name, digest in wanted.items())


def _last_frozen(project: Path, commit: str, slug: str) -> str:
    """Return the last version that is frozen of a brief at a commit; nothing if none is."""
    asked = ("ls-tree", "-d", "-z", "--name-only", commit, "--", f"{frozen_folder(slug)}/")
    folders = ask_git(project, asked).decode("utf-8", "replace").split("\0")
    names = (one.rpartition("/")[2] for one in folders if one)
    return max(filter(_VERSION.fullmatch, names), key=in_order_of_versions, default="")
