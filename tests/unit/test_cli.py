"""What a person at the desk types, and what comes back: exit status, standard output, standard error."""

from __future__ import annotations

import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path

import pytest

from report.cli import main
from tests.support.projects import small_project


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project of its own with one small brief, started by the command that starts briefs."""
    return small_project(tmp_path)


def at(project: Path, *words: str) -> list[str]:
    return [*words, "--project", str(project)]


def test_a_new_brief_builds_at_once(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(at(project, "build")) == 0
    said = capsys.readouterr()
    assert said.err == ""
    written = sorted(path.name for path in (project / "dist" / "small" / "en-GB").iterdir())
    assert written == [
        "manifest.json",
        "small.en-GB.booklet.pdf",
        "small.en-GB.html",
        "small.en-GB.pdf",
        "small.en-GB.press.pdf",
        "small.en-GB.references.bib",
        "small.en-GB.references.csl.json",
        "small.en-GB.references.ris",
    ]
    assert "small.en-GB.pdf" in said.out


def test_a_mistake_holds_the_line_and_keeps_the_last_good_output(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(at(project, "build", "--medium", "screen")) == 0
    page = project / "dist" / "small" / "en-GB" / "small.en-GB.html"
    before = page.read_bytes(), page.stat().st_mtime_ns
    path = project / "content" / "small" / "sections" / "evidence.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("placeholder2020", "placeholder2021"), encoding="utf-8")
    assert main(at(project, "build", "--medium", "screen")) == 1
    assert (page.read_bytes(), page.stat().st_mtime_ns) == before
    said = capsys.readouterr().err
    assert "error CIT-002: no reference “placeholder2021”" in said
    assert "did you mean “placeholder2020”?" in said


def test_the_cited_references_stand_beside_the_web_page_and_in_the_manifest(project: Path) -> None:
    assert main(at(project, "build", "--medium", "screen")) == 0
    folder = project / "dist" / "small" / "en-GB"
    outputs = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["outputs"]
    names = sorted(name for name in outputs if ".references." in name)
    assert [name.partition(".references.")[2] for name in names] == ["bib", "csl.json", "ris"]
    for name in names:
        assert b"placeholder2020" in (folder / name).read_bytes()
        assert outputs[name]["sha256"] == sha256((folder / name).read_bytes()).hexdigest()


def test_the_files_of_references_go_when_nothing_is_cited_any_more(project: Path) -> None:
    assert main(at(project, "build", "--medium", "screen")) == 0
    folder = project / "dist" / "small" / "en-GB"
    path = project / "content" / "small" / "sections" / "evidence.yaml"
    source = path.read_text(encoding="utf-8")
    assert "[@placeholder2020, p. 7]" in source
    path.write_text(source.replace("[@placeholder2020, p. 7]", ""), encoding="utf-8")
    assert main(at(project, "build", "--medium", "paged")) == 0
    assert list(folder.glob("*.references.*"))  # they are the web page's, which stays
    assert main(at(project, "build", "--medium", "screen")) == 0
    assert not list(folder.glob("*.references.*"))


@pytest.mark.parametrize("form", ["text", "json"])
def test_a_terminal_that_knows_few_signs_gets_the_others_escaped(project: Path, form: str) -> None:
    path = project / "content" / "small" / "references.bib"
    path.write_text(path.read_text(encoding="utf-8").replace("A Title", "Ästuar “A”"), encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-m", "report", *at(project, "cite", "small", "--format", form)],
        env={**os.environ, "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert run.returncode == 0
    assert b"\\u00c4stuar" in run.stdout
    if form == "json":
        assert json.loads(run.stdout)["editions"]


def test_paper_alone_has_no_files_of_references(project: Path) -> None:
    assert main(at(project, "build", "--medium", "paged")) == 0
    assert not list((project / "dist").rglob("*.references.*"))


def test_check_writes_nothing(project: Path) -> None:
    before = sorted(project.rglob("*"))
    assert main(at(project, "check")) == 0
    assert sorted(project.rglob("*")) == before


def test_findings_as_json_go_to_standard_error(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "content" / "small" / "references.bib").write_text("@boook{x, title = {T}}")
    assert main(at(project, "check", "--format", "json")) == 1
    codes = {record["code"] for record in json.loads(capsys.readouterr().err)}
    assert {"CIT-002", "CIT-007"} <= codes


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (["biuld"], "did you mean “build”?"),
        (["build", "smal"], "did you mean “small”?"),
        (["new", "Not A Slug"], "lower-case"),
        (["new", "small"], "is there already"),
    ],
)
def test_wrong_usage_is_said_in_one_line_and_answers_2(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str], hint: str
) -> None:
    assert main(at(project, *words) if words[0] in ("build", "new") else words) == 2
    said = capsys.readouterr().err
    assert hint in said
    assert said.count("\n") == 1


def test_an_edition_that_does_not_exist_is_a_finding(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(at(project, "check", "small", "--locale", "tlh")) == 1
    assert "LOC-001" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["build"], ["publish"], ["catalog", "update"], ["catalog", "status"]])
def test_an_empty_tag_does_not_order_every_edition(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        main(at(project, *words, "--locale", ""))
    assert stopped.value.code == 2
    assert "a tag such as en-GB is expected" in capsys.readouterr().err
    assert not (project / "dist").exists()


def test_a_folder_that_cannot_be_written_is_a_tool_failure(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (project / "dist").write_text("in the way")
    assert main(at(project, "build", "--medium", "screen")) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_doctor_finds_this_machine_healthy(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["doctor"]) == 0
    said = capsys.readouterr().out
    assert "weasyprint" in said
    assert "BAD" not in said


def test_the_version_is_said() -> None:
    with pytest.raises(SystemExit) as stopped:
        main(["--version"])
    assert stopped.value.code == 0


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
@pytest.mark.parametrize("command", ["redline", "publish"])
def test_any_command_that_is_stopped_says_so(number: signal.Signals, command: str) -> None:
    """The output folder is a place that is not there yet: nothing may be left in it."""
    words = [sys.executable, "-P", "-m", "report", command, "iran-russia-nexus", "--out"]
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [*words, f"{folder}/dist"], stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )
        with suppress(subprocess.TimeoutExpired):
            process.wait(1)
        process.send_signal(number)
        _, said = process.communicate(timeout=60)
        assert process.returncode == 3, said
        assert said.strip().splitlines()[-1] == "report: stopped; the last good output stays"
        assert not list(Path(folder).rglob("*.pdf"))


_INTERRUPTED = """
import os, runpy, signal, sys

