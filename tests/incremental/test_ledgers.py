"""Builds with nothing or little to do: nothing is touched, all is said again, and the ledger is never trusted."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from report.cli import main
from tests.support.rebuilds import files_in
from tests.support.shipped import change

Said = tuple[int, str, str]
Build = Callable[..., Said]


@pytest.fixture
def build(project: Path, capsys: pytest.CaptureFixture[str]) -> Build:
    """Run a build of the project and return its status, what it printed, and what it said."""

    def run(*words: str) -> Said:
        capsys.readouterr()
        status = main(["build", "--jobs", "1", *words, "--project", str(project)])
        return status, *capsys.readouterr()

    return run


def states(folder: Path) -> dict[Path, tuple[int, int, int]]:
    """Return inode, time and size of every file and folder."""
    found = {path: path.stat() for path in (folder, *folder.rglob("*"))}
    return {path: (one.st_ino, one.st_mtime_ns, one.st_size) for path, one in found.items()}


def test_a_hundred_builds_with_nothing_to_do_touch_nothing(project: Path, build: Build) -> None:
    before = states(project)
    assert {build()[:2] for _ in range(100)} == {(0, "")}
    assert states(project) == before


def test_what_was_noticed_is_said_again_in_the_same_words(project: Path, build: Build) -> None:
    again = build()[2]
    shutil.rmtree(project / "dist")
    assert build("--format", "json")[2] == build("--format", "json")[2]
    assert build()[2] == again
    assert "warning LOC-043" in again
    assert "warning PRE-012" in again


def test_one_medium_says_what_was_noticed_in_it_alone(build: Build) -> None:
    assert "PRE-012" not in build("--medium", "screen")[2]
    assert "PRE-012" in build("small", "--medium", "paged")[2]


def test_an_edition_that_is_held_is_held_again_and_keeps_its_last_good_output(
    project: Path,
    build: Build,
) -> None:
    path = project / "content/small/references.bib"
    sound = path.read_bytes()
    change(path, "{placeholder2020,", "{placeholder2021,")
    before = files_in(project / "dist")
    first, second = build(), build()
    assert first == second
    assert first[:2] == (1, "")
    assert "error CIT-002" in first[2]
    assert files_in(project / "dist") == before
    path.write_bytes(sound)
    assert build()[:2] == (0, "")


def test_a_correction_of_one_brief_is_made_while_another_is_held(project: Path, build: Build) -> None:
    change(project / "content/small/references.bib", "{placeholder2020,", "{placeholder2021,")
    change(project / "content/other/sections/introduction.yaml", "asked now", "asked today")
    status, printed, _ = build("--medium", "screen")
    assert status == 1
    lines = [line for line in printed.splitlines() if ".html" in line]
    assert [line.partition("  ")[2] for line in lines] == ["rebuilt: sections/introduction.yaml changed"] * 2


SPOILT = {
    "empty": b"",
    "no JSON": b"{",
    "of another form": b'{"form": 999}',
    "a list": b"[]",
    "deep": b"[" * 100_000,
    "no text": b"\xff\xfe",
}


@pytest.mark.parametrize("how", SPOILT)
def test_a_spoilt_ledger_costs_time_and_nothing_else(project: Path, build: Build, how: str) -> None:
    before, ledger = states(project / "dist/small"), project / "dist/.ledger/small.de.json"
    body = ledger.read_bytes()
    ledger.write_bytes(SPOILT[how])
    status, printed, _ = build("small", "--locale", "de", "--medium", "screen")
    assert status == 0
    assert "rebuilt: no ledger tells what it was made of" in printed
    assert states(project / "dist/small").keys() == before.keys()
    assert json.loads(ledger.read_bytes())["slug"] == json.loads(body)["slug"]


@pytest.mark.parametrize(
    "name", ["../../../content/house.yaml", "/etc/hosts", "..", ".ledger", "a/../../x", "", "a\0b"]
)
def test_a_ledger_that_names_a_file_elsewhere_is_none(project: Path, build: Build, name: str) -> None:
    path = project / "dist/.ledger/small.de.json"
    ledger = json.loads(path.read_bytes())
    ledger["accounts"]["screen"]["outputs"][name] = "0" * 64
    path.write_text(json.dumps(ledger), encoding="utf-8")
    house = (project / "content/house.yaml").read_bytes()
    assert "no ledger tells" in build("small", "--locale", "de", "--medium", "screen")[1]
    assert (project / "content/house.yaml").read_bytes() == house


@pytest.mark.parametrize("path", ["a\0b", "\ud800", "x" * 5000, "/dev/zero"])
def test_a_ledger_that_names_what_is_no_path_costs_time_and_nothing_else(
    project: Path, build: Build, path: str
) -> None:
    ledger = project / "dist/.ledger/small.de.json"
    data = json.loads(ledger.read_bytes())
    data["accounts"]["screen"]["made-of"]["files"][path] = "0" * 64
    ledger.write_text(json.dumps(data), encoding="utf-8")
    status, printed, _ = build("small", "--locale", "de", "--medium", "screen")
    assert status == 0
    assert "small.de.html  rebuilt: " in printed


def test_a_ledger_that_is_a_pipe_keeps_nobody_waiting(project: Path, build: Build) -> None:
    ledger = project / "dist/.ledger/small.de.json"
    ledger.unlink()
    os.mkfifo(ledger)
    assert build("small", "--locale", "de", "--medium", "screen")[0] == 0
    assert ledger.is_file()


def test_what_cannot_be_removed_is_said(project: Path, build: Build, monkeypatch: pytest.MonkeyPatch) -> None:
    shutil.rmtree(project / "content/other")

    def refuse(path: Path, missing_ok: bool = False) -> None:  # noqa: ARG001 - as pathlib has it
        raise PermissionError(13, "Permission denied", str(path))

    monkeypatch.setattr(Path, "unlink", refuse)
    status, _, said = build()
    assert status == 3
    assert "is no longer made and cannot be removed: Permission denied" in said
    assert "fault" not in said


@pytest.mark.parametrize(
    ("spoil", "word"), [(Path.unlink, "missing"), (lambda path: path.write_bytes(b"x"), "altered")]
)
def test_an_output_that_is_not_as_it_was_made_is_made_again(
    project: Path, build: Build, spoil: Callable[[Path], object], word: str
) -> None:
    page = project / "dist/small/de/small.de.html"
    body = page.read_bytes()
    spoil(page)
    status, printed, _ = build()
    assert status == 0
    assert f"small.de.html  rebuilt: small.de.html {word} in dist/" in printed
    assert "en-GB" not in printed
    assert page.read_bytes() == body


def test_only_what_changed_is_touched(project: Path, build: Build) -> None:
    before = states(project / "dist")
    change(
        project / "content/small/locale/de/LC_MESSAGES/brief.po", 'msgstr "The second point', 'msgstr "A second point'
    )
    build()
    touched = {
        path.relative_to(project / "dist")
        for path, state in states(project / "dist").items()
        if path.is_file() and before[path] != state
    }
    assert {path.parent.as_posix() for path in touched} == {"small/de", ".ledger"}


@pytest.mark.parametrize("locale", ["de", ""])
def test_what_nobody_makes_any_more_is_removed_and_said(project: Path, build: Build, locale: str) -> None:
    kept = project / "dist/other/de/letter.txt"
    kept.write_text("mine", encoding="utf-8")
    altered = project / "dist/other/de/other.de.html"
    altered.write_text("mine, too", encoding="utf-8")
    if locale:
        change(project / "content/other/brief.yaml", "editions:\n  - locale: de\n    stale: keep\n", "")
    else:
        shutil.rmtree(project / "content/other")
    status, printed, _ = build()
    assert status == 0
    left = sorted(path.name for path in (project / "dist/other").rglob("*") if path.is_file() and "de" in path.parts)
    assert left == ["letter.txt", "other.de.html"]
    assert (project / "dist/other/en-GB").exists() == bool(locale)
    assert "other.de.pdf  removed: there is no " in printed


def test_nothing_is_removed_while_a_brief_cannot_be_read(project: Path, build: Build) -> None:
    before = files_in(project / "dist")
    (project / "content/other/brief.yaml").write_text("title: [", encoding="utf-8")
    assert build()[0] == 1
    assert files_in(project / "dist") == before


def test_releases_and_redlines_are_no_orphans(project: Path, build: Build) -> None:
    for name in (
        "small/1.0/de/small.de.pdf",
        "small/redline/1.0-1.1/de/small.de.redline.pdf",
        "small/1.0/manifest.json",
    ):
        (project / "dist" / name).parent.mkdir(parents=True, exist_ok=True)
        (project / "dist" / name).write_text("x", encoding="utf-8")
    before = states(project)
    assert build()[:2] == (0, "")
    assert states(project) == before


def test_a_house_without_a_printer_has_no_files_for_the_press(project: Path, build: Build) -> None:
    path = project / "content/house.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("press:")
    end = text.index("citations:")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    status, printed, _ = build()
    assert status == 0
    assert not list((project / "dist").rglob("*.press.pdf"))
    assert "small.de.press.pdf  removed: no longer made" in printed
    assert list((project / "dist").rglob("*.references.bib"))


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_is_closed_fails_one_edition_and_no_other(project: Path, build: Build) -> None:
    change(project / "content/small/sections/introduction.yaml", "asked now", "asked today")
    closed = project / "dist/small/de"
    closed.chmod(0o555)
    status, printed, said = build("--medium", "screen")
    closed.chmod(0o755)
    assert status == 3
    assert "cannot be written" in said
    assert "small.en-GB.html" in printed


def test_a_disk_that_is_full_is_said_and_leaves_what_was_there(project: Path) -> None:
    change(project / "content/small/sections/introduction.yaml", "asked now", "asked today")
    before = files_in(project / "dist")
    # A file may have 8 KiB at most: the page is larger.
    command = (
        f"ulimit -f 8; exec {sys.executable} -P -m report build small --medium screen --jobs 1 --project {project}"
    )
    run = subprocess.run(["bash", "-c", command], capture_output=True, text=True, check=False)
    assert run.returncode == 3
    assert run.stderr.count("cannot be written: File too large") == 2
    assert "Traceback" not in run.stderr
    assert files_in(project / "dist") == before


@pytest.mark.parametrize("tag", ["tlh", "../../../elsewhere", "a" * 300, ".."])
def test_an_edition_that_does_not_exist_is_a_finding_and_leaves_nothing(project: Path, build: Build, tag: str) -> None:
    before = files_in(project.parent), ledgers(project)
    status, printed, said = build("small", "--locale", tag)
    assert (status, printed) == (1, "")
    assert "LOC-001" in said
    assert (files_in(project.parent), ledgers(project)) == before


def ledgers(project: Path) -> list[str]:
    return sorted(path.name for path in (project / "dist/.ledger").glob("*.json"))


def test_a_folder_in_the_way_of_a_file_fails_one_edition_and_no_other(project: Path, build: Build) -> None:
    change(project / "content/small/sections/introduction.yaml", "asked now", "asked today")
    page = project / "dist/small/de/small.de.html"
    page.unlink()
    page.mkdir()
    status, printed, said = build("--medium", "screen")
    assert status == 3
    assert "cannot be written" in said
    assert "small.en-GB.html  rebuilt" in printed
    assert not list((project / "dist").rglob(".unfinished-*"))
