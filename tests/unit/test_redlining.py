"""``report redline``: what is compared with what, and what is written."""

from __future__ import annotations

import shutil
from pathlib import Path

import polib
import pytest

from report.cli import main
from tests.support.shipped import change, shipped_project

SLUG = "specimen"


@pytest.fixture(scope="module")
def corrected(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A project whose specimen is frozen as 1.0, and was corrected since in one place."""
    project = shipped_project(tmp_path_factory.mktemp("corrected") / "project")
    shutil.rmtree(project / "content" / "iran-russia-nexus")
    if not (project / "content" / SLUG / "revisions" / "1.0").exists():
        assert main(["freeze", SLUG, "1.0", "--project", str(project)]) == 0
    change(project / "content" / SLUG / "sections" / "measures.yaml", "It costs little, but", "It costs nothing, but")
    return project


@pytest.fixture(scope="module")
def written(corrected: Path) -> Path:
    """What ``report redline`` writes of that project, web pages alone."""
    output = corrected.parent / "dist"
    assert main(["redline", SLUG, "--medium", "screen", "--project", str(corrected), "--out", str(output)]) == 0
    return output


def test_the_last_frozen_version_is_compared_where_none_is_named(written: Path) -> None:
    (folder,) = (written / SLUG / "redline").iterdir()
    assert folder.name.startswith("1.0–1.1")


def test_an_original_has_its_redline_and_its_change_log(written: Path) -> None:
    (folder,) = (written / SLUG / "redline").glob("*/en-GB")
    names = ["manifest.json", f"{SLUG}.en-GB.changes.md", f"{SLUG}.en-GB.redline.html"]
    assert sorted(path.name for path in folder.iterdir()) == names
    assert "~~little~~ **nothing**" in (folder / f"{SLUG}.en-GB.changes.md").read_text(encoding="utf-8")


def test_a_redline_is_written_again_to_the_same_bytes(corrected: Path, written: Path, tmp_path: Path) -> None:
    order = ["redline", SLUG, "--locale", "en-GB", "--medium", "screen", "--project", str(corrected)]
    assert main([*order, "--out", str(tmp_path)]) == 0
    for path in tmp_path.rglob("*.*"):
        if path.is_file():
            assert path.read_bytes() == (written / path.relative_to(tmp_path)).read_bytes()


def test_translators_get_the_changed_texts_alone(corrected: Path, tmp_path: Path) -> None:
    folder = _changed_german(corrected, tmp_path)
    (entry,) = polib.pofile(str(folder / f"{SLUG}.de.changed.po"))
    assert entry.msgctxt == "measures-datum/paragraph"
    assert entry.fuzzy
    assert "It costs little" in (entry.previous_msgid or "")
    assert "It costs nothing" in entry.msgid
    assert entry.msgstr
    page = (folder / f"{SLUG}.de.changed.md").read_text(encoding="utf-8")
    assert "1 changed text" in page
    assert "It costs ~~little,~~ **nothing,** but" in page


def test_a_pack_that_comes_back_settles_the_catalog(corrected: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    folder = _changed_german(project, tmp_path)
    path = folder / f"{SLUG}.de.changed.po"
    pack = polib.pofile(str(path))
    words = pack[0].msgstr
    pack[0].msgstr = words.replace(".", ", ja.", 1)
    pack[0].flags.remove("fuzzy")
    pack.save(str(path))
    assert main(["catalog", "update", SLUG, "--locale", "de", "--from", str(path), "--project", str(project)]) == 0
    catalog = polib.pofile(str(project / "content" / SLUG / "locale" / "de" / "LC_MESSAGES" / "brief.po"))
    (entry,) = [one for one in catalog if one.msgctxt == "measures-datum/paragraph" and not one.obsolete]
    assert entry.msgstr == pack[0].msgstr
    assert not entry.fuzzy
    assert len(catalog) > 50


def test_a_persian_pack_is_read_from_the_right_and_taken_in_again(
    corrected: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    _add_a_paragraph(project)
    folder = _changed(project, tmp_path, "fa")
    page = (folder / f"{SLUG}.fa.changed.md").read_text(encoding="utf-8")
    translations = [line for line in page.splitlines() if line.startswith("> ")]
    assert translations
    assert all(line.startswith("> \u2067") and line.endswith("\u2069") for line in translations)
    assert "**It is read once a year.**" in page
    path = folder / f"{SLUG}.fa.changed.po"
    pack = polib.pofile(str(path))
    assert [one.msgctxt for one in pack] == ["measures-datum/paragraph", "measures-yearly/paragraph"]
    assert "\u2067" not in "".join(one.msgstr for one in pack)
    pack[0].flags.remove("fuzzy")
    pack[1].msgstr = "سالی یک بار خوانده می‌شود."
    pack.save(str(path))
    assert main(["catalog", "update", SLUG, "--locale", "fa", "--from", str(path), "--project", str(project)]) == 0
    assert "locale/fa/LC_MESSAGES/brief.po: 2 taken in" in capsys.readouterr().out
    catalog = polib.pofile(str(project / "content" / SLUG / "locale" / "fa" / "LC_MESSAGES" / "brief.po"))
    taken = {one.msgctxt: one for one in catalog if not one.obsolete}
    assert taken["measures-yearly/paragraph"].msgstr == "سالی یک بار خوانده می‌شود."
    assert not taken["measures-datum/paragraph"].fuzzy


def test_a_pack_that_was_not_worked_on_changes_nothing(corrected: Path, tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    path = _changed_german(project, tmp_path) / f"{SLUG}.de.changed.po"
    order = ["catalog", "update", SLUG, "--locale", "de", "--project", str(project)]
    assert main(order) == 0
    catalog = project / "content" / SLUG / "locale" / "de" / "LC_MESSAGES" / "brief.po"
    before = catalog.read_bytes()
    assert main([*order, "--from", str(path)]) == 0
    assert catalog.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--since", "7.7"], "nothing of “specimen” is frozen as 7.7"),
        (["--since", "nothing"], "not in a git repository"),
        (["--locale", "de", "--since", "1.0", "nosuch"], "no brief is called “nosuch”"),
    ],
)
def test_what_does_not_exist_is_wrong_usage(
    corrected: Path, words: list[str], said: str, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    briefs = [] if "nosuch" in words else [SLUG]
    assert main(["redline", *briefs, *words, "--project", str(corrected), "--out", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


def test_an_unchanged_text_is_said_to_be_unchanged(
    corrected: Path, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    project = tmp_path / "project"
    shutil.copytree(corrected, project)
    change(project / "content" / SLUG / "sections" / "measures.yaml", "It costs nothing, but", "It costs little, but")
    order = ["redline", SLUG, "--locale", "en-GB", "--since", "1.0", "--project", str(project)]
    assert main([*order, "--out", str(tmp_path / "dist")]) == 0
    assert "REV-031" in capsys.readouterr().err
    assert not (tmp_path / "dist").exists()


def _add_a_paragraph(project: Path) -> None:
    path = project / "content" / SLUG / "sections" / "measures.yaml"
    added = "  - id: measures-yearly\n    paragraph: It is read once a year.\n"
    text = path.read_text(encoding="utf-8")
    at = text.index("  - id:", text.index("  - id: measures-datum") + 1)
    path.write_text(f"{text[:at]}{added}{text[at:]}", encoding="utf-8")


def _changed_german(project: Path, output: Path) -> Path:
    return _changed(project, output, "de")


def _changed(project: Path, output: Path, locale: str) -> Path:
    order = ["redline", SLUG, "--locale", locale, "--medium", "screen", "--since", "1.0", "--project", str(project)]
    assert main([*order, "--out", str(output / "dist")]) == 0
    (folder,) = (output / "dist" / SLUG / "redline").glob(f"*/{locale}")
    return folder
