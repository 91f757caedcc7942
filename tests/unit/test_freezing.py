"""``report freeze``: a version is frozen in all editions together, or nothing is written."""

from __future__ import annotations

import errno
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path

import polib
import pytest

from report.cli import main
from report.desk import Desk
from report.errors import UsageError, WriteError
from report.findings import Finding
from report.freezing import Wish, freeze
from report.order import Order
from report.production import prepare
from report.publish.moves import finish_moves
from report.publish.write import NewFolder, write_alone
from report.revisions.freezing import frozen_files
from tests.support.killing import killed_at
from tests.support.manual_page import translate, write_project

TODAY = date(2024, 10, 14)
NOTES = {"de": "Ein Wort berichtigt."}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A small brief in two languages, complete."""
    folder = write_project(tmp_path / "project", has_design=False)
    translate(folder)
    return folder


def test_the_first_version_is_a_text_for_each_edition_with_the_pictures(project: Path) -> None:
    assert _frozen(project, "1.0") == []
    assert _names(project / "content/tides/revisions") == ["1.0/de.json", "1.0/en-GB.json", _kept_drawing(project)]


def test_a_frozen_version_is_not_frozen_again(project: Path) -> None:
    _frozen(project, "1.0")
    before = _bytes(project)
    assert _codes(_frozen(project, "1.0")) == ["REV-007"]
    assert _bytes(project) == before


@pytest.mark.parametrize("version", ["1.2", "3.0", "0.9"])
def test_a_version_that_does_not_follow_is_refused(project: Path, version: str) -> None:
    _frozen(project, "1.0")
    before = _bytes(project)
    assert _codes(_frozen(project, version, note="A word.")) == ["REV-008"]
    assert _bytes(project) == before


def test_no_version_follows_one_that_is_not_frozen(project: Path) -> None:
    assert _codes(_frozen(project, "1.1", note="A word.")) == ["REV-008"]


def test_an_earlier_version_cannot_be_frozen_from_a_later_text(project: Path) -> None:
    _list(project, "1.1")
    assert _codes(_frozen(project, "1.0")) == ["REV-008"]


def test_nothing_is_frozen_while_one_translation_lags(project: Path) -> None:
    _change(project, "no two of them agree", "no two of them ever agree")
    before = _bytes(project)
    assert "LOC-009" in _codes(_frozen(project, "1.0"))
    assert _bytes(project) == before


def test_nothing_is_listed_while_one_translation_lags(project: Path) -> None:
    _frozen(project, "1.0")
    _change(project, "no two of them agree", "no two of them ever agree")
    before = _bytes(project)
    assert "LOC-009" in _codes(_frozen(project, "1.1", note="A word.", notes=NOTES))
    assert _bytes(project) == before


def test_nothing_is_frozen_of_a_brief_with_errors(project: Path) -> None:
    _change(project, "[@example2019, p. 14]", "[@example2020, p. 14]")
    assert "CIT-002" in _codes(_frozen(project, "1.0"))
    assert not (project / "content/tides/revisions").exists()


def test_nothing_follows_a_version_whose_picture_was_exchanged(project: Path) -> None:
    _frozen(project, "1.0")
    (drawing,) = (project / "content/tides").glob("figures/*.svg")
    drawing.write_bytes(drawing.read_bytes().replace(b"</svg>", b"<desc>Drawn anew.</desc></svg>"))
    (project / "content/tides/revisions" / _kept_drawing(project)).write_bytes(b"<svg/>")
    before = _bytes(project)
    assert set(_codes(_frozen(project, "1.1", note="A word.", notes=NOTES))) == {"REV-001"}
    assert _bytes(project) == before


def test_a_new_version_is_listed_with_its_note_in_every_language(project: Path) -> None:
    _frozen(project, "1.0")
    assert _frozen(project, "1.1", note="One word corrected.", notes=NOTES) == []
    brief = (project / "content/tides/brief.yaml").read_text(encoding="utf-8")
    assert '  - version: "1.1"\n    date: 2024-10-14\n    note: One word corrected.\n' in brief
    catalog = polib.pofile(project / "content/tides/locale/de/LC_MESSAGES/brief.po")
    assert catalog.find("revisions/2/note", by="msgctxt").msgstr == "Ein Wort berichtigt."
    assert "Ein Wort berichtigt." in (project / "content/tides/revisions/1.1/de.json").read_text(encoding="utf-8")


def test_a_new_version_is_dated_by_the_wish_then_by_the_text_then_by_the_day(project: Path) -> None:
    _frozen(project, "1.0")
    with (project / "content/tides/brief.yaml").open("a", encoding="utf-8") as file:
        file.write("text-date: 2024-09-30\n")
    _frozen(project, "1.1", note="One.", notes=NOTES)
    _frozen(project, "1.2", note="Two.", notes=NOTES, day=date(2024, 12, 24))
    brief = (project / "content/tides/brief.yaml").read_text(encoding="utf-8")
    assert [line.strip() for line in brief.splitlines() if line.strip().startswith("date:")] == [
        "date: 2024-09-02",
        "date: 2024-09-02",
        "date: 2024-09-30",
        "date: 2024-12-24",
    ]


def test_a_version_that_its_editor_has_listed_is_frozen_by_its_number_alone(project: Path) -> None:
    _frozen(project, "1.0")
    _list(project, "1.1")
    translate_note(project)
    assert _frozen(project, "1.1") == []


def translate_note(project: Path) -> None:
    path = project / "content/tides/locale/de/LC_MESSAGES/brief.po"
    catalog = polib.pofile(path)
    catalog.append(polib.POEntry(msgctxt="revisions/2/note", msgid="A word.", msgstr="Ein Wort."))
    catalog.save(path)


@pytest.mark.parametrize(
    ("wish", "words"),
    [
        (Wish("1.1", "", {}, None), "--note"),
        (Wish("1.1", "A word.", {}, None), "--note-for de"),
        (Wish("1.1", "A word.", {"de": "Wort", "fr": "Mot"}, None), "“fr”"),
        (Wish("1.1", "A word.", NOTES, date(2020, 1, 1)), "cannot be dated"),
    ],
)
def test_what_a_new_version_lacks_is_said_and_nothing_is_written(project: Path, wish: Wish, words: str) -> None:
    _frozen(project, "1.0")
    before = _bytes(project)
    with pytest.raises(UsageError, match=words):
        freeze(project, "tides", wish, TODAY)
    assert _bytes(project) == before


def test_a_listed_version_is_given_no_second_note(project: Path) -> None:
    with pytest.raises(UsageError, match="is listed"):
        freeze(project, "tides", Wish("1.0", "Another.", {}, None), TODAY)


def test_a_folder_that_cannot_be_finished_is_not_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(WriteError, match="No space left"):
        write_alone(tmp_path, (), [NewFolder(tmp_path / "revisions" / "1.0", {"en-GB.json": b"{}"})])
    assert list((tmp_path / "revisions").iterdir()) == []


def test_a_folder_that_is_there_is_not_written_over(tmp_path: Path) -> None:
    write_alone(tmp_path, (), [NewFolder(tmp_path / "1.0", {"en-GB.json": b"first", "pictures/a.png": b"x"})])
    with pytest.raises(WriteError):
        write_alone(tmp_path, (), [NewFolder(tmp_path / "1.0", {"en-GB.json": b"second"})])
    assert (tmp_path / "1.0/en-GB.json").read_bytes() == b"first"
    assert [path.name for path in tmp_path.iterdir()] == ["1.0"]


def test_what_a_killed_run_left_is_cleared_and_is_no_version(project: Path) -> None:
    left = project / "content/tides/revisions/.unfinished-1.0-abc"
    left.mkdir(parents=True)
    (left / "en-GB.json").write_text("{", encoding="utf-8")
    assert _state(project, "en-GB") == ("draft", "1.0")
    assert _frozen(project, "1.0") == []
    assert not left.exists()


def test_an_edition_travels_with_its_own_frozen_texts_and_is_the_same_there(project: Path, tmp_path: Path) -> None:
    _frozen(project, "1.0")
    _frozen(project, "1.1", note="One word corrected.", notes=NOTES)
    prepared = prepare(Order(project, "tides", "de", ()), Desk())
    inputs = [path.relative_to(project) for path in prepared.origin.inputs]
    assert [str(path) for path in inputs if "revisions" in path.parts] == [
        "content/tides/revisions/1.0/de.json",
        "content/tides/revisions/1.1/de.json",
    ]
    for path in inputs:
        (tmp_path / "unpacked" / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(project / path, tmp_path / "unpacked" / path)
    desk = Desk()
    again = prepare(Order(tmp_path / "unpacked", "tides", "de", ()), desk)
    assert (again.edition.version, again.edition.revision) == ("1.2-draft", prepared.edition.revision)
    assert [one.code for one in desk.findings if one.code.startswith("REV")] == []


@pytest.mark.parametrize("version", ["1.01", "01.1", "1.1.1", "1.1 ", "١.١"])
def test_a_number_in_another_form_is_no_version(
    project: Path, version: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["freeze", "tides", version, "--project", str(project)]) == 2
    assert "is no version" in capsys.readouterr().err


@pytest.mark.parametrize("translated", [False, True])
def test_who_was_stopped_on_the_way_says_the_same_again(project: Path, translated: bool) -> None:
    """The row is listed first, then the catalogs are written; a machine may die after each."""
    _frozen(project, "1.0")
    catalog = project / "content/tides/locale/de/LC_MESSAGES/brief.po"
    before = catalog.read_bytes()
    _frozen(project, "1.1", note="A word.", notes=NOTES)
    whole = _bytes(project)
    shutil.rmtree(project / "content/tides/revisions/1.1")
    if not translated:
        catalog.write_bytes(before)
    assert _frozen(project, "1.1", note="A word.", notes=NOTES) == []
    assert _bytes(project) == whole


@pytest.mark.slow
def test_who_is_killed_while_he_freezes_has_frozen_all_or_nothing(project: Path, tmp_path: Path) -> None:
    """Killed before each file that is put in its place, or is opened to be written there."""
    _frozen(project, "1.0")
    before = _bytes(project)
    _frozen(project, "1.1", note="A word.", notes=NOTES)
    whole, step, found = _bytes(project), 0, []
    while True:
        again = _project_of(before, tmp_path / f"killed-{step}")
        wish = Wish("1.1", "A word.", NOTES, None)
        if not killed_at(step, lambda: freeze(again, "tides", wish, TODAY), ("replace", "chmod")):  # noqa: B023
            break
        finish_moves(again / "content")
        standing = {name: body for name, body in _relative(_bytes(again), again).items() if ".unfinished-" not in name}
        found.append(standing)
        step += 1
    assert set(map(len, found)) == {len(before), len(whole)}
    assert all(one in (_relative(before, project), _relative(whole, project)) for one in found)


def test_a_note_that_holds_leaves_everything_as_it_was(project: Path) -> None:
    _frozen(project, "1.0")
    before = _bytes(project)
    for note, notes, place in (
        ("A *word.", NOTES, "--note:1:1"),
        ("A word.", {"de": "Siehe *dort."}, "--note-for de:1:1"),
        ("A\u202eword.", NOTES, "--note:1:1"),
    ):
        held = _frozen(project, "1.1", note=note, notes=notes)
        assert {str(one.mark) for one in held} == {place}
        assert _bytes(project) == before
    assert _frozen(project, "1.1", note="A word.", notes=NOTES) == []


def test_what_an_editor_saves_meanwhile_is_not_written_over(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    _frozen(project, "1.0")
    brief = project / "content/tides/brief.yaml"

    def saving(*given: object) -> dict[str, bytes]:
        brief.write_text(brief.read_text(encoding="utf-8") + "text-date: 2024-09-10\n", encoding="utf-8")
        return frozen_files(*given)  # type: ignore[arg-type]

    monkeypatch.setattr("report.freezing.frozen_files", saving)
    with pytest.raises(WriteError, match=r"brief.yaml cannot be written: it was changed meanwhile"):
        _frozen(project, "1.1", note="A word.", notes=NOTES)
    assert brief.read_text(encoding="utf-8").endswith("text-date: 2024-09-10\n")
    assert not (project / "content/tides/revisions/1.1").exists()


def test_of_two_who_freeze_at_once_one_finds_it_done(project: Path) -> None:
    _frozen(project, "1.0")
    with ThreadPoolExecutor(2) as pool:
        held = list(pool.map(lambda _: _codes(_frozen(project, "1.1", note="A word.", notes=NOTES)), range(2)))
    assert sorted(held) == [[], ["REV-007"]]
    assert (project / "content/tides/brief.yaml").read_text(encoding="utf-8").count('"1.1"') == 1


def test_a_listed_version_does_not_go_on_with_another_note_or_day(project: Path) -> None:
    _frozen(project, "1.0")
    _frozen(project, "1.1", note="A word.", notes=NOTES)
    shutil.rmtree(project / "content/tides/revisions/1.1")
    for wish in (Wish("1.1", "Two words.", NOTES, None), Wish("1.1", "A word.", NOTES, date(2024, 12, 24))):
        with pytest.raises(UsageError, match="is listed"):
            freeze(project, "tides", wish, TODAY)
    with pytest.raises(UsageError, match="is not translated into “fr”"):
        freeze(project, "tides", Wish("1.1", "A word.", NOTES | {"fr": "Un mot."}, None), TODAY)


def test_a_day_that_is_none_for_a_new_version_is_refused_before_anything_is_written(project: Path) -> None:
    _frozen(project, "1.0")
    brief = project / "content/tides/brief.yaml"
    whole = _bytes(project)
    with pytest.raises(UsageError, match=r"dated 1970-01-01 \(today\): 1.0 is dated 2024-09-02; “--date”"):
        freeze(project, "tides", Wish("1.1", "A word.", NOTES, None), date(1970, 1, 1))
    with pytest.raises(UsageError, match="more than a year from today"):
        freeze(project, "tides", Wish("1.1", "A word.", NOTES, date(2204, 10, 14)), TODAY)
    assert _bytes(project) == whole
    _frozen(project, "1.1", note="A word.", notes=NOTES)
    brief.write_text(brief.read_text(encoding="utf-8") + "text-date: 2024-09-10\n", encoding="utf-8")
    whole = _bytes(project)
    with pytest.raises(UsageError, match=r"dated 2024-09-10 \(“text-date”\): 1.1 is dated 2024-10-14"):
        freeze(project, "tides", Wish("1.2", "A word.", NOTES, None), TODAY)
    assert _bytes(project) == whole


@pytest.mark.parametrize("version", ["1.1", "1.1 listed"])
def test_nothing_is_frozen_while_an_earlier_text_cannot_be_read(project: Path, version: str) -> None:
    _frozen(project, "1.0")
    (project / "content/tides/revisions/1.0/de.json").write_text("{", encoding="utf-8")
    if version.endswith("listed"):
        _list(project, "1.1")
        translate_note(project)
    before = _bytes(project)
    listed = version.endswith("listed")
    held = _frozen(project, "1.1", note="" if listed else "A word.", notes={} if listed else NOTES)
    assert [(one.code, one.mark.path) for one in held] == [("REV-001", "content/tides/revisions/1.0/de.json")]
    assert _bytes(project) == before


def test_a_text_that_was_frozen_under_another_name_says_what_to_do(project: Path) -> None:
    _frozen(project, "1.0")
    moved = _renamed(project, "waves")
    desk = Desk()
    prepare(Order(project, "waves", "de", ()), desk)
    (finding,) = [one for one in desk.findings if one.code.startswith("REV")]
    assert (finding.code, finding.mark.path) == ("REV-001", "content/waves/revisions/1.0/de.json")
    assert "the text of “tides”, and the folder of the brief is called “waves”" in finding.message
    assert "if the brief was renamed, write “formerly: tides” in brief.yaml" in finding.hint
    assert (moved / "revisions/1.0/de.json").is_file()


def test_a_brief_that_was_renamed_says_so_and_goes_on(project: Path) -> None:
    _frozen(project, "1.0")
    with (_renamed(project, "waves") / "brief.yaml").open("a", encoding="utf-8") as file:
        file.write("state: published\nformerly: [surges, tides]\n")
    desk = Desk()
    edition = prepare(Order(project, "waves", "de", ()), desk).edition
    assert [one for one in desk.findings if one.code.startswith("REV")] == []
    assert (edition.state, edition.version) == ("published", "1.0")
    assert [
        one for one in freeze(project, "waves", Wish("1.1", "A word.", NOTES, None), TODAY).findings if one.holds
    ] == []
    assert "waves" in (project / "content/waves/revisions/1.1/de.json").read_text(encoding="utf-8")


def test_the_only_brief_need_not_be_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["freeze", "1.0", "--project", str(project)]) == 0
    assert "revisions/1.0/en-GB.json" in capsys.readouterr().out


def test_one_of_several_briefs_is_named(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(project / "content/tides", project / "content/waves")
    assert main(["freeze", "1.0", "--project", str(project)]) == 2
    assert "say which brief" in capsys.readouterr().err
    assert main(["freeze", "tides", "1.0", "--project", str(project)]) == 0


@pytest.mark.parametrize("given", [["tides", "first"], ["tides"], ["1"], ["tides", "1.0", "--note-for", "de"]])
def test_wrong_usage_is_said_plainly(project: Path, given: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["freeze", *given, "--project", str(project)]) == 2
    assert capsys.readouterr().err.startswith("report: ")


@pytest.mark.parametrize("sign", ["\udcff", "\x07"])
def test_a_note_of_what_is_no_sign_is_wrong_usage(project: Path, sign: str, capsys: pytest.CaptureFixture[str]) -> None:
    before = _bytes(project)
    assert main(["freeze", "1.0", f"--note=a{sign}", "--project", str(project)]) == 2
    assert "is no sign of a text" in capsys.readouterr().err
    assert _bytes(project) == before


def test_a_day_that_there_is_not_is_wrong_usage(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["freeze", "tides", "1.0", "--date", "2024-02-30", "--project", str(project)])
    assert "such as 2017-04-20" in capsys.readouterr().err


def _frozen(
    project: Path, version: str, *, note: str = "", notes: dict[str, str] | None = None, day: date | None = None
) -> list[Finding]:
    """Freeze a version and return what held it."""
    wish = Wish(version, note, notes or {}, day)
    return [one for one in freeze(project, "tides", wish, TODAY).findings if one.holds]


def _renamed(project: Path, slug: str) -> Path:
    """Rename the folder of the brief."""
    return (project / "content/tides").rename(project / "content" / slug)


def _codes(findings: list[Finding]) -> list[str]:
    return sorted({one.code for one in findings})


def _state(project: Path, locale: str) -> tuple[str, str]:
    edition = prepare(Order(project, "tides", locale, ()), Desk()).edition
    return edition.state, edition.revision.version


def _change(project: Path, before: str, after: str) -> None:
    for path in (project / "content/tides").rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(before, after), encoding="utf-8")


def _list(project: Path, version: str) -> None:
    path = project / "content/tides/brief.yaml"
    row = f'    note: First published edition.\n  - version: "{version}"\n    date: 2024-10-14\n    note: A word.\n'
    text = path.read_text(encoding="utf-8").replace("    note: First published edition.\n", row)
    path.write_text(text, encoding="utf-8")


def _names(folder: Path) -> list[str]:
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def _kept_drawing(project: Path) -> str:
    (drawing,) = (project / "content/tides/revisions/1.0/pictures").iterdir()
    return f"1.0/pictures/{drawing.name}"


def _project_of(files: dict[str, bytes], folder: Path) -> Path:
    """Write a project as it was."""
    project = folder / "project"
    for name, body in files.items():
        path = project / Path(name).relative_to(folder.parent / "project")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(body)
    return project


def _relative(files: dict[str, bytes], project: Path) -> dict[str, bytes]:
    return {str(Path(name).relative_to(project)): body for name, body in files.items()}


def _bytes(project: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in sorted(project.rglob("*")) if path.is_file()}