class Interrupting:
    def find_spec(self, name, path=None, target=None):
        if name == sys.argv[1]:
            os.kill(os.getpid(), signal.SIGINT)

sys.meta_path.insert(0, Interrupting())
sys.argv[0] = "report"

runpy.run_module("report", run_name="__main__", alter_sys=False)
"""


@pytest.mark.parametrize("module", ["report.arguments", "report.cli"])
def test_who_interrupts_while_the_program_is_loaded_ends_it_with_a_word(module: str) -> None:
    command = [sys.executable, "-P", "-c", _INTERRUPTED, module]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "\nreport: stopped; the last good output stays\n")


def test_who_interrupts_before_the_program_begins_is_heard_as_soon_as_it_has() -> None:
    """So the front door hands over: with interruptions put off, one of them waiting."""
    waiting = (
        "import os, signal, sys; signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT]); "
        "os.kill(os.getpid(), signal.SIGINT); os.execv(sys.executable, sys.argv[1:])"
    )
    command = [sys.executable, "-c", waiting, sys.executable, "-P", "-m", "report", "doctor"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout, done.stderr) == (3, "", "\nreport: stopped; the last good output stays\n")


def test_help_that_is_interrupted_on_its_way_out_has_been_given() -> None:
    interrupted = (
        "import atexit, os, runpy, signal, sys; sys.argv = ['report', '--help']; "
        "atexit.register(lambda: os.kill(os.getpid(), signal.SIGINT)); runpy.run_module('report', run_name='__main__')"
    )
    done = subprocess.run([sys.executable, "-P", "-c", interrupted], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith("usage: report")


def test_a_file_that_the_machine_does_not_give_out_is_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def refused(_options: object) -> int:
        raise PermissionError(errno.EACCES, "Permission denied", "/somewhere/brief.yaml")

    monkeypatch.setattr("report.commands.editions.check", refused)
    assert main(["check"]) == 3
    said = capsys.readouterr().err
    assert said.startswith("report: /somewhere/brief.yaml: permission denied\n")
    assert "fault of the program" not in said
