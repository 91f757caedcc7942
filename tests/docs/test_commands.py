"""What the documentation shows can be typed, and prints what the documentation says."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from report.arguments import parser_of
from report.cli import _with_command, main
from tests.support.manual_page import ROOT
from tests.support.pages_of_docs import PAGES, Edit, Run, commands_of, story_of

_NAMES = {"NAME": "tide-tables", "DIR": ".", "TAG": "en-GB"}
COMMANDS = sorted({words for page in PAGES for words in commands_of(page)})
QUICK = [words for words in COMMANDS if words[:1] in [("doctor",), ("schema",)] or words == ("check",)]
STORIES = [page for page in PAGES if any(isinstance(step, Run) for step in story_of(page))]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_that_is_shown_is_understood(words: tuple[str, ...]) -> None:
    """A command alone may be the mention of one; with more words it is one that can be typed."""
    parser, names = parser_of(ROOT)
    given = [_NAMES.get(word, word) for word in words if not word.startswith("[") and not word.endswith("]")]
    if len(given) == 1:
        assert given[0] in (*names, "--help", "--version")
    elif "--help" not in given:
        parser.parse_args(_with_command(given, names))


@pytest.mark.parametrize("words", QUICK, ids=" ".join)
def test_quick_commands_run(words: tuple[str, ...], project: Path) -> None:
    at = () if words[0] == "doctor" else ("--project", str(project))
    assert main([*words, *at]) == 0


def test_every_command_of_the_program_is_told_in_the_readme() -> None:
    _, names = parser_of(ROOT)
    told = {words[0] for words in commands_of(ROOT / "README.md") if words}
    assert set(names) <= told


@pytest.mark.slow
@pytest.mark.parametrize("page", STORIES, ids=lambda page: page.stem)
def test_a_reader_who_follows_the_page_sees_what_it_shows(
    page: Path, project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(project)
    edits: list[Edit] = []
    for step in story_of(page):
        if isinstance(step, Edit):
            _change(project, step.before, step.after)
            edits.append(step)
            continue
        words = step.words or ("build",)
        main([*words, "--project", str(project)])
        said = capsys.readouterr()
        first, left_out, last = step.output.partition("…\n")
        if left_out:  # a line with an ellipsis alone stands for those that the page leaves out
            assert (said.err + said.out).startswith(first)
            assert (said.err + said.out).endswith(last)
        else:
            assert said.err + said.out == step.output
        if words[0] == "check":
            for edit in edits:
                _change(project, edit.after, edit.before)
            edits.clear()


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A copy of all that briefs are made from."""
    for name in ("content", "templates", "styles"):
        shutil.copytree(ROOT / name, tmp_path / name)
    return tmp_path


def _change(project: Path, before: str, after: str) -> None:
    """Change a line in the one file of the new brief that has it."""
    found = [
        path for path in project.glob("content/tide-tables/**/*.yaml") if before in path.read_text(encoding="utf-8")
    ]
    assert len(found) == 1, before
    found[0].write_text(found[0].read_text(encoding="utf-8").replace(before, after), encoding="utf-8")
