"""A project as it was at a commit: read from git's store, and nothing run or followed on the way."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

from report.errors import ReportError, UsageError
from report.load import commits
from report.load.commits import Commit, read_commit, write_project
from tests.support.repositories import commit, git


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with one commit."""
    folder = tmp_path / "repository" / "briefs"
    (folder / "content" / "tiny").mkdir(parents=True)
    (folder / "content" / "tiny" / "brief.yaml").write_text("title: Old\n", encoding="utf-8")
    (folder / "other.txt").write_text("not asked for", encoding="utf-8")
    git(folder.parent, "init", "-q")
    commit(folder, "first")
    (folder / "content" / "tiny" / "brief.yaml").write_text("title: New\n", encoding="utf-8")
    return folder


def test_files_are_those_of_the_commit_and_not_those_that_stand_there(project: Path, tmp_path: Path) -> None:
    found = read_commit(project, "HEAD")
    assert found.files == {"content/tiny/brief.yaml": b"title: Old\n"}
    write_project(found, tmp_path / "old")
    assert (tmp_path / "old" / "content" / "tiny" / "brief.yaml").read_bytes() == b"title: Old\n"


def test_a_commit_is_called_by_the_beginning_of_its_name(project: Path) -> None:
    name = git(project, "rev-parse", "HEAD")
    assert read_commit(project, "HEAD").name == name[:10]


@pytest.mark.parametrize("name", ["nothing", "HEAD~9", "-h", "--output=x", "", "HEAD:content", "a b", "HEAD\nHEAD"])
def test_what_names_no_commit_is_wrong_usage(project: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no version is called"):
        read_commit(project, name)


def test_a_project_outside_a_repository_has_no_commits(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="not in a git repository"):
        read_commit(tmp_path, "HEAD")


def test_without_git_it_is_said_so(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReportError, match="git is not installed"):
        read_commit(project, "HEAD")


def test_links_are_left_out(project: Path) -> None:
    (project / "content" / "away").symlink_to("/etc/passwd")
    commit(project, "a link")
    assert "content/away" not in read_commit(project, "HEAD").files


def test_filters_and_hooks_of_a_repository_are_not_run(project: Path, tmp_path: Path) -> None:
    seen = tmp_path / "seen"
    script = tmp_path / "script"
    script.write_text(f"#!/bin/sh\ntouch {seen}\ncat\n", encoding="utf-8")
    script.chmod(0o755)
    (project / "content" / ".gitattributes").write_text("*.yaml filter=spy\n", encoding="utf-8")
    commit(project, "attributes")
    for name in ("smudge", "clean", "process"):
        git(project, "config", f"filter.spy.{name}", str(script))
    for name in ("core.fsmonitor", "core.pager", "gpg.program"):
        git(project, "config", name, str(script))
    hooks = project.parent / ".git" / "hooks"
    hooks.mkdir(exist_ok=True)
    (hooks / "post-checkout").symlink_to(script)
    seen.unlink(missing_ok=True)
    assert read_commit(project, "HEAD").files["content/tiny/brief.yaml"] == b"title: New\n"
    assert not seen.exists()


def test_where_git_is_told_to_look_elsewhere_it_does_not(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_DIR", "/nowhere")
    assert read_commit(project, "HEAD").files


def test_folders_that_list_files_without_end_are_refused(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tree = _tree(project, "100644 blob", git(project, "hash-object", "-w", "content/tiny/brief.yaml"))
    for _ in range(5):
        tree = _tree(project, "040000 tree", tree)
    folder = _tree(project, "040000 tree", tree, names=("content",))
    bomb = git(project, "-c", "user.name=A", "-c", "user.email=a@example.org", "commit-tree", folder, "-m", "bomb")
    with pytest.raises(ReportError, match="that commit has more than 50000 files"):
        read_commit(project.parent, bomb)
    monkeypatch.setattr(commits, "_ANSWER_LIMIT", 1 << 16)
    with pytest.raises(ReportError, match="git says more of that commit"):
        read_commit(project.parent, bomb)


def _tree(project: Path, kind: str, name: str, names: Sequence[str] = tuple("abcdefgh")) -> str:
    """Return the name of a folder in git's store that holds one thing several times."""
    entries = "".join(f"{kind} {name}\t{one}\n" for one in names)
    done = subprocess.run(["git", "mktree"], cwd=project, input=entries, capture_output=True, check=True, text=True)
    return done.stdout.strip()


def test_git_that_does_not_answer_is_not_waited_for(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(commits, "_SECONDS", 0.05)
    monkeypatch.setattr(commits, "_GIT", ("sh", "-c", "exec sleep 9"))
    with pytest.raises(ReportError, match="git does not answer"):
        read_commit(project, "HEAD")


def test_what_names_all_but_a_commit_is_wrong_usage(project: Path) -> None:
    with pytest.raises(UsageError, match="no version is called “\\^HEAD”"):
        read_commit(project, "^HEAD")


def test_a_shallow_clone_says_that_it_is_one(project: Path, tmp_path: Path) -> None:
    commit(project, "second")
    git(tmp_path, "clone", "-q", "--depth", "1", f"file://{project.parent}", "shallow")
    with pytest.raises(UsageError, match="git fetch --unshallow"):
        read_commit(tmp_path / "shallow" / "briefs", "HEAD~1")


def test_a_partial_clone_says_that_it_is_one_and_fetches_nothing(project: Path, tmp_path: Path) -> None:
    commit(project, "second")
    git(project.parent, "config", "uploadpack.allowFilter", "true")
    git(tmp_path, "clone", "-q", "--filter=blob:none", f"file://{project.parent}", "partial")
    with pytest.raises(ReportError, match="this is a partial clone"):
        read_commit(tmp_path / "partial" / "briefs", "HEAD~1")


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder to somebody else")
def test_a_repository_of_somebody_else_says_so(project: Path) -> None:
    for path in (project.parent, project.parent / ".git"):
        os.chown(path, 12345, 12345)
    with pytest.raises(UsageError, match=rf"belongs to another user.*safe\.directory {project.parent}”"):
        read_commit(project, "HEAD")


def test_a_disk_without_room_for_a_commit_is_said(tmp_path: Path) -> None:
    with pytest.raises(ReportError, match="cannot be put down for a moment: File name too long"):
        write_project(Commit("0123456789", {f"content/{'x' * 300}": b""}), tmp_path)
