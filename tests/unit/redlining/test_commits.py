"""A text as it was at a commit: found wherever git has it, and under the name that its folder had then."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.desk import Desk
from report.errors import UsageError
from report.model.text import plain
from report.order import Order
from report.production import prepare, read
from report.redlining.commits import at_commit
from report.redlining.texts import Earlier, Now
from tests.support.manual_page import write_project
from tests.support.repositories import commit, git

WHO = ("-c", "user.name=A", "-c", "user.email=a@example.org")


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small brief in a repository, with one commit."""
    folder = write_project(tmp_path / "project", has_design=False)
    git(folder, "init", "-q", "-b", "main")
    commit(folder, "tides")
    return folder


def test_a_text_that_was_not_committed_is_compared_with_the_commit(project: Path) -> None:
    change(project, "On an ordinary day", "On a calm day")
    assert "On an ordinary day" in words(earlier(project, "HEAD"))


@pytest.mark.parametrize("name", ["v1", "old", "main", "HEAD", "HEAD~0", "@{0}", "heads/main"])
def test_a_commit_is_named_as_git_names_it(project: Path, name: str) -> None:
    git(project, *WHO, "tag", "-a", "v1", "-m", "An annotated tag.")
    git(project, "branch", "old")
    whole = git(project, "rev-parse", "HEAD")
    for one in (name, whole, whole[:7], whole.upper()):
        assert earlier(project, one).name == whole[:10]


def test_a_brief_that_was_renamed_is_found_under_its_earlier_name(project: Path) -> None:
    rename(project, "waves")
    with pytest.raises(UsageError, match="it has tides; if it is one of them, write “formerly: …”"):
        earlier(project, "HEAD", "waves")
    with (project / "content/waves/brief.yaml").open("a", encoding="utf-8") as file:
        file.write("formerly: [surges, tides]\n")
    assert "On an ordinary day" in words(earlier(project, "HEAD", "waves"))


def test_what_has_the_name_now_comes_before_what_had_it_once(project: Path) -> None:
    shutil.copytree(project / "content/tides", project / "content/waves")
    change(project, "On an ordinary day", "On a calm day", slug="waves")
    with (project / "content/waves/brief.yaml").open("a", encoding="utf-8") as file:
        file.write("formerly: tides\n")
    commit(project, "another")
    assert "On a calm day" in words(earlier(project, "HEAD", "waves"))


def test_a_commit_without_the_project_says_so(project: Path) -> None:
    git(project, "rm", "-rq", "--cached", "content")
    git(project, *WHO, "commit", "-q", "--allow-empty", "-m", "Nothing.")
    with pytest.raises(UsageError, match="it has no briefs in this place"):
        earlier(project, "HEAD")


def test_a_merge_is_the_text_that_came_of_it(project: Path) -> None:
    git(project, "checkout", "-q", "-b", "side")
    change(project, "On an ordinary day", "On a calm day")
    commit(project, "another")
    git(project, "checkout", "-q", "main")
    (project / "content/tides/note.txt").write_text("x", encoding="utf-8")
    commit(project, "another")
    git(project, *WHO, "merge", "-q", "--no-ff", "-m", "Both.", "side")
    assert "On a calm day" in words(earlier(project, "HEAD"))
    assert "On an ordinary day" in words(earlier(project, "HEAD^1"))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("language: en-GB", "language: : ["),
        ("date: 2024-09-02\nauthors", "dated: 2024-09-02\nauthors"),
        ("short-title: The Tides of Harrowmouth\n", ""),
    ],
)
def test_a_text_that_was_broken_or_of_another_form_is_said_with_its_place(
    project: Path, before: str, after: str
) -> None:
    path = project / "content/tides/brief.yaml"
    whole = path.read_text(encoding="utf-8")
    assert before in whole
    path.write_text(whole.replace(before, after), encoding="utf-8")
    commit(project, "another")
    path.write_text(whole, encoding="utf-8")
    (finding,) = earlier(project, "HEAD").findings
    assert finding.code == "REV-030"
    assert "had mistakes at “HEAD”" in finding.message
    assert "(content/tides/brief.yaml:" in finding.message


def test_bytes_that_are_no_text_are_said(project: Path) -> None:
    path = project / "content/tides/sections/gauges.yaml"
    whole = path.read_bytes()
    path.write_bytes(whole + b"\xff\x00")
    commit(project, "another")
    path.write_bytes(whole)
    (finding,) = earlier(project, "HEAD").findings
    assert "had mistakes" in finding.message


def earlier(project: Path, reference: str, slug: str = "tides") -> Earlier:
    reading = read(project, slug)
    now = Now(project, slug, reading, {"en-GB": prepare(Order(project, slug, "", ()), Desk(), reading)})
    return at_commit(now, reference)


def words(text: Earlier) -> str:
    return " ".join(plain(one) for one in text.printings["en-GB"].edition.brief.texts())


def change(project: Path, before: str, after: str, slug: str = "tides") -> None:
    path = project / "content" / slug / "sections/gauges.yaml"
    whole = path.read_text(encoding="utf-8")
    assert before in whole
    path.write_text(whole.replace(before, after), encoding="utf-8")


def rename(project: Path, slug: str) -> None:
    (project / "content/tides").rename(project / "content" / slug)
