"""The commit that something was made from is found by what its files say."""

from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import pytest

from report.errors import ReportError
from report.load.history import commit_with, commits_of_version
from tests.support.repositories import commit, git, repository

FILES = {"content/tiny/brief.yaml": "title: One\n", "styles/paged.css": "p {}\n", "LICENSE": "free\n"}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project in a folder of a repository, with one commit."""
    folder = tmp_path / "repository" / "briefs"
    for name, words in FILES.items():
        write(folder, name, words)
    repository(folder.parent)
    return folder


def write(folder: Path, name: str, words: str) -> None:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(words, encoding="utf-8")


def digests(**changed: str) -> dict[str, str]:
    files = FILES | {name.replace("_", "/", 1) + ".css": words for name, words in changed.items()}
    return {name: sha256(words.encode()).hexdigest() for name, words in files.items()}


def test_the_commit_that_has_all_files_is_found_behind_later_ones(project: Path) -> None:
    first = git(project, "rev-parse", "HEAD")
    write(project, "styles/paged.css", "p { color: black }\n")
    second = commit(project, "another sheet")
    write(project, "content/tiny/brief.yaml", "title: Two\n")
    commit(project, "another title")
    assert commit_with(project, digests()) == first
    assert commit_with(project, digests(styles_paged="p { color: black }\n")) == second


def test_a_commit_of_another_branch_is_found(project: Path) -> None:
    git(project, "checkout", "-q", "-b", "other")
    write(project, "styles/paged.css", "p { color: red }\n")
    other = commit(project, "on a branch")
    git(project, "checkout", "-q", "-")
    assert commit_with(project, digests(styles_paged="p { color: red }\n")) == other


def test_a_commit_that_lacks_one_file_or_has_another_in_its_place_is_not_taken(project: Path) -> None:
    assert commit_with(project, digests(styles_paged="p { color: green }\n")) == ""
    assert commit_with(project, digests(styles_screen="")) == ""
    assert commit_with(project, {}) == ""


def test_commits_of_a_version_are_the_newest_and_the_oldest_at_which_it_was_the_last(project: Path) -> None:
    found = []
    for number, version in enumerate(("1.0", "", "1.9", "1.10", "")):
        write(project, f"content/tiny/revisions/{version or '1.0'}/de.json", f"{number}\n")
        found.append(commit(project, f"commit {number}"))
    assert commits_of_version(project, "tiny", "1.0") == (found[1], found[0])
    assert commits_of_version(project, "tiny", "1.9") == (found[2],)
    assert commits_of_version(project, "tiny", "1.10") == (found[4], found[3])
    assert commits_of_version(project, "tiny", "2.0") == ()
    assert commits_of_version(project, "other", "1.0") == ()


def test_folders_that_are_called_like_no_version_are_none(project: Path) -> None:
    write(project, "content/tiny/revisions/1.0/de.json", "{}\n")
    first = commit(project, "first version")
    for name in ("01.1", "1.01", "9.12345", "٩.٩", "drafts"):
        write(project, f"content/tiny/revisions/{name}/de.json", "{}\n")
    second = commit(project, "others")
    assert commits_of_version(project, "tiny", "1.0") == (second, first)


def test_what_git_does_not_keep_has_no_commits(tmp_path: Path) -> None:
    assert commit_with(tmp_path, digests()) == ""
    assert commits_of_version(tmp_path, "tiny", "1.0") == ()


def test_without_git_it_is_said_so(project: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ReportError, match="git is not installed"):
        commit_with(project, digests())
