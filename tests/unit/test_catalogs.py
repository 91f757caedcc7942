"""The commands of the translators: what they write, what they print, and when they refuse."""

from __future__ import annotations

import json
from pathlib import Path

import polib
import pytest

from report.cli import main
from tests.support.projects import small_project

BRIEF = "content/small/locale/de/LC_MESSAGES/brief.po"
HOUSE = "templates/locale/de/LC_MESSAGES/house.po"


@pytest.fixture
def project(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A small brief that is to have a German edition."""
    small_project(tmp_path)
    change(tmp_path / "content/small/brief.yaml", "language: en-GB\n", "language: en-GB\neditions:\n  - locale: de\n")
    capsys.readouterr()
    return tmp_path


def change(path: Path, before: str, after: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert before in text
    path.write_text(text.replace(before, after), encoding="utf-8")


def catalog(project: Path, *words: str) -> int:
    return main(["catalog", *words, "--project", str(project)])


def translate(path: Path) -> None:
    file = polib.pofile(path)
    for entry in file:
        entry.msgstr = "" if entry.msgid_plural else entry.msgid
        entry.msgstr_plural = dict.fromkeys(entry.msgstr_plural, entry.msgid_plural)
    file.save(path)


def bodies(project: Path) -> dict[Path, tuple[bytes, int]]:
    return {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in project.glob("**/*.po")}


def test_an_update_writes_both_catalogs_and_a_second_one_touches_neither(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert catalog(project, "update") == 0
    said = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" ")[2] for line in said] == ["new", "new"]
    assert [line.partition(":")[0] for line in said] == [BRIEF, HOUSE]
    before = bodies(project)
    assert catalog(project, "update") == 0
    assert bodies(project) == before
    assert capsys.readouterr().out == f"{BRIEF}: unchanged\n{HOUSE}: unchanged\n"


def test_the_catalog_of_the_house_has_the_words_of_the_templates(project: Path) -> None:
    catalog(project, "update")
    messages = polib.pofile(project / HOUSE)
    assert messages.find("Notes", include_obsolete_entries=False).occurrences == [
        ("templates/media/screen/contents.html", ""),
        ("templates/media/screen/endnotes.html", ""),
    ]
    named = [entry for entry in messages if "%(" in entry.msgid]
    assert named
    assert all(entry.flags == ["python-format"] for entry in named)
    assert {"publisher", "imprint"} <= {entry.msgctxt for entry in messages}


def test_a_file_that_was_only_wrapped_otherwise_is_not_touched(project: Path) -> None:
    catalog(project, "update")
    translate(project / BRIEF)
    polib.pofile(project / BRIEF, wrapwidth=40).save(project / BRIEF)
    before = bodies(project)
    assert catalog(project, "update") == 0
    assert bodies(project) == before


def test_a_catalog_in_another_order_is_put_in_that_of_reading(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog(project, "update")
    before = (project / BRIEF).read_bytes()
    messages = polib.pofile(project / BRIEF)
    messages.reverse()
    messages.save(project / BRIEF)
    capsys.readouterr()
    assert catalog(project, "update") == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{BRIEF}: put in the order of reading"
    assert (project / BRIEF).read_bytes() == before


def test_a_catalog_that_has_lost_comments_gets_them_again(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    messages = polib.pofile(project / BRIEF)
    for message in messages:
        message.comment = ""
    messages.save(project / BRIEF)
    capsys.readouterr()
    assert catalog(project, "update") == 0
    assert capsys.readouterr().out.splitlines()[0] == f"{BRIEF}: comments"


def test_nothing_is_written_while_the_content_has_errors(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    translate(project / BRIEF)
    before = bodies(project)
    change(project / "content/small/sections/introduction.yaml", "paragraph:", "paragrph:")
    capsys.readouterr()
    assert catalog(project, "update") == 1
    assert "STR-0" in capsys.readouterr().err
    assert bodies(project) == before


@pytest.mark.parametrize("path", [BRIEF, HOUSE])
def test_a_catalog_with_errors_is_not_overwritten(project: Path, path: str) -> None:
    catalog(project, "update")
    with (project / path).open("a", encoding="utf-8") as file:
        file.write('\nmsgid "torn\n')
    before = bodies(project)
    assert catalog(project, "update") == 1
    assert bodies(project) == before


def test_a_template_with_errors_deletes_no_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    translate(project / HOUSE)
    before = bodies(project)
    with (project / "templates/media/screen/endnotes.html").open("a", encoding="utf-8") as file:
        file.write("{% if %}")
    assert catalog(project, "update") == 1
    assert "CMP-001" in capsys.readouterr().err
    assert bodies(project) == before


def test_the_status_counts_messages_and_words(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    translate(project / BRIEF)
    change(project / BRIEF, 'msgid "Small"\nmsgstr "Small"', 'msgid "Small"\nmsgstr ""')
    capsys.readouterr()
    assert catalog(project, "status", "--format", "json", "--list") == 0
    brief, house = json.loads(capsys.readouterr().out)["catalogs"]
    assert (brief["name"], brief["locale"], brief["catalog"], brief["complete"]) == ("small", "de", BRIEF, False)
    assert brief["messages"]["missing"] == len(brief["unsettled"]) > 0
    assert brief["messages"]["current"] + brief["messages"]["missing"] == brief["messages"]["all"]
    assert brief["words"]["missing"] == brief["messages"]["missing"]
    assert (house["name"], house["messages"]["current"]) == ("house", 0)


def test_the_list_shows_what_changed_and_where(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    for path in (BRIEF, HOUSE):
        translate(project / path)
    section = project / "content/small/sections/evidence.yaml"
    change(section, "title: ", "title: Much ")
    capsys.readouterr()
    assert catalog(project, "status", "--list") == 0
    listed = capsys.readouterr().out.splitlines()[3:]
    assert listed[0] == "content/small/sections/evidence.yaml:3:8: de stale: evidence/title"
    assert [line.partition(":")[0] for line in listed[1:]] == ["  was", "  changed", "  now"]
    assert "{+Much+}" in listed[2]


def test_the_check_of_the_status_fails_until_all_is_translated(project: Path) -> None:
    assert catalog(project, "status", "--check") == 1
    catalog(project, "update")
    for path in (BRIEF, HOUSE):
        translate(project / path)
    assert catalog(project, "status", "--check") == 0


def test_a_review_is_counted_and_lapses_with_the_translation(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    translate(project / BRIEF)
    capsys.readouterr()
    assert catalog(project, "review", "small", "evidence", "--locale", "de") == 0
    assert capsys.readouterr().out == f"{BRIEF}: 1 of 1 messages reviewed\n"
    assert "# reviewed " in (project / BRIEF).read_text(encoding="utf-8")
    assert reviewed(project, capsys) == 1
    file = polib.pofile(project / BRIEF)
    file.find("evidence/title", by="msgctxt").msgstr = "Belege"
    file.save()
    assert reviewed(project, capsys) == 0
    catalog(project, "update")
    assert "# reviewed" not in (project / BRIEF).read_text(encoding="utf-8")


def reviewed(project: Path, capsys: pytest.CaptureFixture[str]) -> int:
    capsys.readouterr()
    catalog(project, "status", "--format", "json")
    count = json.loads(capsys.readouterr().out)["catalogs"][0]["messages"]["reviewed"]
    assert isinstance(count, int)
    return count


def test_what_is_not_translated_is_not_reviewed(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    catalog(project, "update")
    capsys.readouterr()
    assert catalog(project, "review", "house", "--locale", "de") == 0
    words = capsys.readouterr().out.split()
    assert (words[1], words[-6:]) == ("0", ["are", "not", "current", "and", "were", "left"])


@pytest.mark.parametrize(
    ("words", "hint"),
    [
        (("review", "small", "evidnce", "--locale", "de"), "did you mean “evidence”?"),
        (("review", "smal", "--locale", "de"), "did you mean “small”?"),
        (("update", "--locale", "fr"), "editions:"),
        (("status", "smal"), "did you mean “small”?"),
    ],
)
def test_what_does_not_exist_is_refused(
    project: Path, words: tuple[str, ...], hint: str, capsys: pytest.CaptureFixture[str]
) -> None:
    catalog(project, "update")
    capsys.readouterr()
    assert catalog(project, *words) == 2
    assert hint in capsys.readouterr().err
